using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Changes open rounds: closes, cancels, extends them, and changes who may vote.</summary>
internal sealed class RoundChanges(RoundStore rounds, BallotProgress progress, ConceptReader reader, RoundHints hints, DeadlineHints deadlines, NoticeHints notices, RoundWorker worker, TimeProvider clock)
{
    private const int MaxAttempts = 6;

    /// <summary>Stops taking votes; the rest follows beside the request.</summary>
    public async Task<Result<ApprovalRound>> CloseAsync(ConceptId concept, RoundId id, ClosingCause cause, MemberId? by, string? reason, CancellationToken cancellationToken)
    {
        var closed = await ChangeAsync(
            concept,
            id,
            async (round, rows, at) =>
            {
                // The repetition of a click, or of a write whose answer got lost.
                if (round.State is not RoundState.Open && round.ClosedFor == cause && round.EndedBy == by)
                {
                    return round;
                }

                if (!round.BeginClosing(cause, by, at).TryGet(out var next, out var refusal))
                {
                    return refusal;
                }

                await hints.StepsBeginAsync(concept, id, cancellationToken);
                rows.Log("RoundClosing", id, by ?? RoundActor.System, at, reason ?? cause.ToString(), version: next.Version);
                rows.Add(Outbox.RoundCard(concept, next, at));
                return next;
            },
            cancellationToken);
        return Go(concept, closed);
    }

    /// <summary>Calls a round off; the rest follows beside the request.</summary>
    public async Task<Result<ApprovalRound>> CancelAsync(ConceptId concept, RoundId id, MemberId by, string reason, CancellationToken cancellationToken)
    {
        var cancelled = await ChangeAsync(
            concept,
            id,
            async (round, rows, at) =>
            {
                if (round.State is RoundState.Cancelling or RoundState.Cancelled && round.EndedBy == by && round.Reason == reason)
                {
                    return round;
                }

                if (!round.BeginCancelling(reason, by, at).TryGet(out var next, out var refusal))
                {
                    return refusal;
                }

                await hints.StepsBeginAsync(concept, id, cancellationToken);
                rows.Log("RoundCancelling", id, by, at, reason, version: next.Version);
                rows.Add(Outbox.RoundCard(concept, next, at));
                return next;
            },
            cancellationToken);
        return Go(concept, cancelled);
    }

    /// <summary>Gives a round another due instant.</summary>
    public async Task<Result<ApprovalRound>> ExtendAsync(ConceptId concept, RoundId id, DateTimeOffset due, MemberId by, string? reason, CancellationToken cancellationToken)
    {
        DateTimeOffset? before = null;
        var extended = await ChangeAsync(
            concept,
            id,
            async (round, rows, at) =>
            {
                before = round.Due;
                if (round.Due == due && round.State is RoundState.Open)
                {
                    return round;
                }

                if (!round.Extend(due, at).TryGet(out var next, out var refusal))
                {
                    return refusal;
                }

                await hints.DueAsync(concept, id, next.Due, cancellationToken);
                rows.Log("RoundExtended", id, by, at, reason, version: next.Version);
                rows.Follow(DeadlineFollow.Of(concept, next, at, round), at);
                rows.Add(Outbox.RoundCard(concept, next, at));
                rows.Add(Outbox.BallotCards(concept, next, at));
                return next;
            },
            cancellationToken);

        // Left behind by a kill, the old hint only makes the timer look once.
        if (extended.TryGet(out var done, out _) && before is { } old && old != done.Due)
        {
            await hints.NotDueAsync(concept, id, old, cancellationToken);
        }

        return extended;
    }

    /// <summary>Closes the round where everybody has voted on everything that is still before the group. Cheap to ask for, and safe to ask twice.</summary>
    public async Task CloseIfCompleteAsync(ConceptId concept, RoundId id, CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(concept, id, cancellationToken) is not { Round.State: RoundState.Open } stored || await reader.FindAsync(concept, cancellationToken) is not { } reading)
        {
            return;
        }

        var ballots = await progress.ReadAsync(concept, id, cancellationToken);
        if (stored.Round.IsComplete(ballots, RoundItems.Live(stored.Round, reading.Snapshot)))
        {
            await CloseCompleteAsync(concept, stored.Round, cancellationToken);
        }
    }

    /// <summary>Closes a round that was found complete, unless it has changed since: then whoever changed it looks for itself.</summary>
    /// <returns>The round as it is now.</returns>
    public async Task<ApprovalRound> CloseCompleteAsync(ConceptId concept, ApprovalRound complete, CancellationToken cancellationToken)
    {
        var closed = await ChangeAsync(
            concept,
            complete.Id,
            async (round, rows, at) =>
            {
                if (round.Version != complete.Version || !round.BeginClosing(ClosingCause.Complete, by: null, at).TryGet(out var next, out _))
                {
                    return round;
                }

                await hints.StepsBeginAsync(concept, round.Id, cancellationToken);
                rows.Log("RoundClosing", round.Id, RoundActor.System, at, nameof(ClosingCause.Complete), version: next.Version);
                rows.Add(Outbox.RoundCard(concept, next, at));
                return next;
            },
            cancellationToken);
        return Go(concept, closed).TryGet(out var now, out _) ? now : complete;
    }

    /// <summary>Decides on the present round and writes the decision under its entity tag, a bounded number of times.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="id">The round.</param>
    /// <param name="decide">Puts rows into the set it is given and answers the round afterwards; the same round where nothing is to be written.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Result<ApprovalRound>> ChangeAsync(
        ConceptId concept, RoundId id, Func<ApprovalRound, WriteSet, DateTimeOffset, Task<Result<ApprovalRound>>> decide, CancellationToken cancellationToken)
    {
        var operation = $"{id}-{Guid.NewGuid():N}"[..(id.Value.Length + 9)];
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await rounds.FindAsync(concept, id, cancellationToken) is not { } stored)
            {
                return new UnknownRound(id.Value);
            }

            var at = clock.GetUtcNow();
            var rows = new WriteSet(concept, operation, $"round:{id}");
            if (!(await decide(stored.Round, rows, at)).TryGet(out var next, out var refusal))
            {
                return refusal;
            }

            if (next.Version == stored.Round.Version)
            {
                return next;
            }

            await notices.RaiseAsync(concept, cancellationToken);
            if (rows.DeadlinesTouchedAt is { } touched)
            {
                await deadlines.RaiseAsync(concept, touched, cancellationToken);
            }

            var own = new TableTransactionAction(TableTransactionActionType.UpdateReplace, RoundRow.From(concept, next), stored.ETag);
            if (await rounds.TrySubmitAsync([own, .. rows.Actions], cancellationToken))
            {
                return next;
            }
        }

        throw new RoundUnsettledException(id);
    }

    private Result<ApprovalRound> Go(ConceptId concept, Result<ApprovalRound> changed)
    {
        if (changed.TryGet(out var round, out _) && round.State is RoundState.Closing or RoundState.Cancelling)
        {
            _ = worker.Start(concept, round.Id);
        }

        return changed;
    }
}
