using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Deadlines;

/// <summary>What all changes of a deadline by people have in common: who may, on which state it is based, that a repeated click changes nothing, and that whoever was told sees it.</summary>
internal sealed class DeadlineDesk(
    DeadlineStore deadlines, ConceptReader reader, DeadlineViewer viewer, DeadlineHints hints, Digests digests, ConceptTable table, IDirectory directory, ReminderClock schedule, TimeProvider clock)
{
    private const int MaxAttempts = 6;

    /// <summary>Checks, changes and answers the deadline; or the refusal with the deadline as it is.</summary>
    /// <param name="concept">The concept of the route.</param>
    /// <param name="id">The deadline of the route.</param>
    /// <param name="caller">Who acts.</param>
    /// <param name="kind">The log entry's kind.</param>
    /// <param name="allows">Whether the person may, as the card says, too.</param>
    /// <param name="change">The deadline afterwards, at an instant and by an operation.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Results<Ok<DeadlineView>, ProblemHttpResult>> HandleAsync(
        string concept, string id, Caller caller, string kind, Func<DeadlineActions, bool> allows, Func<Deadline, DateTimeOffset, string, Result<Deadline>> change, HttpContext context, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!Operation.Read(context.Request).TryGet(out var operation, out var refusal))
        {
            return refusal.ToProblem();
        }

        var conceptId = new ConceptId(concept);
        if (await reader.FindAsync(conceptId, cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        var isEditor = context.User.IsInRole(Roles.Editor);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await deadlines.FindAsync(conceptId, new DeadlineId(id), cancellationToken) is not { } stored)
            {
                return new UnknownDeadline(id).ToProblem();
            }

            var at = clock.GetUtcNow();
            if (stored.Deadline.Knows(operation))
            {
                return await AnswerAsync(stored);
            }

            if (!(await DecideAsync(stored, at)).TryGet(out var next, out refusal))
            {
                return refusal.Kind is RefusalKind.Conflict or RefusalKind.PreconditionFailed ? refusal.ToProblem([new("current", await viewer.ViewAsync(reading.Snapshot.Concept, stored, caller, isEditor, cancellationToken))]) : refusal.ToProblem();
            }

            if (next.Version == stored.Deadline.Version)
            {
                return await AnswerAsync(stored);
            }

            if (await WriteAsync(conceptId, stored, next, caller.Id, kind, operation, at, cancellationToken))
            {
                return await AnswerAsync(await deadlines.FindAsync(conceptId, next.Id, cancellationToken) ?? stored);
            }
        }

        throw new ConceptUnsettledException(conceptId);

        async Task<Result<Deadline>> DecideAsync(StoredDeadline stored, DateTimeOffset at)
        {
            if (!EntityTags.Matches(context.Request, stored.Deadline.Version).TryGet(out var matches, out var missing))
            {
                return missing;
            }

            if (!matches)
            {
                return new PreconditionFailed();
            }

            // What cannot be done by anybody says why; what this person may not do says so.
            var changed = change(stored.Deadline, at, operation);
            var known = await directory.ReadAsync(cancellationToken);
            var mayInAnyState = Enum.GetValues<DeadlineState>().Any(state => allows(DeadlineRights.Of(stored.Deadline with { State = state }, stored.Row, null, caller, isEditor, known)));
            return mayInAnyState || changed.Refusal is FollowsItsSource ? changed : new NotAllowed(caller.Id, "do this with somebody else's deadline");
        }

        async Task<Results<Ok<DeadlineView>, ProblemHttpResult>> AnswerAsync(StoredDeadline stored)
        {
            context.Response.Headers.ETag = EntityTags.Of(stored.Deadline.Version);
            return TypedResults.Ok(await viewer.ViewAsync(reading.Snapshot.Concept, stored, caller, isEditor, cancellationToken));
        }
    }

    /// <summary>Writes a new deadline.</summary>
    /// <returns>False where there is one of that id.</returns>
    public async Task<bool> AddAsync(ConceptId concept, Deadline deadline, MemberId by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var next = schedule.Schedule.Next(deadline.Kind, deadline.Due, at);
        var row = DeadlineRow.From(concept, deadline, before: null, next);
        var actions = new List<TableTransactionAction> { new(TableTransactionActionType.Add, row), new(TableTransactionActionType.Add, LogOf(concept, deadline, by, "DeadlineCreated", deadline.Operations[^1], at)) };
        if (next is { } instant)
        {
            await hints.RaiseAsync(concept, instant, cancellationToken);
            actions.Add(new(TableTransactionActionType.UpsertReplace, row.AsNext(instant)));
        }

        return await deadlines.TrySubmitAsync(actions, cancellationToken);
    }

    private async Task<bool> WriteAsync(ConceptId concept, StoredDeadline stored, Deadline next, MemberId by, string kind, string operation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var reminder = next.State is DeadlineState.Open ? schedule.Schedule.Next(next.Kind, next.Due, at) : null;
        var row = DeadlineRow.From(concept, next, stored.Row, reminder);
        var actions = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.UpdateReplace, row, stored.Row.ETag),
            new(TableTransactionActionType.Add, LogOf(concept, next, by, kind, operation, at)),
        };
        if (!string.IsNullOrEmpty(stored.Row.Next) && stored.Row.Next != row.Next && await deadlines.FindRowAsync(concept, stored.Row.Next, cancellationToken) is { } old)
        {
            actions.Add(new(TableTransactionActionType.Delete, old, old.ETag));
        }

        if (reminder is { } instant)
        {
            await hints.RaiseAsync(concept, instant, cancellationToken);
            actions.Add(new(TableTransactionActionType.UpsertReplace, row.AsNext(instant)));
        }

        // Whoever was told sees the change at once; should this process die before that, the timer finds the touch.
        var wasTold = !string.IsNullOrEmpty(stored.Row.ToldAt);
        var touch = DeadlineTouchRow.For(concept, next.Id, at);
        if (wasTold && touch.RowKey != row.Next)
        {
            await hints.RaiseAsync(concept, at, cancellationToken);
            actions.Add(new(TableTransactionActionType.UpsertReplace, touch));
        }

        if (!await deadlines.TrySubmitAsync(actions, cancellationToken))
        {
            return false;
        }

        if (wasTold)
        {
            await digests.RefreshAsync(concept, next.Id, at, cancellationToken);
            var client = await table.OpenAsync(cancellationToken);
            await client.DeleteEntityAsync(concept.Value, touch.RowKey, cancellationToken: cancellationToken);
        }

        return true;
    }

    // The key follows from the operation: where a lost answer makes a click come twice, it is one entry.
    private static LogRow LogOf(ConceptId concept, Deadline deadline, MemberId by, string kind, string operation, DateTimeOffset at) => new()
    {
        PartitionKey = concept.Value,
        RowKey = LogRow.Key(at, $"{operation}-{deadline.Id}"),
        Kind = kind,
        Deadline = deadline.Id.Value,
        For = deadline.Owners is [var only] ? only.Value : null,
        To = deadline.State.ToString(),
        Version = deadline.Version,
        By = by.Value,
        At = at,
        Reason = deadline.Reason,
    };
}
