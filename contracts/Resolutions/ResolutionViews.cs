namespace Insek.Office.Contracts;

/// <summary>A resolution of the council to be recorded.</summary>
public record ResolutionDocument
{
    /// <summary>The council's number for it, for example "BV 2024/031"; 1 to 100 characters.</summary>
    public string? Number { get; init; }

    /// <summary>The day of the session.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What it is about; up to 500 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The result for each goal and measure the council decided on.</summary>
    public IReadOnlyList<ResolutionItem> Items { get; init => field = value ?? []; } = [];
}

/// <summary>What the council decided on one agreed goal or measure.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Revision">The revision the council decided on.</param>
/// <param name="Result">adopted, adoptedWithAmendment, rejected or deferred.</param>
/// <param name="Amendment">What the council wants changed; needed for adoptedWithAmendment; up to 2,000 characters.</param>
public sealed record ResolutionItem(string Id, int Revision, string Result, string? Amendment = null);

/// <summary>A recorded resolution.</summary>
public sealed record ResolutionView : ResolutionDocument
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Who recorded it.</summary>
    public required MemberView RecordedBy { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>recording while it is being applied, recorded afterwards.</summary>
    public required string State { get; init; }
}

/// <summary>Something that is left to do, for example an amendment the council wants in the text.</summary>
public sealed record TaskView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>amendment.</summary>
    public required string Kind { get; init; }

    /// <summary>The goal or measure it concerns.</summary>
    public required string Item { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Text { get; init; }

    /// <summary>The resolution it comes from.</summary>
    public string? Resolution { get; init; }

    /// <summary>open or done.</summary>
    public required string State { get; init; }

    /// <summary>When it came up, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was done, in UTC.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who did it.</summary>
    public MemberView? DoneBy { get; init; }
}
