using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Reads rounds, ballots and drafts, and writes what belongs to them alone.</summary>
internal sealed class RoundStore(ConceptTable table)
{
    private static readonly string[] _keyColumns = [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey)];

    /// <summary>The round; null where there is none.</summary>
    public async Task<StoredRound?> FindAsync(ConceptId concept, RoundId round, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<RoundRow>(concept.Value, RoundRow.Key(round), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.Read() : null;
    }

    /// <summary>The concept's rounds, in no order that means anything.</summary>
    public async Task<IReadOnlyList<StoredRound>> ListAsync(ConceptId concept, CancellationToken cancellationToken)
    {
        var rounds = new List<StoredRound>();
        await foreach (var row in table.ByPrefixAsync<RoundRow>(concept.Value, RoundRow.Prefix, cancellationToken: cancellationToken))
        {
            rounds.Add(row.Read());
        }

        return rounds;
    }

    /// <summary>The concept's rounds that have not ended: few, however many years of rounds lie beside them.</summary>
    public async Task<IReadOnlyList<StoredRound>> ListRunningAsync(ConceptId concept, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var (from, to) = (RoundRow.Prefix, RoundRow.End);
        var (closed, cancelled) = (nameof(RoundState.Closed), nameof(RoundState.Cancelled));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {concept.Value} and RowKey ge {from} and RowKey lt {to} and State ne {closed} and State ne {cancelled}");
        var rounds = new List<StoredRound>();
        await foreach (var row in client.QueryAsync<RoundRow>(filter, cancellationToken: cancellationToken))
        {
            rounds.Add(row.Read());
        }

        return rounds;
    }

    /// <summary>One member's ballot; null where the member never was in the electorate.</summary>
    public async Task<StoredBallot?> FindBallotAsync(ConceptId concept, RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<BallotRow>(concept.Value, BallotRow.Key(round, member), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.Read() : null;
    }

    /// <summary>All ballots of a round.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="round">The round.</param>
    /// <param name="withVotes">Whether with their votes, or only who has voted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<StoredBallot>> BallotsAsync(ConceptId concept, RoundId round, bool withVotes, CancellationToken cancellationToken)
    {
        var ballots = new List<StoredBallot>();
        await foreach (var row in table.ByPrefixAsync<BallotRow>(concept.Value, BallotRow.KeyPrefix(round), withVotes ? null : BallotRow.ProgressColumns, cancellationToken))
        {
            ballots.Add(row.Read());
        }

        return ballots;
    }

    /// <summary>The choices somebody has kept for a ballot; null where there are none.</summary>
    public async Task<DraftRow?> FindDraftAsync(ConceptId concept, string key, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<DraftRow>(concept.Value, key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>Keeps choices. Only their author writes them, so the last one counts.</summary>
    public async Task SaveDraftAsync(DraftRow draft, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        await client.UpsertEntityAsync(draft, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Forgets choices; that there are none is no error.</summary>
    public async Task RemoveDraftAsync(ConceptId concept, string key, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        await client.DeleteEntityAsync(concept.Value, key, cancellationToken: cancellationToken);
    }

    /// <summary>Forgets everybody's choices for a round.</summary>
    public async Task RemoveDraftsAsync(ConceptId concept, RoundId round, CancellationToken cancellationToken)
    {
        await foreach (var row in table.ByPrefixAsync<DraftRow>(concept.Value, DraftRow.KeyPrefix(round), _keyColumns, cancellationToken))
        {
            await RemoveDraftAsync(concept, row.RowKey, cancellationToken);
        }
    }

    /// <summary>Writes all of it or nothing.</summary>
    /// <returns>False where somebody else was quicker: read and decide again.</returns>
    public async Task<bool> TrySubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        try
        {
            await client.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }
}
