using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Reminders;

/// <summary>Reminds people of what is due, by the hints and next rows alone: what is not due is not even read. Safe to run twice at once, and to be killed anywhere.</summary>
/// <remarks>
/// First every deadline that is due puts down whom to remind, and only then its next reminder is fixed; both may be repeated. Digests are
/// made last, when everything that is due has been put down, by this instance or by another. Whoever fires a deadline deletes its next
/// row as it was read, so of two only one advances it.
/// </remarks>
internal sealed partial class ReminderTimer(
    ConceptTable table, DeadlineStore deadlines, DeadlineHints hints, Digests digests, RoundCall calls, NoticeHints notices, PeriodicNotices periodic, IDirectory directory, ReminderClock schedule,
    TimeProvider clock, ILogger<ReminderTimer> log)
{
    /// <summary>How often a concept is looked at again: what its sources touched may be due at once, but not for ever.</summary>
    private const int MaxPasses = 4;

    /// <summary>Tells everybody what is to be told now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var concept in (await hints.DueAsync(now, cancellationToken)).GroupBy(hint => hint.ReadConcept()))
        {
            await GuardAsync(concept.Key.Value, () => RunAsync(concept.Key, [.. concept], now, cancellationToken));
        }

        await GuardAsync(Tenant.Partition, () => digests.MakeAsync(now, cancellationToken));
        await GuardAsync(Tenant.Partition, () => periodic.MakeAsync(now, cancellationToken));
    }

    /// <summary>Looks through every concept for a next row whose hint got lost. Reads one row of each.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in table.ByPrefixAsync<ConceptIndexRow>(Tenant.Partition, ConceptIndexRow.Prefix, cancellationToken: cancellationToken))
        {
            var concept = row.ReadConcept();
            await GuardAsync(concept.Value, async () =>
            {
                if (await deadlines.FirstNextAfterAsync(concept, DateTimeOffset.UnixEpoch, cancellationToken) is { } first)
                {
                    await hints.RaiseAsync(concept, first, cancellationToken);
                }
            });
        }
    }

    private async Task RunAsync(ConceptId concept, IReadOnlyList<DeadlineHintRow> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // People are told things at civil hours only; what an outage left for the night waits for the morning.
        var mayTell = schedule.Schedule.IsCivil(now);
        var isDone = false;
        for (var pass = 0; pass < MaxPasses && !isDone; pass++)
        {
            var rows = await deadlines.NextAsync(concept, now, cancellationToken);
            var touched = rows.Where(row => row.Touch).Select(row => row.ReadId()).ToHashSet();
            var work = rows.Where(row => row.Touch || (mayTell && !touched.Contains(row.ReadId()))).ToArray();
            foreach (var row in work)
            {
                await GuardAsync(concept.Value, () => row.Touch ? SettleAsync(concept, row, now, cancellationToken) : FireAsync(concept, row, now, cancellationToken));
            }

            isDone = rows.Count == 0;
            if (work.Length == 0)
            {
                break;
            }
        }

        if (!isDone)
        {
            return;
        }

        if (await deadlines.FirstNextAfterAsync(concept, now, cancellationToken) is { } next)
        {
            await hints.RaiseAsync(concept, next, cancellationToken);
        }

        foreach (var hint in due)
        {
            await hints.ForgetAsync(hint, cancellationToken);
        }
    }

    // The source has written the deadline: whoever was told of it sees it anew, and its next reminder is fixed.
    private async Task SettleAsync(ConceptId concept, DeadlineRow touch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = touch.ReadId();
        var row = await deadlines.FindRowAsync(concept, DeadlineRow.Key(id), cancellationToken);
        if (row?.Kind is null)
        {
            await deadlines.TrySubmitAsync([new(TableTransactionActionType.Delete, touch, touch.ETag)], cancellationToken);
            return;
        }

        if (!string.IsNullOrEmpty(row.ToldAt))
        {
            await digests.RefreshAsync(concept, id, now, cancellationToken);
        }

        // What was missed before the source wrote it is not lost by that.
        var touchedAt = DeadlineRow.AtOf(touch.RowKey);
        var old = string.IsNullOrEmpty(row.Next) ? (DateTimeOffset?)null : DeadlineRow.AtOf(row.Next);
        var after = old < touchedAt ? old.Value.AddTicks(-1) : touchedAt;
        var (next, told) = await NextAsync(concept, row, after, now, cancellationToken);

        var key = next is { } at ? DeadlineRow.NextKey(at, id) : "";
        var actions = new List<TableTransactionAction>();
        if (key != touch.RowKey)
        {
            actions.Add(new(TableTransactionActionType.Delete, touch, touch.ETag));
        }

        if (old is not null && row.Next != key && row.Next != touch.RowKey && await deadlines.FindRowAsync(concept, row.Next!, cancellationToken) is { } stale)
        {
            actions.Add(new(TableTransactionActionType.Delete, stale, stale.ETag));
        }

        if (next is { } instant)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, row.AsNext(instant)));
        }

        var known = new DeadlineTimerRow { PartitionKey = concept.Value, RowKey = row.RowKey, Next = key };
        await SubmitAsync(concept, [.. actions, new(TableTransactionActionType.UpdateMerge, known, row.ETag), .. told], cancellationToken);
    }

    private async Task<(DateTimeOffset? Next, IReadOnlyList<TableTransactionAction> Told)> NextAsync(ConceptId concept, DeadlineRow row, DateTimeOffset after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deadline = row.IsGone ? null : row.ToDomain();
        if (deadline is { State: DeadlineState.Open })
        {
            return (schedule.Schedule.Next(deadline.Kind, deadline.Due, after), await EscalationsAsync(concept, row, now, cancellationToken));
        }

        if (deadline is not { Kind: DeadlineKind.RoundDue, Source.Id: { } round })
        {
            return (null, []);
        }

        // A round that ended without enough votes is told to those who can do something about it, on the first morning after.
        var told = await EscalationsAsync(concept, row, now, cancellationToken);
        var last = schedule.Schedule.FirstMorningAfter(deadline.Due);
        var isOverdue = last > after && await calls.ReadAsync(concept, new RoundId(round), cancellationToken) is { } state && state.IsOverdue(last);
        return (isOverdue ? last : null, told);
    }

    // An escalation that was shown is made current.
    private async Task<IReadOnlyList<TableTransactionAction>> EscalationsAsync(ConceptId concept, DeadlineRow row, DateTimeOffset now, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(row.EscalatedAt) && row.SourceId is { } round && await calls.ReadAsync(concept, new RoundId(round), cancellationToken) is { } state
            ? Escalate(concept, state.Round, await directory.ReadAsync(cancellationToken), now)
            : [];

    private async Task FireAsync(ConceptId concept, DeadlineRow due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deadline = due.ToDomain();
        var known = await directory.ReadAsync(cancellationToken);
        var call = deadline is { Kind: DeadlineKind.RoundDue, Source.Id: { } round } ? await calls.ReadAsync(concept, new RoundId(round), cancellationToken) : null;
        var members = deadline.Kind is DeadlineKind.RoundDue ? CalledNow(deadline, call, DeadlineRow.AtOf(due.RowKey), now) : deadline.RemindedIn(known);
        await digests.RemindAsync(members, concept, deadline.Id, deadline.IsMandatory, CivilTime.DayOf(now), cancellationToken);

        var told = call is not null && IsToEscalate(deadline, call, due, now) ? Escalate(concept, call.Round, known, now) : [];
        var next = schedule.Schedule.Next(deadline.Kind, deadline.Due, now);
        var state = new DeadlineTimerRow
        {
            PartitionKey = concept.Value,
            RowKey = DeadlineRow.Key(deadline.Id),
            Next = next is { } instant ? DeadlineRow.NextKey(instant, deadline.Id) : "",
            ToldAt = members.Count > 0 ? DueText.Of(now) : null,
            EscalatedAt = told.Count > 0 ? DueText.Of(now) : null,
        };
        var actions = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.Delete, due, due.ETag),
            new(TableTransactionActionType.UpdateMerge, state, ETag.All),
            new(TableTransactionActionType.UpsertReplace, LogOf(concept, deadline, due, members.Count, now)),
        };
        if (next is { } at)
        {
            (due.ToldAt, due.EscalatedAt) = (state.ToldAt ?? due.ToldAt, state.EscalatedAt ?? due.EscalatedAt);
            actions.Add(new(TableTransactionActionType.UpsertReplace, due.AsNext(at)));
        }

        await SubmitAsync(concept, [.. actions, .. told], cancellationToken);
    }

    private IReadOnlyList<MemberId> CalledNow(Deadline deadline, RoundCallState? call, DateTimeOffset from, DateTimeOffset now) =>
        call is { Round.State: RoundState.Open } && now <= call.Round.Due && schedule.Schedule.RoundDaysBefore.Any(days => schedule.Schedule.MorningFor(deadline.Due, days) is var at && at >= from && at <= now)
            ? call.Missing
            : [];

    private bool IsToEscalate(Deadline deadline, RoundCallState call, DeadlineRow due, DateTimeOffset now)
    {
        if (call.IsOverdue(now))
        {
            return DeadlineRow.AtOf(due.RowKey) >= schedule.Schedule.FirstMorningAfter(deadline.Due);
        }

        return string.IsNullOrEmpty(due.EscalatedAt) && call is { Round.State: RoundState.Open, HasQuorum: false } && now <= call.Round.Due && schedule.Schedule.IsTimeToEscalate(deadline.Due, now);
    }

    private static IReadOnlyList<TableTransactionAction> Escalate(ConceptId concept, ApprovalRound round, TenantDirectory known, DateTimeOffset now) =>
        [.. RoundCall.Responsible(round, known).Select(member => Outbox.Escalation(concept, round, member, now))];

    private async Task SubmitAsync(ConceptId concept, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        if (actions.Any(action => action.Entity is NoticeRow))
        {
            await notices.RaiseAsync(concept, cancellationToken);
        }

        // Refused where another instance, a person or the source was quicker; the next pass sees what they left.
        await deadlines.TrySubmitAsync(actions, cancellationToken);
    }

    // The key follows from the reminder: written again after a lost answer it is the same entry.
    private static LogRow LogOf(ConceptId concept, Deadline deadline, DeadlineRow due, int told, DateTimeOffset now) => new()
    {
        PartitionKey = concept.Value,
        RowKey = LogRow.Key(DeadlineRow.AtOf(due.RowKey), $"{deadline.Id}-reminded"),
        Kind = "Reminded",
        Deadline = deadline.Id.Value,
        By = Rounds.RoundActor.System.Value,
        At = now,
        Reason = FormattableString.Invariant($"{told} to be told"),
    };

    // One deadline or concept that cannot be dealt with must not keep the others from it.
    private async Task GuardAsync(string where, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, where);
        }
    }

    [LoggerMessage(LogLevel.Error, "A reminder of {Concept} could not be dealt with and will be tried again")]
    private partial void LogFailed(Exception failure, string concept);
}
