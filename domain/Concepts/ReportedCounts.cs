namespace Insek.Office.Domain;

/// <summary>A number as a slide or council paper states it.</summary>
/// <param name="Value">The number; null where it cannot be read.</param>
/// <param name="Status">How it was obtained, for example "printed", "derived", "illegible".</param>
public sealed record ReportedCount(int? Value, string? Status = null)
{
    /// <summary>Nothing is stated.</summary>
    public static ReportedCount None { get; } = new(Value: null);

    /// <summary>Whether anything is stated, readable or not.</summary>
    public bool IsStated => Value is not null || Status is not null;
}

/// <summary>How many goals and measures a slide or council paper states. Kept beside the recorded ones; never mixed with them.</summary>
/// <param name="Goals">Action-oriented goals.</param>
/// <param name="GeneralMeasures">General measures.</param>
/// <param name="AreaMeasures">Measures for particular planning areas.</param>
public sealed record ReportedCounts(ReportedCount Goals, ReportedCount GeneralMeasures, ReportedCount AreaMeasures)
{
    /// <summary>Nothing is stated.</summary>
    public static ReportedCounts None { get; } = new(ReportedCount.None, ReportedCount.None, ReportedCount.None);

    /// <summary>Whether anything is stated.</summary>
    public bool IsStated => Goals.IsStated || GeneralMeasures.IsStated || AreaMeasures.IsStated;
}
