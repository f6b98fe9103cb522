namespace Insek.Office.Contracts;

/// <summary>A goal, as imported, exported and written.</summary>
public record GoalDocument
{
    /// <summary>Its id within the concept.</summary>
    public string? Id { get; init; }

    /// <summary>The number or key another system uses for it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The sector concept's key.</summary>
    public string? Sector { get; init; }

    /// <summary>Its number within the sector concept, 1 to 999.</summary>
    public int Number { get; init; }

    /// <summary>The title; 1 to 500 characters.</summary>
    public string? Title { get; init; }

    /// <summary>What the work concentrates on.</summary>
    public IReadOnlyList<string> FocusAreas { get; init => field = value ?? []; } = [];

    /// <summary>Whether the focus areas are examples ("u. a."); absent where the source has none.</summary>
    public bool? NonExhaustive { get; init; }

    /// <summary>Where the work concentrates.</summary>
    public IReadOnlyList<SpatialFocusDocument> SpatialFocus { get; init => field = value ?? []; } = [];

    /// <summary>Guiding principles, for example "sdg:11".</summary>
    public IReadOnlyList<string> Principles { get; init => field = value ?? []; } = [];

    /// <summary>draft, inWorkingGroup, inSteeringGroup, agreed, resolved, inProgress, done, rejected or deferred; draft where absent in a new goal.</summary>
    public string? State { get; init; }

    /// <summary>What the source says.</summary>
    public GoalSourceDocument? Source { get; init; }
}

/// <summary>Where a goal's work concentrates.</summary>
public sealed record SpatialFocusDocument
{
    /// <summary>The name as printed.</summary>
    public string? Name { get; init; }

    /// <summary>The planning area's id; absent where no area has that name.</summary>
    public string? Area { get; init; }

    /// <summary>Places within it that the source names.</summary>
    public IReadOnlyList<string> Places { get; init => field = value ?? []; } = [];

    /// <summary>The word before the places, for example "v. a.".</summary>
    public string? PlacesQualifier { get; init; }
}

/// <summary>Where a goal comes from.</summary>
public sealed record GoalSourceDocument
{
    /// <summary>The slide, chapter or paper.</summary>
    public string? Place { get; init; }

    /// <summary>The focus areas as printed, in one text.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the goal's number could be read.</summary>
    public bool? NumberLegible { get; init; }

    /// <summary>The goal whose title it repeats.</summary>
    public string? DuplicateOf { get; init; }
}

/// <summary>A measure, as imported, exported and written.</summary>
public record MeasureDocument
{
    /// <summary>Its id within the concept.</summary>
    public string? Id { get; init; }

    /// <summary>The number or key another list uses for it; up to 200 characters.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The sector concept's key.</summary>
    public string? Sector { get; init; }

    /// <summary>The goal's id.</summary>
    public string? Goal { get; init; }

    /// <summary>general or areaSpecific; general where absent.</summary>
    public string? Kind { get; init; }

    /// <summary>Planning areas; at least one where the kind is areaSpecific.</summary>
    public IReadOnlyList<string> Areas { get; init => field = value ?? []; } = [];

    /// <summary>The title; 1 to 500 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The description; up to 20,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Who is responsible.</summary>
    public string? Owner { get; init; }

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<string> Partners { get; init => field = value ?? []; } = [];

    /// <summary>low, medium or high.</summary>
    public string? Priority { get; init; }

    /// <summary>shortTerm, mediumTerm, longTerm or continuous.</summary>
    public string? Horizon { get; init; }

    /// <summary>The estimated cost in euros, 0 or more.</summary>
    public decimal? CostEuro { get; init; }

    /// <summary>The cost in words.</summary>
    public string? CostNote { get; init; }

    /// <summary>The funding programme.</summary>
    public string? Funding { get; init; }

    /// <summary>Whether it is a key measure.</summary>
    public bool IsKeyMeasure { get; init; }

    /// <summary>Guiding principles, for example "sdg:11".</summary>
    public IReadOnlyList<string> Principles { get; init => field = value ?? []; } = [];

    /// <summary>The day by which it is due, yyyy-MM-dd.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Where it comes from: "focus" for a goal's focus area, "generated" for made-up ones.</summary>
    public string? Source { get; init; }

    /// <summary>The slide, chapter or paper.</summary>
    public string? SourcePlace { get; init; }

    /// <summary>draft, inWorkingGroup, inSteeringGroup, agreed, resolved, inProgress, done, rejected or deferred; draft where absent in a new measure.</summary>
    public string? State { get; init; }

    /// <summary>How much is done, in percent, 0 to 100.</summary>
    public int Progress { get; init; }

    /// <summary>What comes next.</summary>
    public string? NextStep { get; init; }

    /// <summary>What it has cost so far, in euros, 0 or more.</summary>
    public decimal? ActualCostEuro { get; init; }

    /// <summary>Who stands in for the owner.</summary>
    public string? Deputy { get; init; }

    /// <summary>Where in a town hall's own list it stands, and what that list says besides. Left out of a write, it stays as it is.</summary>
    public OriginDocument? Origin { get; init; }
}

/// <summary>Where in a town hall's own list a measure stands, and what the list says as written.</summary>
public sealed record OriginDocument
{
    /// <summary>What the list is called, the same for all its editions; up to 200 characters.</summary>
    public string? List { get; init; }

    /// <summary>The worksheet; absent for a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row when it was last imported, from 1.</summary>
    public int Row { get; init; }

    /// <summary>Cells that fill no field or were not fully understood, as written, in the order of the list.</summary>
    public IReadOnlyList<OriginCellDocument> Cells { get; init => field = value ?? []; } = [];
}

/// <summary>A cell of a town hall's own list.</summary>
/// <param name="Heading">The column's heading as written.</param>
/// <param name="Text">The cell as written.</param>
public sealed record OriginCellDocument(string Heading, string Text);
