using Insek.Office.Contracts;

namespace Insek.Office.Functions.Tables;

/// <summary>Compares what documents hold with the concepts as they are now.</summary>
internal sealed class TableStatuses
{
    /// <summary>Tells where each table stands, in the order of <paramref name="asked"/>.</summary>
    /// <param name="lookup">Finds the tables for the caller.</param>
    /// <param name="asked">The tables of a document.</param>
    /// <param name="withChanges">Whether causes and the table as it is now are wanted, for those that are not current.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<TableStatusView>> TellAsync(TableLookup lookup, IReadOnlyList<AskedTable> asked, bool withChanges, CancellationToken cancellationToken)
    {
        var told = new List<TableStatusView>(asked.Count);
        foreach (var table in asked)
        {
            told.Add(await TellAsync(lookup, table, withChanges, cancellationToken));
        }

        return told;
    }

    private static async Task<TableStatusView> TellAsync(TableLookup lookup, AskedTable asked, bool withChanges, CancellationToken cancellationToken)
    {
        if (!(await lookup.FindAsync(asked.Tag, TableAddress.Of(asked), cancellationToken)).TryGet(out var found, out var refusal))
        {
            return new TableStatusView { Instance = asked.Instance, State = "unknown", Reason = refusal.Code, Concept = asked.Concept, Definition = asked.Definition, Parameters = asked.Parameters };
        }

        var isCurrent = asked.Record?.Hash == found.Hash;
        return new TableStatusView
        {
            Instance = asked.Instance,
            State = isCurrent ? "current" : asked.Record is null ? "unknown" : "outdated",
            Reason = asked.Record is null ? "record-lost" : null,
            Concept = found.Table.Concept.Value,
            Definition = found.Table.Definition,
            Parameters = found.Table.Parameters.ToString(),
            Title = found.Table.Title,
            Hash = found.Hash,
            AsOf = found.Table.AsOf,
            Table = withChanges && !isCurrent ? found.ToDocument() : null,
        };
    }
}
