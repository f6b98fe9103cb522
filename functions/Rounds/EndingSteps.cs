using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Brings a round from Closing to Closed, or from Cancelling to Cancelled: ballots are sealed and counted, the items moved, and what passed goes to the steering group.</summary>
internal sealed class EndingSteps(
    RoundStore rounds, ConceptReader reader, RoundItemWriter items, BallotSealer sealer, IDirectory directory, RoundHints hints, DeadlineHints deadlines, NoticeHints notices, TimeProvider clock)
{
    /// <summary>Takes the next step.</summary>
    /// <returns>What became of it: the round waits where it has passed items and the concept has no steering group any more.</returns>
    public async Task<Step> TakeAsync(ConceptId concept, StoredRound stored, CancellationToken cancellationToken)
    {
        var round = stored.Round;
        if (round.State is RoundState.Closing && round.Outcomes.Count == 0)
        {
            return Of(await CountAsync(concept, stored, cancellationToken));
        }

        if (stored.Progress < round.Items.Count)
        {
            var outcomes = round.Outcomes.ToDictionary(outcome => outcome.Item);
            return Of(await items.MoveNextAsync(
                concept, stored, round.EndedBy ?? RoundActor.System, (item, now) => now.Round == round.Id ? Decided(round, outcomes.GetValueOrDefault(item.Item)) : null, cancellationToken));
        }

        var ended = round.Ended();
        if (!Follows(ended))
        {
            return Of(await EndAsync(concept, stored, ended, following: null, cancellationToken));
        }

        var known = await directory.ReadAsync(cancellationToken);
        return known.SteeringGroupOf(concept) is { Members.Count: > 0 } steering
            ? Of(await EndAsync(concept, stored, ended, RoundOpening.Follow(ended, steering), cancellationToken))
            : await WaitAsync(concept, stored, cancellationToken);
    }

    private static Step Of(bool taken) => taken ? Step.Taken : Step.Overtaken;

    // Said once: while it waits, the timer comes back every minute.
    private async Task<Step> WaitAsync(ConceptId concept, StoredRound stored, CancellationToken cancellationToken)
    {
        if (stored.Round.PausedFor is not null)
        {
            return Step.Waits;
        }

        var at = clock.GetUtcNow();
        var waiting = stored.Round.Wait(PauseReason.NoSteeringGroup, at);
        await notices.RaiseAsync(concept, cancellationToken);
        var rows = new WriteSet(concept, $"{waiting.Id}-wait-{at.UtcTicks}", $"round:{waiting.Id}");
        rows.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, RoundRow.From(concept, waiting, stored.Progress), stored.ETag));
        rows.Log("RoundWaits", waiting.Id, RoundActor.System, at, nameof(PauseReason.NoSteeringGroup), version: waiting.Version);
        rows.Add(Outbox.RoundPaused(concept, waiting, at));
        rows.Add(Outbox.RoundCard(concept, waiting, at));
        return Of(await rounds.TrySubmitAsync(rows.Actions, cancellationToken));
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

    private async Task<bool> EndAsync(ConceptId concept, StoredRound stored, ApprovalRound ended, ApprovalRound? following, CancellationToken cancellationToken)
    {
        // Nothing is counted when a round is called off, but nothing may be written to its ballots afterwards either.
        if (!await sealer.SealAsync(concept, stored.Round.Id, cancellationToken))
        {
            return false;
        }

        await rounds.RemoveDraftsAsync(concept, stored.Round.Id, cancellationToken);
        await notices.RaiseAsync(concept, cancellationToken);
        var at = clock.GetUtcNow();
        var rows = new WriteSet(concept, $"{ended.Id}-end", $"round:{ended.Id}");
        rows.Add(Replace(concept, stored, ended));
        rows.Log(ended.State is RoundState.Closed ? "RoundClosed" : "RoundCancelled", ended.Id, ended.EndedBy ?? RoundActor.System, at, version: ended.Version);
        rows.Add(Outbox.RoundCard(concept, ended, at));
        rows.Add(Outbox.BallotCards(concept, ended, at));
        await deadlines.RaiseAsync(concept, at, cancellationToken);
        rows.Follow(DeadlineFollow.Of(concept, ended, at, stored.Round), at);
        if (following is not null)
        {
            await hints.StepsBeginAsync(concept, following.Id, cancellationToken);
            await hints.DueAsync(concept, following.Id, following.Due, cancellationToken);
            rows.Add(new TableTransactionAction(TableTransactionActionType.Add, RoundRow.From(concept, following, progress: following.Items.Count)));
        }

        return await rounds.TrySubmitAsync(rows.Actions, cancellationToken);
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
