namespace Insek.Office.Domain;

/// <summary>A measure (Maßnahme).</summary>
public sealed record Measure : ConceptItem<Measure, MeasureContent>
{
    /// <summary>Records a measure, or recreates one as it was stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision or version is below 1.</exception>
    public Measure(ItemId id, MeasureContent content, MemberId changedBy, DateTimeOffset changedAt, int revision = 1, int version = 1, ItemState state = ItemState.Draft)
        : base(id, content, changedBy, changedAt, revision, version, state)
    {
    }

    /// <inheritdoc/>
    public override ItemKind Kind => ItemKind.Measure;

    /// <summary>What has become of it; changes are logged and make no revision.</summary>
    public Tracking Tracking { get; init; } = Tracking.Nothing;

    /// <summary>Where in a town hall's own list it stands; null where it came from none.</summary>
    public MeasureOrigin? Origin { get; init; }

    /// <summary>Takes what a town hall's own list says besides. Nobody agrees on that, so no revision begins.</summary>
    /// <returns>The measure afterwards; or a refusal when the origin is invalid or says the same.</returns>
    public Result<Changed<Measure>> ComeFrom(MeasureOrigin origin, MemberId by, DateTimeOffset at)
    {
        var problems = origin.Check().ToValueList();
        if (problems.Count > 0)
        {
            return new InvalidContent(problems);
        }

        if (origin.SaysTheSame(Origin))
        {
            return new NothingChanged(Id);
        }

        var relabelled = this with { Origin = origin, Version = Version + 1, ChangedBy = by, ChangedAt = at.ToUniversalTime() };
        return new Changed<Measure>(relabelled, new Change(ChangeKind.Relabelled, Kind, Id, Revision, State, State, by, relabelled.ChangedAt));
    }

    /// <summary>Records what has become of the measure.</summary>
    /// <returns>The measure afterwards; or a refusal when the tracking is invalid or the same.</returns>
    public Result<Changed<Measure>> Track(Tracking tracking, MemberId by, DateTimeOffset at)
    {
        var problems = tracking.Check().ToValueList();
        if (problems.Count > 0)
        {
            return new InvalidContent(problems);
        }

        if (tracking == Tracking)
        {
            return new NothingChanged(Id);
        }

        var tracked = this with { Tracking = tracking, Version = Version + 1, ChangedBy = by, ChangedAt = at.ToUniversalTime() };
        return new Changed<Measure>(tracked, new Change(ChangeKind.Tracked, Kind, Id, Revision, State, State, by, tracked.ChangedAt));
    }
}

/// <summary>What has become of a measure.</summary>
public sealed record Tracking
{
    /// <summary>Nothing has become of it yet.</summary>
    public static Tracking Nothing { get; } = new();

    /// <summary>How much is done, in percent, 0 to 100.</summary>
    public int Progress { get; init; }

    /// <summary>What comes next; up to 2,000 characters.</summary>
    public string? NextStep { get; init; }

    /// <summary>What it has cost so far, in euros, 0 to 10¹².</summary>
    public decimal? ActualCostEuro { get; init; }

    /// <summary>Who stands in for the owner.</summary>
    public string? Deputy { get; init; }

    /// <summary>Everything in it that cannot be accepted.</summary>
    public IEnumerable<ContentProblem> Check() => FieldRules.All(
        FieldRules.Range("progress", Progress, 0, 100),
        FieldRules.Text("nextStep", NextStep, 2_000),
        FieldRules.Range("actualCostEuro", ActualCostEuro, 0, 1_000_000_000_000),
        FieldRules.Text("deputy", Deputy, FieldRules.MaxName));
}
