using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Brings a round from Closing to Closed, or from Cancelling to Cancelled: ballots are sealed and counted, the items moved, and what passed goes to the steering group.</summary>
internal sealed class EndingSteps(
    RoundStore rounds, ConceptReader reader, RoundItemWriter items, BallotSealer sealer, IDirectory directory, RoundHints hints, NoticeHints notices, TimeProvider clock)
{
    /// <summary>Takes the next step.</summary>
    /// <returns>False where somebody else was quicker.</returns>
    /// <exception cref="InvalidOperationException">The concept has no steering group any more: the round waits until it has one again.</exception>
    public async Task<bool> TakeAsync(ConceptId concept, StoredRound stored, CancellationToken cancellationToken)
    {
        var round = stored.Round;
        if (round.State is RoundState.Closing && round.Outcomes.Count == 0)
        {
            return await CountAsync(concept, stored, cancellationToken);
        }

        if (stored.Progress < round.Items.Count)
        {
            var outcomes = round.Outcomes.ToDictionary(outcome => outcome.Item);
            return await items.MoveNextAsync(
                concept, stored, round.EndedBy ?? RoundActor.System, (item, now) => now.Round == round.Id ? Decided(round, outcomes.GetValueOrDefault(item.Item)) : null, cancellationToken);
        }

        return await EndAsync(concept, stored, cancellationToken);
    }

    private async Task<bool> CountAsync(ConceptId concept, StoredRound stored, CancellationToken cancellationToken)
    {
        if (!await sealer.SealAsync(concept, stored.Round.Id, cancellationToken))
        {
            return false;
        }

        var ballots = await rounds.BallotsAsync(concept, stored.Round.Id, withVotes: true, cancellationToken);
        var reading = await reader.FindAsync(concept, cancellationToken) ?? throw new InvalidDataException($"Concept {concept} is gone while round {stored.Round.Id} closes.");

        // The reasons stay on the sealed ballots: 500 voters have more to say than one row holds.
        var outcomes = RoundCount.Of(stored.Round, ballots.Select(ballot => ballot.Ballot), RoundItems.Live(stored.Round, reading.Snapshot))
            .Select(outcome => outcome with { Statements = [] })
            .ToValueList();
        return await rounds.TrySubmitAsync([Replace(concept, stored, stored.Round.Counted(outcomes))], cancellationToken);
    }

    private async Task<bool> EndAsync(ConceptId concept, StoredRound stored, CancellationToken cancellationToken)
    {
        // Nothing is counted when a round is called off, but nothing may be written to its ballots afterwards either.
        if (!await sealer.SealAsync(concept, stored.Round.Id, cancellationToken))
        {
            return false;
        }

        await rounds.RemoveDraftsAsync(concept, stored.Round.Id, cancellationToken);
        var ended = stored.Round.Ended();
        var following = await FollowAsync(concept, ended, cancellationToken);
        await notices.RaiseAsync(concept, cancellationToken);
        var at = clock.GetUtcNow();
        var rows = new WriteSet(concept, $"{ended.Id}-end", $"round:{ended.Id}");
        rows.Add(Replace(concept, stored, ended));
        rows.Log(ended.State is RoundState.Closed ? "RoundClosed" : "RoundCancelled", ended.Id, ended.EndedBy ?? RoundActor.System, at, version: ended.Version);
        rows.Add(Outbox.RoundCard(concept, ended, at));
        rows.Add(Outbox.BallotCards(concept, ended, at));
        if (following is not null)
        {
            await hints.StepsBeginAsync(concept, following.Id, cancellationToken);
            await hints.DueAsync(concept, following.Id, following.Due, cancellationToken);
            rows.Add(new TableTransactionAction(TableTransactionActionType.Add, RoundRow.From(concept, following, progress: following.Items.Count)));
        }

        return await rounds.TrySubmitAsync(rows.Actions, cancellationToken);
    }

    private async Task<ApprovalRound?> FollowAsync(ConceptId concept, ApprovalRound ended, CancellationToken cancellationToken)
    {
        if (!Follows(ended))
        {
            return null;
        }

        var known = await directory.ReadAsync(cancellationToken);
        return known.SteeringGroupOf(concept) is { Members.Count: > 0 } steering
            ? RoundOpening.Follow(ended, steering)
            : throw new InvalidOperationException($"Round {ended.Id} has passed items, but concept {concept} has no steering group.");
    }

    /// <summary>Whether the steering group decides on something that this round has passed.</summary>
    public static bool Follows(ApprovalRound round) =>
        round is { State: RoundState.Closed, Stage: Stage.WorkingGroup } && round.Outcomes.Any(outcome => outcome.Decision is Decision.Passed);

    private static ItemMove Decided(ApprovalRound round, ItemOutcome? outcome) => (round.State, round.Stage, outcome?.Decision) switch
    {
        (RoundState.Cancelling, _, _) => ItemMove.To(ItemState.Draft, $"Cancelled: {round.Reason}"),
        (_, Stage.WorkingGroup, Decision.Passed) => ItemMove.Before(round.SteeringRound, Stage.SteeringGroup),
        (_, Stage.SteeringGroup, Decision.Passed) => ItemMove.To(ItemState.Agreed, ReasonOf(outcome!)),
        _ => ItemMove.To(ItemState.Draft, outcome is null ? "Undecided" : ReasonOf(outcome)),
    };

    private static string ReasonOf(ItemOutcome outcome) => FormattableString.Invariant(
        $"{outcome.Decision}: {outcome.Count.Approve} approve, {outcome.Count.ApproveWithChange} with change, {outcome.Count.Reject} reject, {outcome.Count.Abstain} abstain, {outcome.Count.Recused} recused, of {outcome.Count.Electorate}");

    private static TableTransactionAction Replace(ConceptId concept, StoredRound stored, ApprovalRound next) =>
        new(TableTransactionActionType.UpdateReplace, RoundRow.From(concept, next), stored.ETag);
}
