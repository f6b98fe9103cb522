namespace Insek.Office.Contracts;

/// <summary>Where the tables of a document stand.</summary>
/// <param name="CheckedAt">When they were compared, in UTC.</param>
/// <param name="Tables">One for each table asked for, in that order.</param>
public sealed record TableStatusesView(DateTimeOffset CheckedAt, IReadOnlyList<TableStatusView> Tables);

/// <summary>Where a table stands, as far as the concept and the document's record tell; what people have edited by hand only the document knows.</summary>
public sealed record TableStatusView
{
    /// <summary>The instance asked for.</summary>
    public required string Instance { get; init; }

    /// <summary>current, outdated or unknown.</summary>
    public required string State { get; init; }

    /// <summary>Why the state is unknown: the code of the refusal, for example "unknown-concept", or "record-lost".</summary>
    public string? Reason { get; init; }

    /// <summary>The concept.</summary>
    public string? Concept { get; init; }

    /// <summary>The definition's id.</summary>
    public string? Definition { get; init; }

    /// <summary>The parameters in canonical form.</summary>
    public string? Parameters { get; init; }

    /// <summary>The caption as it is now, in German.</summary>
    public string? Title { get; init; }

    /// <summary>The content hash as it is now.</summary>
    public string? Hash { get; init; }

    /// <summary>"Stand" as it is now, in UTC.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What has changed since; absent where nothing has, or the record is lost.</summary>
    public TableChangeSummary? Summary { get; init; }

    /// <summary>What was done to the goals and measures that read differently now, oldest first; only where asked for.</summary>
    public IReadOnlyList<ChangeCauseView>? Causes { get; init; }

    /// <summary>The table as it is now; only where asked for and the state is not current.</summary>
    public TableDocument? Table { get; init; }
}

/// <summary>What has changed in a table, counted by goals and measures (where a row shows neither: by rows).</summary>
public sealed record TableChangeSummary
{
    /// <summary>How many read differently.</summary>
    public required int Changed { get; init; }

    /// <summary>How many are shown for the first time.</summary>
    public required int Added { get; init; }

    /// <summary>How many are not shown any more.</summary>
    public required int Removed { get; init; }

    /// <summary>"Stand" of the record, in UTC; absent where it has none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The approval rounds that took part in it, oldest first.</summary>
    public IReadOnlyList<CauseRoundView> Rounds { get; init => field = value ?? []; } = [];
}

/// <summary>An approval round that took part in a change.</summary>
public sealed record CauseRoundView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it was about.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the group that decided.</summary>
    public required string Group { get; init; }

    /// <summary>workingGroup or steeringGroup.</summary>
    public required string Stage { get; init; }

    /// <summary>When it stopped taking votes, in UTC; absent before.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>What was done to a goal or measure.</summary>
public sealed record ChangeCauseView
{
    /// <summary>The goal's or measure's id.</summary>
    public required string Item { get; init; }

    /// <summary>Its revision afterwards.</summary>
    public required int Revision { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The name of the person who did it; the id where the directory does not know the person. Absent where nobody did: a round that ended by itself moved it.</summary>
    public string? By { get; init; }

    /// <summary>created, edited, corrected, state, tracked, relabelled or withdrawn.</summary>
    public required string Change { get; init; }

    /// <summary>Why, where a reason was given.</summary>
    public string? Reason { get; init; }

    /// <summary>The approval round that caused it.</summary>
    public CauseRoundView? Round { get; init; }

    /// <summary>The state before; absent for a new item and where it stayed.</summary>
    public string? From { get; init; }

    /// <summary>The state afterwards; absent where it stayed.</summary>
    public string? To { get; init; }
}
