namespace Insek.Office.Domain.Lists;

/// <summary>How well a cell was understood.</summary>
public enum CellUnderstanding
{
    /// <summary>Nothing is in it, or only a mark that stands for nothing ("-", "/").</summary>
    Empty,

    /// <summary>It has exactly one reading, and the value says all of it.</summary>
    Understood,

    /// <summary>The value says a part of it; <see cref="CellReading{T}.Remark"/> is to be kept as text beside the value and listed.</summary>
    Partly,

    /// <summary>It has several readings (see <see cref="CellReading{T}.Choices"/>) or none: kept as written until a person decides.</summary>
    Unclear,
}

/// <summary>What one cell says. Nothing in it is guessed: a value is there only where there is one reading.</summary>
/// <remarks>
/// <see cref="Value"/> is null exactly where the cell is <see cref="CellUnderstanding.Empty"/> or <see cref="CellUnderstanding.Unclear"/>;
/// <see cref="Choices"/> is empty except where it is unclear; <see cref="Remark"/> is there exactly where it was understood partly.
/// </remarks>
/// <typeparam name="T">What the cell is about; a reference type, so that "no value" cannot be taken for a value.</typeparam>
public sealed record CellReading<T>
    where T : class
{
    internal CellReading(string written, CellUnderstanding understanding)
    {
        Written = written;
        Understanding = understanding;
    }

    /// <summary>The cell as it stands in the file, never changed.</summary>
    public string Written { get; }

    /// <summary>What it says.</summary>
    public T? Value { get; internal init; }

    /// <summary>How well it was understood.</summary>
    public CellUnderstanding Understanding { get; }

    /// <summary>Why it was not understood as a whole, as one of <see cref="CellReasons"/>; null where it was.</summary>
    public string? Reason { get; internal init; }

    /// <summary>What the value does not say, to be kept as text; the whole cell where its parts cannot be told apart.</summary>
    public string? Remark { get; internal init; }

    /// <summary>The readings a person may choose from, the likelier ones first; empty where none is known.</summary>
    public ValueList<T> Choices { get; internal init => field = value ?? []; } = [];
}

/// <summary>Makes <see cref="CellReading{T}"/>s of each kind.</summary>
public static class CellReading
{
    /// <summary>Nothing is in the cell.</summary>
    public static CellReading<T> Empty<T>(string written)
        where T : class => new(written, CellUnderstanding.Empty);

    /// <summary>The cell has one reading, which says all of it.</summary>
    public static CellReading<T> Understood<T>(string written, T value)
        where T : class => new(written, CellUnderstanding.Understood) { Value = value };

    /// <summary>The value says a part of the cell.</summary>
    /// <param name="written">The cell.</param>
    /// <param name="value">The part that was understood.</param>
    /// <param name="reason">One of <see cref="CellReasons"/>.</param>
    /// <param name="remark">What is to be kept as text; the whole cell where null.</param>
    public static CellReading<T> Partly<T>(string written, T value, string reason, string? remark = null)
        where T : class => new(written, CellUnderstanding.Partly) { Value = value, Reason = reason, Remark = remark ?? written };

    /// <summary>The cell has several readings, or none that is known.</summary>
    /// <param name="written">The cell.</param>
    /// <param name="reason">One of <see cref="CellReasons"/>.</param>
    /// <param name="choices">The readings, the likelier ones first; those that say the same are named once.</param>
    public static CellReading<T> Unclear<T>(string written, string reason, params ReadOnlySpan<T> choices)
        where T : class => new(written, CellUnderstanding.Unclear) { Reason = reason, Choices = Distinct(choices) };

    private static ValueList<T> Distinct<T>(ReadOnlySpan<T> choices)
        where T : class => choices.Length < 2 ? ValueList.Create(choices) : choices.ToArray().Distinct().ToValueList();
}
