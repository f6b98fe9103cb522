using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Deadlines;

/// <summary>Deadlines of one concept, and what people do with them.</summary>
internal static class DeadlineRoutes
{
    /// <summary>Maps the deadlines of one concept.</summary>
    public static void MapDeadlines(this IEndpointRouteBuilder concept)
    {
        var deadlines = concept.MapGroup("/deadlines").WithTags("Deadlines");
        deadlines.MapGet("/", ListAsync).WithName("ListDeadlines").WithSummary("Deadlines, first due first.");
        deadlines.MapPost("/", PostAsync).WithName("PostDeadline").WithSummary("Keeps a milestone or the deadline of a funding application. For editors and administrators.").Named().ProducesProblem(StatusCodes.Status409Conflict);
        deadlines.MapGet("/{id}", GetAsync).WithName("GetDeadline").WithSummary("One deadline.");
        deadlines.MapPut("/{id}", PutAsync).WithName("PutDeadline").WithSummary("Rewrites what comes from no source. For editors and administrators.").Guarded();
        deadlines.MapPost("/{id}/done", DoneAsync).WithName("CompleteDeadline").WithSummary("Marks it as met. For its owners and administrators.").Guarded();
        deadlines.MapPost("/{id}/move", MoveAsync).WithName("MoveDeadline").WithSummary("Moves it, of a round by extending that. For its owners and, with a reason, administrators; of a round for its chair and administrators.").Guarded();
        deadlines.MapPost("/{id}/hand-over", HandOverAsync).WithName("HandOverDeadline").WithSummary("Gives it to another member. For its owners and administrators.").Guarded();
        deadlines.MapPost("/{id}/waive", WaiveAsync).WithName("WaiveDeadline").WithSummary("Says that nobody needs to meet it, with a reason. For administrators.").Guarded();
        deadlines.MapPost("/{id}/reopen", ReopenAsync).WithName("ReopenDeadline").WithSummary("Opens it again. For its owners and administrators.").Guarded();
        deadlines.MapPost("/{id}/mandatory", MarkAsync).WithName("MarkDeadline").WithSummary("Says whether people can opt out of its reminders. For administrators.").Guarded();
    }

