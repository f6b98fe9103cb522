namespace Insek.Office.Domain;

/// <summary>How far the concept as a whole has come.</summary>
public enum ConceptState
{
    /// <summary>Being worked on (Entwurf).</summary>
    Draft,

    /// <summary>Before the council (Ratsentwurf).</summary>
    CouncilDraft,

    /// <summary>Resolved by the council (beschlossen).</summary>
    Resolved,
}

/// <summary>An integrated urban development concept (INSEK): its head, without goals and measures.</summary>
public sealed record Concept
{
    /// <summary>Its id.</summary>
    public required ConceptId Id { get; init; }

    /// <summary>The town.</summary>
    public required string Town { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The short title, for headings.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The title as the source prints it.</summary>
    public string? TitleAsPrinted { get; init; }

    /// <summary>Whether it continues an earlier concept (Fortschreibung).</summary>
    public bool IsUpdate { get; init; }

    /// <summary>The planning horizon in words, for example "ca. 10 Jahre".</summary>
    public string? Horizon { get; init; }

    /// <summary>The planning horizon in years, 1 to 50.</summary>
    public int? HorizonYears { get; init; }

    /// <summary>How far it has come.</summary>
    public ConceptState State { get; init; }

    /// <summary>Totals that a slide or council paper states.</summary>
    public ReportedCounts ReportedTotals { get; init => field = value ?? ReportedCounts.None; } = ReportedCounts.None;

    /// <summary>Dated steps of the process: participation, council dates.</summary>
    public ValueList<ProcessEvent> Events { get; init => field = value ?? []; } = [];

    /// <summary>Texts of the concept beside goals and measures: definition, process, guiding principles as the source words them.</summary>
    public ValueList<Chapter> Chapters { get; init => field = value ?? []; } = [];

    /// <summary>What is known about the quality of the source.</summary>
    public ValueList<SourceNote> Notes { get; init => field = value ?? []; } = [];

    /// <summary>The name headings use.</summary>
    public string DisplayName => ShortTitle ?? Title;
}

/// <summary>A dated step of the process.</summary>
/// <param name="Id">Its id within the concept.</param>
/// <param name="Date">The day.</param>
/// <param name="Title">What happens.</param>
/// <param name="Kind">What kind of step, for example "public assembly".</param>
/// <param name="FollowUp">What follows from it.</param>
public sealed record ProcessEvent(ItemId Id, DateOnly Date, string Title, string? Kind = null, string? FollowUp = null);

/// <summary>A text of the concept: a heading with paragraphs, items, named facts and further chapters.</summary>
/// <param name="Key">Names it among its siblings.</param>
public sealed record Chapter(string Key)
{
    /// <summary>The deepest nesting of chapters.</summary>
    public const int MaxDepth = 6;

    /// <summary>The heading.</summary>
    public string? Title { get; init; }

    /// <summary>The text.</summary>
    public string? Text { get; init; }

    /// <summary>List items.</summary>
    public ValueList<string> Items { get; init => field = value ?? []; } = [];

    /// <summary>Named facts.</summary>
    public ValueList<ChapterFact> Facts { get; init => field = value ?? []; } = [];

    /// <summary>Chapters below.</summary>
    public ValueList<Chapter> Chapters { get; init => field = value ?? []; } = [];
}

/// <summary>A named fact in a chapter.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value as text; null where the source does not give it.</param>
public sealed record ChapterFact(string Name, string? Value);

/// <summary>A note on what the source prints, what was taken from it, and why.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Where">Where in the source.</param>
/// <param name="Refs">What it concerns: goals, sectors, measures.</param>
/// <param name="Kind">What kind of note, for example "contradiction".</param>
/// <param name="Printed">What the source prints.</param>
/// <param name="Taken">What was taken from it.</param>
/// <param name="Why">Why.</param>
public sealed record SourceNote(string Id, string? Where, ValueList<string> Refs, string? Kind, string? Printed, string? Taken, string? Why);
