using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Items;

/// <summary>Records a measure, and replaces what one says and what has become of it.</summary>
internal static class WriteMeasures
{
    public static void MapPostMeasure(this IEndpointRouteBuilder measures) =>
        measures.MapPost("/", PostAsync)
            .RequireAuthorization(Policies.Edit)
            .WithName("PostMeasure")
            .WithSummary("Records a measure as a draft, under the id given or a new one.");

    public static void MapPutMeasure(this IEndpointRouteBuilder measures) =>
        measures.MapPut("/{id}", PutAsync)
            .RequireAuthorization(Policies.Edit)
            .WithHeader("If-Match", "The entity tag of what the caller read; needed.")
            .WithName("PutMeasure")
            .WithSummary("Replaces a measure (If-Match). A change of content begins a revision and returns the measure to draft, unless it is a correction with an editorial reason.");

    private static async Task<Results<Created<MeasureView>, ProblemHttpResult>> PostAsync(
        string concept, MeasureDocument body, Caller caller, HttpResponse response, ConceptWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var operation = Guid.NewGuid().ToString("N");
        var written = await writer.WriteAsync(new ConceptId(concept), reading => Record(reading, body, caller, at, operation), cancellationToken);
        if (!written.TryGet(out var measure, out var refusal))
        {
            return refusal.ToProblem();
        }

        response.Headers.ETag = EntityTags.Of(measure.Version);
        return TypedResults.Created($"/api/concepts/{concept}/measures/{measure.Id}", ReadMeasures.View(measure));
    }

    private static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> PutAsync(
        string concept, string id, MeasureWrite body, Caller caller, HttpContext context, ConceptWriter writer, Withdrawals withdrawals, TimeProvider clock, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var operation = Guid.NewGuid().ToString("N");
        Measure? current = null;
        IReadOnlyList<Withdrawal> withdrawn = [];
        var written = await writer.WriteAsync(
            new ConceptId(concept),
            async Task<Result<Decision<Measure>>> (reading) =>
            {
                current = reading.Snapshot.FindMeasure(new ItemId(id));
                var decided = current is null ? new UnknownItem(ItemKind.Measure, id) : Replace(reading, current, body, caller, context.Request, at, operation);
                if (decided.TryGet(out var decision, out _))
                {
                    await withdrawals.TellAsync(reading.Snapshot.Concept.Id, decision.Rows, cancellationToken);
                    withdrawn = decision.Rows.Withdrawals;
                }

                return decided;
            },
            cancellationToken);

        if (!written.TryGet(out var measure, out var refusal))
        {
            return refusal is PreconditionFailed && current is not null ? refusal.ToProblem([new("current", ReadMeasures.View(current))]) : refusal.ToProblem();
        }

        await withdrawals.CheckAsync(new ConceptId(concept), withdrawn);
        context.Response.Headers.ETag = EntityTags.Of(measure.Version);
        return TypedResults.Ok(ReadMeasures.View(measure));
    }

    private static Result<Decision<Measure>> Record(ConceptReading reading, MeasureDocument body, Caller caller, DateTimeOffset at, string operation)
    {
        if (!Read(reading, body).TryGet(out var parts, out var refusal))
        {
            return refusal;
        }

        if (parts.State is { } state and not ItemState.Draft)
        {
            return new TransitionNotAllowed(parts.Id ?? new ItemId("new"), ItemState.Draft, state);
        }

        var id = parts.Id ?? new ItemId($"m-{operation[..12]}");
        if (reading.Snapshot.FindMeasure(id) is not null || reading.Snapshot.FindGoal(id) is not null)
        {
            return new IdTaken(id);
        }

        var measure = new Measure(id, parts.Content, caller.Id, at) { ExternalId = parts.ExternalId, Tracking = parts.Tracking, Origin = parts.Origin };
        return Decide(reading, measure, [measure.AsCreated().Change], operation);
    }

    private static Result<Decision<Measure>> Replace(ConceptReading reading, Measure current, MeasureWrite body, Caller caller, HttpRequest request, DateTimeOffset at, string operation)
    {
        if (!EntityTags.Matches(request, current.Version).TryGet(out var matches, out var refusal))
        {
            return refusal;
        }

        if (!matches)
        {
            return new PreconditionFailed();
        }

        if (!Read(reading, body with { Id = current.Id.Value }).TryGet(out var parts, out refusal))
        {
            return refusal;
        }

        if (body.EditorialReason is not null && !caller.IsAdministrator)
        {
            return new EditorialForAdministrators();
        }

        var steps = new Steps(current);
        steps.Take(parts.Content != current.Content, measure => body.EditorialReason is { } reason
            ? measure.CorrectEditorially(parts.Content, reason, caller.Id, at)
            : measure.Edit(parts.Content, caller.Id, at));
        steps.Take(parts.Tracking != current.Tracking, measure => measure.Track(parts.Tracking, caller.Id, at));
        steps.Take(parts.ExternalId != current.ExternalId, measure => measure.Relabel(parts.ExternalId, caller.Id, at));

        // Where a measure came from is no matter of those who write it: left out, it stays.
        steps.Take(parts.Origin is { } origin && !origin.SaysTheSame(current.Origin), measure => measure.ComeFrom(parts.Origin!, caller.Id, at));

        // A state left out, or the one the caller read, is no wish to move: the edit above may have reopened the measure just now.
        steps.Take(parts.State is { } state && state != current.State, measure => measure.MoveTo(parts.State!.Value, Authority.Tracking, caller.Id, at, body.StateReason));
        return steps.Refusal is { } refused ? refused : Decide(reading, steps.Measure, steps.Changes, operation);
    }

    private static Result<MeasureParts> Read(ConceptReading reading, MeasureDocument body)
    {
        if (!body.ToDomain().TryGet(out var parts, out var refusal))
        {
            return refusal;
        }

        var problems = reading.Snapshot.CheckReferences(parts.Content).ToValueList();
        return problems.Count > 0 ? new InvalidContent(problems) : parts;
    }

    private static Decision<Measure> Decide(ConceptReading reading, Measure measure, List<Change> changes, string operation)
    {
        var rows = new WriteSet(reading.Snapshot.Concept.Id, operation);
        if (changes.Count > 0)
        {
            rows.Save(measure, changes, reading.Concept);
        }

        return new Decision<Measure>(measure, rows);
    }

    /// <summary>Takes one step after the other until one is refused.</summary>
    private sealed class Steps(Measure measure)
    {
        public Measure Measure { get; private set; } = measure;

        public List<Change> Changes { get; } = [];

        public Refusal? Refusal { get; private set; }

        public void Take(bool wanted, Func<Measure, Result<Changed<Measure>>> step)
        {
            if (!wanted || Refusal is not null)
            {
                return;
            }

            if (step(Measure).TryGet(out var changed, out var refusal))
            {
                Measure = changed.Item;
                Changes.Add(changed.Change);
            }
            else
            {
                Refusal = refusal;
            }
        }
    }
}

/// <summary>An id that is in use.</summary>
internal sealed record IdTaken(ItemId Id) : Refusal(RefusalKind.Conflict, "id-taken", $"The concept already has a goal or measure '{Id}'.");

/// <summary>An editorial correction by somebody who may not make one.</summary>
internal sealed record EditorialForAdministrators() : Refusal(RefusalKind.Forbidden, "editorial-for-administrators", "Only an administrator may mark a correction as editorial.");
