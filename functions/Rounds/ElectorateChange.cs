using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Changes who may vote in an open round. Each member's change is a log entry of its own.</summary>
internal sealed class ElectorateChange(RoundStore rounds, RoundChanges changes)
{
    /// <summary>How many members one change can name: each takes a ballot, a log entry and a notice of one transaction.</summary>
    public const int MaxMembers = 30;

    public async Task<Result<ApprovalRound>> ApplyAsync(
        ConceptId concept, RoundId id, IReadOnlyList<MemberId> add, IReadOnlyList<MemberId> remove, string reason, MemberId by, CancellationToken cancellationToken)
    {
        var changed = await changes.ChangeAsync(
            concept,
            id,
            async (round, rows, at) =>
            {
                if (!round.ChangeElectorate(add, remove).TryGet(out var next, out var refusal))
                {
                    return refusal;
                }

                foreach (var member in next.Electorate.Except(round.Electorate))
                {
                    // Somebody who comes back finds the own ballot again.
                    rows.Add(await rounds.FindBallotAsync(concept, id, member, cancellationToken) is null ? OpeningSteps.EmptyBallot(concept, id, member) : Mark(concept, id, member, removed: false));
                    rows.Log("VoterAdded", id, by, at, reason, member, next.Version);
                    rows.Add(Outbox.BallotCard(concept, id, next.OpenedAt, member, at));
                }

                foreach (var member in round.Electorate.Except(next.Electorate))
                {
                    rows.Add(Mark(concept, id, member, removed: true));
                    rows.Log("VoterRemoved", id, by, at, reason, member, next.Version);
                    rows.Add(Outbox.BallotCard(concept, id, next.OpenedAt, member, at));
                }

                rows.Add(Outbox.RoundCard(concept, next, at));
                return next;
            },
            cancellationToken);
        if (changed.TryGet(out _, out _))
        {
            await changes.CloseIfCompleteAsync(concept, id, cancellationToken);
        }

        return changed;
    }

    // Whatever stands on the ballot stays; a vote that is being cast meets a changed entity tag and is decided again.
    private static TableTransactionAction Mark(ConceptId concept, RoundId round, MemberId member, bool removed) => new(
        TableTransactionActionType.UpdateMerge,
        new BallotRemovalRow { PartitionKey = concept.Value, RowKey = BallotRow.Key(round, member), Removed = removed },
        Azure.ETag.All);
}