    private static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint) =>
        endpoint.WithHeader(Operation.Header, "Names the click, so that its repetition changes nothing anew; up to 48 letters, digits, '-' or '.'.");

    private static RouteHandlerBuilder Guarded(this RouteHandlerBuilder endpoint) => endpoint.Named()
        .WithHeader("If-Match", "The entity tag of what the caller read; needed.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<Page<DeadlineView>>, ProblemHttpResult>> ListAsync(
        string concept, [AsParameters] DeadlineQuery query, Caller caller, HttpContext context, ConceptReader reader, DeadlineLists lists, CancellationToken cancellationToken)
    {
        if (!query.Read(caller).TryGet(out var asked, out var refusal))
        {
            return refusal.ToProblem();
        }

        return await reader.FindAsync(new ConceptId(concept), cancellationToken) is { } reading
            ? TypedResults.Ok(await lists.PageAsync([reading.Snapshot.Concept], asked, caller, context.User.IsInRole(Roles.Editor), cancellationToken))
            : new UnknownConcept(concept).ToProblem();
    }

    private static async Task<Results<Ok<DeadlineView>, ProblemHttpResult>> GetAsync(
        string concept, string id, Caller caller, HttpContext context, ConceptReader reader, DeadlineStore deadlines, DeadlineViewer viewer, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        if (await deadlines.FindAsync(new ConceptId(concept), new DeadlineId(id), cancellationToken) is not { } stored)
        {
            return new UnknownDeadline(id).ToProblem();
        }

        context.Response.Headers.ETag = EntityTags.Of(stored.Deadline.Version);
        return TypedResults.Ok(await viewer.ViewAsync(reading.Snapshot.Concept, stored, caller, context.User.IsInRole(Roles.Editor), cancellationToken));
    }

    private static async Task<Results<Created<DeadlineView>, ProblemHttpResult>> PostAsync(
        string concept, DeadlineWrite body, Caller caller, HttpContext context, ConceptReader reader, DeadlineStore deadlines, DeadlineDesk desk, DeadlineViewer viewer, IDirectory directory, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (id, isEditor) = (new ConceptId(concept), context.User.IsInRole(Roles.Editor));
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!caller.IsAdministrator && !isEditor)
        {
            return new NotAllowed(caller.Id, "keep deadlines").ToProblem();
        }

        if (await reader.FindAsync(id, cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        var at = clock.GetUtcNow();
        if (!Operation.Read(context.Request).TryGet(out var operation, out var refusal) || !Read(body, id, caller, await directory.ReadAsync(cancellationToken)).TryGet(out var read, out refusal))
        {
            return refusal.ToProblem();
        }

        if (Deadline.CheckDue(read.Due, at) is { } late)
        {
            return late.ToProblem();
        }

        var deadline = new Deadline
        {
            Id = new DeadlineId(operation),
            Kind = read.Kind,
            Title = read.Title,
            Stated = read.Due,
            Source = DeadlineSource.None,
            Owners = read.Owners,
            IsMandatory = read.IsMandatory,
            Operations = [operation],
        };
        if (deadline.Id.IsReserved)
        {
            return new InvalidOperation(operation).ToProblem();
        }

        _ = await desk.AddAsync(id, deadline, caller.Id, at, cancellationToken);

        // The repetition of the same click answers what the first one made.
        if (await deadlines.FindAsync(id, deadline.Id, cancellationToken) is not { } stored || stored.Deadline.Operations.Count == 0)
        {
            return new UnknownDeadline(deadline.Id.Value).ToProblem();
        }

        context.Response.Headers.ETag = EntityTags.Of(stored.Deadline.Version);
        return TypedResults.Created($"/api/concepts/{concept}/deadlines/{deadline.Id}", await viewer.ViewAsync(reading.Snapshot.Concept, stored, caller, isEditor, cancellationToken));
    }

    private static async Task<Results<Ok<DeadlineView>, ProblemHttpResult>> PutAsync(
        string concept, string id, DeadlineWrite body, Caller caller, DeadlineDesk desk, IDirectory directory, HttpContext context, CancellationToken cancellationToken)
    {
        var read = Read(body, new ConceptId(concept), caller, await directory.ReadAsync(cancellationToken));
        return await desk.HandleAsync(
            concept,
            id,
            caller,
            "DeadlineEdited",
            actions => actions.Edit,
            (deadline, at, operation) => read.TryGet(out var wanted, out var refusal)
                ? deadline.Rewrite(wanted.Kind, wanted.Title, wanted.Due, wanted.Owners, caller.IsAdministrator ? wanted.IsMandatory : deadline.IsMandatory, at, operation)
                : refusal,
            context,
            cancellationToken);
    }

    private static Task<Results<Ok<DeadlineView>, ProblemHttpResult>> DoneAsync(string concept, string id, DeadlineDone body, Caller caller, DeadlineDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        desk.HandleAsync(concept, id, caller, "DeadlineDone", actions => actions.Done, (deadline, at, operation) => deadline.Complete(caller.Id, at, operation, ContentReader.Text(body.Note)), context, cancellationToken);

    private static async Task<Results<Ok<DeadlineView>, ProblemHttpResult>> MoveAsync(
        string concept, string id, MoveDeadline body, Caller caller, DeadlineDesk desk, MovedRounds rounds, IDirectory directory, HttpContext context, CancellationToken cancellationToken)
    {
        if (await rounds.TryMoveAsync(concept, id, body, caller, context, cancellationToken) is { } extended)
        {
            return extended;
        }

        var known = await directory.ReadAsync(cancellationToken);
        return await desk.HandleAsync(
            concept,
            id,
            caller,
            "DeadlineMoved",
            actions => actions.Move,
            (deadline, at, operation) =>
            {
                if (!ReadDue(body.Due, body.DueAt).TryGet(out var due, out var refusal))
                {
                    return refusal;
                }

                var reason = ContentReader.Text(body.Reason);
                return reason is null && !deadline.OwnersIn(known).Contains(caller.Id)
                    ? new InvalidContent([new ContentProblem("reason", "required", null)])
                    : deadline.Move(due, at, operation, reason);
            },
            context,
            cancellationToken);
    }

    private static async Task<Results<Ok<DeadlineView>, ProblemHttpResult>> HandOverAsync(
        string concept, string id, HandOverDeadline body, Caller caller, DeadlineDesk desk, IDirectory directory, HttpContext context, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        return await desk.HandleAsync(
            concept,
            id,
            caller,
            "DeadlineHandedOver",
            actions => actions.HandOver,
            (deadline, _, operation) => ReadMember("to", body.To, new ConceptId(concept), known).TryGet(out var to, out var refusal) ? deadline.HandOver(to, operation, ContentReader.Text(body.Reason)) : refusal,
            context,
            cancellationToken);
    }

    private static Task<Results<Ok<DeadlineView>, ProblemHttpResult>> WaiveAsync(string concept, string id, WaiveDeadline body, Caller caller, DeadlineDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        desk.HandleAsync(concept, id, caller, "DeadlineWaived", actions => actions.Waive, (deadline, at, operation) => deadline.Waive(caller.Id, at, operation, body.Reason), context, cancellationToken);

    private static Task<Results<Ok<DeadlineView>, ProblemHttpResult>> ReopenAsync(string concept, string id, ReopenDeadline body, Caller caller, DeadlineDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        desk.HandleAsync(concept, id, caller, "DeadlineReopened", actions => actions.Reopen, (deadline, _, operation) => deadline.Reopen(operation, ContentReader.Text(body.Reason)), context, cancellationToken);

    private static Task<Results<Ok<DeadlineView>, ProblemHttpResult>> MarkAsync(string concept, string id, MarkDeadline body, Caller caller, DeadlineDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        desk.HandleAsync(concept, id, caller, "DeadlineMarked", _ => caller.IsAdministrator, (deadline, _, operation) => deadline.Mark(body.Mandatory, operation), context, cancellationToken);

    private static Result<DeadlineContent> Read(DeadlineWrite body, ConceptId concept, Caller caller, TenantDirectory known)
    {
        var reader = new ContentReader();
        var kind = ParameterValue.Parse<DeadlineKind>(body.Kind);
        if (kind is null)
        {
            reader.Add("kind", ContentReader.Text(body.Kind) is null ? "required" : "unknown-value", body.Kind);
        }

        var owners = new List<MemberId>();
        foreach (var owner in body.Owners)
        {
            if (ReadMember("owners", owner, concept, known).TryGet(out var member, out var refusal))
            {
                owners.Add(member);
            }
            else
            {
                reader.Add("owners", refusal.Code, owner);
            }
        }

        if (body.Mandatory && !caller.IsAdministrator)
        {
            reader.Add("mandatory", "for-administrators", null);
        }

        var due = ReadDue(body.Due, body.DueAt);
        if (due.Refusal is InvalidContent invalid)
        {
            reader.Add(invalid.Problems);
        }

        reader.Add(Deadline.Check(kind ?? DeadlineKind.Milestone, body.Title ?? "", owners));
        return reader.Result(new DeadlineContent(kind ?? default, body.Title ?? "", due.TryGet(out var read, out _) ? read : Due.On(DateOnly.MinValue), owners.Distinct().ToValueList(), body.Mandatory));
    }

    internal static Result<Due> ReadDue(DateOnly? day, DateTimeOffset? instant) => (day, instant) switch
    {
        ({ Year: < 1900 or > 2200 }, _) or (_, { Year: < 1900 or > 2200 }) => new InvalidContent([new ContentProblem("due", "out-of-range", day?.ToString("O", CultureInfo.InvariantCulture))]),
        ({ } on, null) => Due.On(on),
        (null, { } at) => Due.At(at),
        (null, null) => new InvalidContent([new ContentProblem("due", "required", null)]),
        _ => new InvalidContent([new ContentProblem("dueAt", "ambiguous", null)]),
    };

    // Who could not see the concept could not see the deadline either.
    private static Result<MemberId> ReadMember(string field, string? id, ConceptId concept, TenantDirectory known)
    {
        if (!Identifier.IsValid(id))
        {
            return new InvalidContent([new ContentProblem(field, string.IsNullOrEmpty(id) ? "required" : "invalid-id", id)]);
        }

        var member = new MemberId(id);
        return known.Find(member) is not null && known.MaySee(member, concept) ? member : new UnknownVoter(member, concept);
    }

    private sealed record DeadlineContent(DeadlineKind Kind, string Title, Due Due, ValueList<MemberId> Owners, bool IsMandatory);
}
