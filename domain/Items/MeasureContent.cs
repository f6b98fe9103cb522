namespace Insek.Office.Domain;

/// <summary>Whether a measure holds everywhere or for particular planning areas.</summary>
public enum MeasureKind
{
    /// <summary>General (allgemeingültig).</summary>
    General,

    /// <summary>For particular planning areas (plangebietsspezifisch).</summary>
    AreaSpecific,
}

/// <summary>How urgent a measure is.</summary>
public enum Priority
{
    /// <summary>Low (gering).</summary>
    Low,

    /// <summary>Medium (mittel).</summary>
    Medium,

    /// <summary>High (hoch).</summary>
    High,
}

/// <summary>When a measure is to be carried out.</summary>
public enum Horizon
{
    /// <summary>Short-term (kurzfristig).</summary>
    ShortTerm,

    /// <summary>Medium-term (mittelfristig).</summary>
    MediumTerm,

    /// <summary>Long-term (langfristig).</summary>
    LongTerm,

    /// <summary>A continuing task (Daueraufgabe).</summary>
    Continuous,
}

/// <summary>What a measure says. A change of any of it begins a new revision.</summary>
public sealed record MeasureContent : IItemContent
{
    /// <summary>The sector concept it belongs to.</summary>
    public required SectorKey Sector { get; init; }

    /// <summary>The goal it serves; null where it serves none in particular.</summary>
    public ItemId? Goal { get; init; }

    /// <summary>General, or for particular planning areas.</summary>
    public MeasureKind Kind { get; init; }

    /// <summary>The planning areas; at least one where <see cref="Kind"/> is <see cref="MeasureKind.AreaSpecific"/>.</summary>
    public ValueList<AreaId> Areas { get; init => field = value ?? []; } = [];

    /// <summary>The title; up to 500 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The description; up to 20,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Who is responsible (Federführung).</summary>
    public string? Owner { get; init; }

    /// <summary>Who takes part.</summary>
    public ValueList<string> Partners { get; init => field = value ?? []; } = [];

    /// <summary>How urgent it is.</summary>
    public Priority? Priority { get; init; }

    /// <summary>When it is to be carried out.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>The estimated cost in euros, 0 to 10¹².</summary>
    public decimal? CostEuro { get; init; }

    /// <summary>The cost in words, where a number does not say it.</summary>
    public string? CostNote { get; init; }

    /// <summary>The funding programme.</summary>
    public string? Funding { get; init; }

    /// <summary>Whether it is a key measure (Schlüsselmaßnahme).</summary>
    public bool IsKeyMeasure { get; init; }

    /// <summary>The guiding principles it serves.</summary>
    public ValueList<PrincipleRef> Principles { get; init => field = value ?? []; } = [];

    /// <summary>The day by which it is due.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Where it comes from: "focus" for a goal's focus area, "generated" for made-up ones.</summary>
    public string? Source { get; init; }

    /// <summary>The slide, chapter or paper it was taken from.</summary>
    public string? SourcePlace { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ContentProblem> Check() => FieldRules.All(
        FieldRules.Required("title", Title, FieldRules.MaxTitle),
        FieldRules.Text("description", Description, FieldRules.MaxText),
        FieldRules.Text("owner", Owner, FieldRules.MaxName),
        FieldRules.Texts("partners", Partners, 50, FieldRules.MaxName),
        FieldRules.Range("costEuro", CostEuro, 0, 1_000_000_000_000),
        FieldRules.Text("costNote", CostNote, FieldRules.MaxName),
        FieldRules.Text("funding", Funding, FieldRules.MaxName),
        PrincipleRef.CheckKnown(Principles),
        FieldRules.Text("source", Source, FieldRules.MaxName),
        FieldRules.Text("sourcePlace", SourcePlace, FieldRules.MaxName),
        Kind is MeasureKind.AreaSpecific && Areas.Count == 0 ? [new ContentProblem("areas", "area-required", null)] : []);
}
