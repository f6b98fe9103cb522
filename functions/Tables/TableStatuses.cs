using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Tables;

/// <summary>Compares what documents hold with the concepts as they are now.</summary>
internal sealed class TableStatuses(TableCauses causes)
{
    /// <summary>Tells where each table stands, in the order of <paramref name="asked"/>.</summary>
    /// <param name="lookup">Finds the tables for the caller.</param>
    /// <param name="asked">The tables of a document.</param>
    /// <param name="withChanges">Whether causes and the table as it is now are wanted, for those that are not current.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<TableStatusView>> TellAsync(TableLookup lookup, IReadOnlyList<AskedTable> asked, bool withChanges, CancellationToken cancellationToken)
    {
        var standings = new List<TableStanding>(asked.Count);
        foreach (var table in asked)
        {
            standings.Add(new TableStanding(await lookup.FindAsync(table.Tag, TableAddress.Of(table), cancellationToken), table.Record?.ToDomain()));
        }

        var log = await ReadLogAsync(standings, lookup.Directory, cancellationToken);
        return [.. standings.Select((standing, index) => View(asked[index], standing, log, withChanges))];
    }

    /// <summary>What was done since the oldest record, read once for each concept that has an outdated table.</summary>
    public async Task<Dictionary<ConceptId, IReadOnlyList<ChangeCauseView>>> ReadLogAsync(IEnumerable<TableStanding> standings, TenantDirectory names, CancellationToken cancellationToken)
    {
        var log = new Dictionary<ConceptId, IReadOnlyList<ChangeCauseView>>();
        foreach (var concept in standings.Where(standing => standing.IsOutdated).GroupBy(standing => standing.Found!.Table.Concept))
        {
            var since = concept.Any(standing => standing.Comparison!.Since is null) ? null : concept.Min(standing => standing.Comparison!.Since);
            log[concept.Key] = await causes.ReadAsync(concept.Key, since, names, cancellationToken);
        }

        return log;
    }

    private static TableStatusView View(AskedTable asked, TableStanding standing, Dictionary<ConceptId, IReadOnlyList<ChangeCauseView>> log, bool withChanges)
    {
        if (standing.Found is not { } found)
        {
            return new TableStatusView { Instance = asked.Instance, State = standing.State, Reason = standing.Reason, Concept = asked.Concept, Definition = asked.Definition, Parameters = asked.Parameters };
        }

        var causes = standing.CausesIn(log);
        return new TableStatusView
        {
            Instance = asked.Instance,
            State = standing.State,
            Reason = standing.Reason,
            Concept = found.Table.Concept.Value,
            Definition = found.Table.Definition,
            Parameters = found.Table.Parameters.ToString(),
            Title = found.Table.Title,
            Hash = found.Hash,
            AsOf = found.Table.AsOf,
            Summary = standing.Summarize(causes),
            Causes = withChanges && standing.IsOutdated ? causes : null,
            Table = withChanges && standing.State != "current" ? found.ToDocument() : null,
        };
    }
}

/// <summary>Where one table stands.</summary>
internal sealed class TableStanding
{
    /// <summary>Compares.</summary>
    /// <param name="result">The table as it is now; or why it cannot be made.</param>
    /// <param name="record">What was rendered last; null where that is lost.</param>
    /// <param name="plan">The plan for the document, where it is made already.</param>
    public TableStanding(Result<FoundTable> result, TableRecord? record, RefreshPlan? plan = null)
    {
        Found = result.TryGet(out var found, out var refusal) ? found : null;
        Comparison = found is not null && record is not null ? new TableComparison(record, found, plan is { IsUntouched: true } ? plan : null) : null;
        Reason = refusal?.Code ?? (record is null ? "record-lost" : null);
    }

    /// <summary>The table as it is now; null where it cannot be made.</summary>
    public FoundTable? Found { get; }

    /// <summary>What changed; null where that cannot be told.</summary>
    public TableComparison? Comparison { get; }

    /// <summary>Why that cannot be told: a code.</summary>
    public string? Reason { get; }

    public bool IsOutdated => Comparison is { Plan.Changes.Count: > 0 };

    public string State => Comparison is null ? "unknown" : IsOutdated ? "outdated" : "current";

    /// <summary>What was done to what changed here; to all goals and measures of a sector concept where a row counts them.</summary>
    public IReadOnlyList<ChangeCauseView> CausesIn(IReadOnlyDictionary<ConceptId, IReadOnlyList<ChangeCauseView>> log) => IsOutdated
        ? [.. log[Found!.Table.Concept].Where(cause => (Comparison!.Since is not { } since || cause.At > since) && Concerns(cause.Item))]
        : [];

    /// <summary>The numbers people read; null where nothing changed.</summary>
    public TableChangeSummary? Summarize(IEnumerable<ChangeCauseView> causes) =>
        IsOutdated ? Comparison!.Summarize(causes.Select(cause => cause.Round).OfType<CauseRoundView>().DistinctBy(round => round.Id)) : null;

    private bool Concerns(string item) => Comparison!.Subjects.Contains(item) || (Found!.SectorOf(item) is { } sector && Comparison.Subjects.Contains(sector.Value));
}
