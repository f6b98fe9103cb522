namespace Insek.Office.Domain;

/// <summary>An action-oriented goal (handlungsorientiertes Ziel) of a sector concept.</summary>
public sealed record Goal : ConceptItem<Goal, GoalContent>
{
    /// <summary>Records a goal, or recreates one as it was stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision or version is below 1.</exception>
    public Goal(ItemId id, GoalContent content, MemberId changedBy, DateTimeOffset changedAt, int revision = 1, int version = 1, ItemState state = ItemState.Draft)
        : base(id, content, changedBy, changedAt, revision, version, state)
    {
    }

    /// <inheritdoc/>
    public override ItemKind Kind => ItemKind.Goal;
}

/// <summary>What a goal says.</summary>
public sealed record GoalContent : IItemContent
{
    /// <summary>The sector concept it belongs to.</summary>
    public required SectorKey Sector { get; init; }

    /// <summary>Its number within the sector concept, 1 to 999.</summary>
    public required int Number { get; init; }

    /// <summary>The title; up to 500 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What the work concentrates on (inhaltliche Schwerpunkte), one text each.</summary>
    public ValueList<string> FocusAreas { get; init => field = value ?? []; } = [];

    /// <summary>Whether the focus areas are examples ("u. a."); null where the source has none.</summary>
    public bool? NonExhaustive { get; init; }

    /// <summary>Where the work concentrates (räumliche Schwerpunkte).</summary>
    public ValueList<SpatialFocus> SpatialFocus { get; init => field = value ?? []; } = [];

    /// <summary>The guiding principles it serves.</summary>
    public ValueList<PrincipleRef> Principles { get; init => field = value ?? []; } = [];

    /// <summary>What the source says and how well it can be read.</summary>
    public GoalSource Source { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public IEnumerable<ContentProblem> Check() =>
    [
        .. FieldRules.Range("number", Number, 1, 999),
        .. FieldRules.Required("title", Title, FieldRules.MaxTitle),
        .. FieldRules.Texts("focusAreas", FocusAreas, 100, 2_000),
        .. SpatialFocus.SelectMany(focus => FieldRules.Required("spatialFocus", focus.Name, FieldRules.MaxName)),
        .. SpatialFocus.SelectMany(focus => FieldRules.Texts("spatialFocus.places", focus.Places, 100, FieldRules.MaxName)),
        .. PrincipleRef.CheckKnown(Principles),
        .. FieldRules.Text("source.place", Source.Place, FieldRules.MaxName),
        .. FieldRules.Text("source.text", Source.Text, FieldRules.MaxText),
    ];
}

/// <summary>Where a goal's work concentrates.</summary>
/// <param name="Name">The name as printed.</param>
/// <param name="Area">The planning area it means; null where no area has that name.</param>
public sealed record SpatialFocus(string Name, AreaId? Area = null)
{
    /// <summary>Places within it that the source names.</summary>
    public ValueList<string> Places { get; init => field = value ?? []; } = [];

    /// <summary>The word before the places, for example "v. a.".</summary>
    public string? PlacesQualifier { get; init; }
}

/// <summary>Where a goal comes from.</summary>
public sealed record GoalSource
{
    /// <summary>The slide, chapter or paper.</summary>
    public string? Place { get; init; }

    /// <summary>The focus areas as printed, in one text.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the goal's number could be read; false where it follows from the order only, null where unknown.</summary>
    public bool? NumberLegible { get; init; }

    /// <summary>The goal whose title it repeats.</summary>
    public ItemId? DuplicateOf { get; init; }
}
