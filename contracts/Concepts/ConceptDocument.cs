using System.Text.Json.Serialization;

namespace Insek.Office.Contracts;

/// <summary>A whole concept as one JSON file: what an import takes and an export gives. Described by <c>/api/schemas/concept.json</c>.</summary>
public sealed record ConceptDocument
{
    /// <summary>The only version of the format so far.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Where the format is described; ignored on import.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The version of the format; 1.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>The concept's head.</summary>
    public required ConceptHead Concept { get; init; }

    /// <summary>Planning areas in their order.</summary>
    public IReadOnlyList<AreaDocument> Areas { get; init => field = value ?? []; } = [];

    /// <summary>Sector concepts in their order.</summary>
    public IReadOnlyList<SectorDocument> Sectors { get; init => field = value ?? []; } = [];

    /// <summary>Goals.</summary>
    public IReadOnlyList<GoalDocument> Goals { get; init => field = value ?? []; } = [];

    /// <summary>Measures.</summary>
    public IReadOnlyList<MeasureDocument> Measures { get; init => field = value ?? []; } = [];
}

/// <summary>A concept's head: everything but areas, sectors, goals and measures.</summary>
public record ConceptHead
{
    /// <summary>The concept's id; in a request it must be the one in the address.</summary>
    public string? Id { get; init; }

    /// <summary>The town; 1 to 300 characters.</summary>
    public string? Town { get; init; }

    /// <summary>The title; 1 to 500 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The short title, for headings.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The title as the source prints it.</summary>
    public string? TitleAsPrinted { get; init; }

    /// <summary>Whether it continues an earlier concept.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>The planning horizon in words.</summary>
    public string? Horizon { get; init; }

    /// <summary>The planning horizon in years, 1 to 50.</summary>
    public int? HorizonYears { get; init; }

    /// <summary>draft, councilDraft or resolved; draft where absent.</summary>
    public string? State { get; init; }

    /// <summary>Totals that a slide or council paper states.</summary>
    public ReportedCountsDocument? ReportedTotals { get; init; }

    /// <summary>Dated steps of the process.</summary>
    public IReadOnlyList<EventDocument> Events { get; init => field = value ?? []; } = [];

    /// <summary>Texts beside goals and measures.</summary>
    public IReadOnlyList<ChapterDocument> Chapters { get; init => field = value ?? []; } = [];

    /// <summary>Notes on the source.</summary>
    public IReadOnlyList<SourceNoteDocument> Notes { get; init => field = value ?? []; } = [];
}

/// <summary>A planning area.</summary>
public sealed record AreaDocument
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>The short code, for example "PG I".</summary>
    public string? Code { get; init; }

    /// <summary>Its name; 1 to 300 characters.</summary>
    public string? Name { get; init; }

    /// <summary>planningArea or wholeTown; planningArea where absent.</summary>
    public string? Scope { get; init; }
}

/// <summary>A sector concept.</summary>
public sealed record SectorDocument
{
    /// <summary>Its key.</summary>
    public string? Key { get; init; }

    /// <summary>The name tables use; 1 to 300 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The name in full.</summary>
    public string? LongName { get; init; }

    /// <summary>The heading under which the source prints it.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>Its place in the source's own order, from 1.</summary>
    public int? PresentationOrder { get; init; }

    /// <summary>What a slide or council paper says of its size.</summary>
    public ReportedCountsDocument? Reported { get; init; }
}

/// <summary>How many goals and measures a slide or council paper states.</summary>
public sealed record ReportedCountsDocument
{
    /// <summary>Goals.</summary>
    public ReportedCountDocument? Goals { get; init; }

    /// <summary>General measures.</summary>
    public ReportedCountDocument? GeneralMeasures { get; init; }

    /// <summary>Area-specific measures.</summary>
    public ReportedCountDocument? AreaMeasures { get; init; }
}

/// <summary>A stated number.</summary>
/// <param name="Value">The number, 0 or more; absent where it cannot be read.</param>
/// <param name="Status">How it was obtained, for example "printed", "derived", "illegible".</param>
public sealed record ReportedCountDocument(int? Value, string? Status);

/// <summary>A dated step of the process.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Date">The day, yyyy-MM-dd.</param>
/// <param name="Title">What happens.</param>
/// <param name="Kind">What kind of step.</param>
/// <param name="FollowUp">What follows from it.</param>
public sealed record EventDocument(string? Id, DateOnly Date, string? Title, string? Kind, string? FollowUp);

/// <summary>A text of the concept.</summary>
public sealed record ChapterDocument
{
    /// <summary>Names it among its siblings.</summary>
    public string? Key { get; init; }

    /// <summary>The heading.</summary>
    public string? Title { get; init; }

    /// <summary>The text.</summary>
    public string? Text { get; init; }

    /// <summary>List items.</summary>
    public IReadOnlyList<string> Items { get; init => field = value ?? []; } = [];

    /// <summary>Named facts.</summary>
    public IReadOnlyList<ChapterFactDocument> Facts { get; init => field = value ?? []; } = [];

    /// <summary>Chapters below; nested at most six deep.</summary>
    public IReadOnlyList<ChapterDocument> Chapters { get; init => field = value ?? []; } = [];
}

/// <summary>A named fact in a chapter.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value as text; absent where the source does not give it.</param>
public sealed record ChapterFactDocument(string? Name, string? Value);

/// <summary>A note on what the source prints, what was taken from it, and why.</summary>
public sealed record SourceNoteDocument
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Where in the source.</summary>
    public string? Where { get; init; }

    /// <summary>What it concerns.</summary>
    public IReadOnlyList<string> Refs { get; init => field = value ?? []; } = [];

    /// <summary>What kind of note.</summary>
    public string? Kind { get; init; }

    /// <summary>What the source prints.</summary>
    public string? Printed { get; init; }

    /// <summary>What was taken from it.</summary>
    public string? Taken { get; init; }

    /// <summary>Why.</summary>
    public string? Why { get; init; }
}
