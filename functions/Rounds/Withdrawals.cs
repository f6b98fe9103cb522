using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Tells a round that an item was taken away from it by an edit: its cards, those who have voted, and the log, in the transaction of the edit.</summary>
internal sealed class Withdrawals(RoundStore rounds, RoundChanges changes, NoticeHints notices)
{
    /// <summary>Reads the rounds that lose items, before the edit is written.</summary>
    public async Task<IReadOnlyDictionary<RoundId, ApprovalRound>> RoundsOfAsync(ConceptId concept, IEnumerable<Withdrawal> withdrawals, CancellationToken cancellationToken)
    {
        var found = new Dictionary<RoundId, ApprovalRound>();
        foreach (var id in withdrawals.Select(withdrawal => withdrawal.Round).Distinct())
        {
            if (await rounds.FindAsync(concept, id, cancellationToken) is { } stored)
            {
                found[id] = stored.Round;
            }
        }

        if (found.Count > 0)
        {
            await notices.RaiseAsync(concept, cancellationToken);
        }

        return found;
    }

    /// <summary>Adds to an edit what its rounds are told.</summary>
    public async Task TellAsync(ConceptId concept, WriteSet rows, CancellationToken cancellationToken)
    {
        var found = await RoundsOfAsync(concept, rows.Withdrawals, cancellationToken);
        foreach (var withdrawal in rows.Withdrawals)
        {
            rows.LogWithdrawal(withdrawal);
        }

        foreach (var notice in Notices(concept, rows.Withdrawals, found))
        {
            rows.Add(notice);
        }
    }

    /// <summary>What the withdrawals ask to be shown: each item's to those who have voted on it, each round's cards once.</summary>
    public static IEnumerable<TableTransactionAction> Notices(ConceptId concept, IReadOnlyCollection<Withdrawal> withdrawals, IReadOnlyDictionary<RoundId, ApprovalRound> rounds)
    {
        foreach (var (round, edits) in withdrawals.GroupBy(withdrawal => withdrawal.Round).Where(group => rounds.ContainsKey(group.Key)).Select(group => (rounds[group.Key], group.Select(withdrawal => withdrawal.Edit).ToArray())))
        {
            foreach (var edit in edits)
            {
                yield return Outbox.ItemWithdrawn(concept, round.Id, edit.Item, edit.Revision, edit.At);
            }

            yield return Outbox.RoundCard(concept, round, edits[^1].At);
            yield return Outbox.BallotCards(concept, round, edits[^1].At);
        }
    }

    /// <summary>To be called when the edit is written: with its last item a round has nothing left to wait for.</summary>
    /// <remarks>Takes no token: the edit stands, and a caller who hangs up must not keep a round from closing.</remarks>
    public async Task CheckAsync(ConceptId concept, IEnumerable<Withdrawal> withdrawals)
    {
        foreach (var round in withdrawals.Select(withdrawal => withdrawal.Round).Distinct())
        {
            await changes.CloseIfCompleteAsync(concept, round, CancellationToken.None);
        }
    }
}
