using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Concepts;

/// <summary>Creates a concept (<c>If-None-Match: *</c>) or replaces its head (<c>If-Match</c>).</summary>
internal static class PutConcept
{
    public static void MapPutConcept(this IEndpointRouteBuilder concept) =>
        concept.MapPut("/", HandleAsync)
            .RequireAuthorization(Policies.Administer)
            .WithHeader("If-Match", "The entity tag of what the caller read; needed to replace.")
            .WithHeader("If-None-Match", "*; needed to create.")
            .WithName("PutConcept")
            .WithSummary("Creates the concept (If-None-Match: *) or replaces its head (If-Match).");

    private static async Task<Results<Ok<ConceptView>, Created<ConceptView>, ProblemHttpResult>> HandleAsync(
        string concept, ConceptHead body, Caller caller, HttpContext context, ConceptReader reader, ImportRunner writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var id = new ConceptId(concept);
        if (!body.ToDomain(id).TryGet(out var head, out var refusal))
        {
            return refusal.ToProblem();
        }

        var status = await reader.FindStatusAsync(id, cancellationToken);
        if (status?.Import is { } import && !await writer.ResumeIfAbandonedAsync(id, import, cancellationToken))
        {
            return new ImportRunning(id).ToProblem();
        }

        var reading = await reader.FindAsync(id, cancellationToken);
        if (Refuse(context.Request, reading, concept) is { } refused)
        {
            return refused;
        }

        var write = HeadOnly(head, reading, caller, clock.GetUtcNow());
        if (!await writer.ApplyAsync(id, reading?.Status, write, cancellationToken))
        {
            return new PreconditionFailed().ToProblem();
        }

        context.Response.Headers.ETag = EntityTags.Of(write.HeadVersion);
        var view = new ConceptView(head.ToHead()) { ContentVersion = (reading?.Status.ContentVersion ?? 0) + 1 };
        return reading is null ? TypedResults.Created($"/api/concepts/{concept}", view) : TypedResults.Ok(view);
    }

    private static ProblemHttpResult? Refuse(HttpRequest request, ConceptReading? reading, string concept)
    {
        var creates = request.Headers.IfNoneMatch == "*";
        if (reading is null)
        {
            return creates ? null : request.Headers.IfMatch.Count > 0 ? new UnknownConcept(concept).ToProblem() : new PreconditionRequired("If-None-Match: *").ToProblem();
        }

        if (creates)
        {
            return Stale(reading);
        }

        return EntityTags.Matches(request, reading.Concept.HeadVersion).TryGet(out var matches, out var refusal)
            ? matches ? null : Stale(reading)
            : refusal.ToProblem();
    }

    private static ProblemHttpResult Stale(ConceptReading reading) => new PreconditionFailed().ToProblem([new("current", ReadConcepts.View(reading.Snapshot))]);

    private static ImportWrite HeadOnly(Concept head, ConceptReading? before, Caller caller, DateTimeOffset at)
    {
        var operation = Guid.NewGuid().ToString("N");
        var kind = before is null ? "ConceptCreated" : "ConceptEdited";
        var headVersion = (before?.Concept.HeadVersion ?? 0) + 1;
        var rows = new JournalChunk();
        rows.AddRange(DeadlineFollow.Of(before?.Snapshot.Concept, head, headVersion, at));
        rows.Add(new LogRow { PartitionKey = head.Id.Value, RowKey = LogRow.Key(at, operation), Kind = kind, By = caller.Id.Value, At = at });
        return new ImportWrite
        {
            Id = operation,
            Head = head,
            HeadVersion = headVersion,
            HeadChanges = true,
            Rows = rows,
            Before = new JournalChunk(),
            Created = [],
        };
    }
}
