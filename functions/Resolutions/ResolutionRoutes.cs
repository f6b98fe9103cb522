using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Resolutions;

/// <summary>The council's resolutions of one concept: recorded by administrators, read by everybody who may see the concept.</summary>
internal static class ResolutionRoutes
{
    /// <summary>Names what the caller does, so that doing it again after a lost answer changes nothing.</summary>
    private const string OperationHeader = "Insek-Operation";

    public static void MapResolutions(this IEndpointRouteBuilder concept)
    {
        var resolutions = concept.MapGroup("/resolutions").WithTags("Resolutions");
        resolutions.MapPost("/", PostAsync)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithHeader(OperationHeader, "The id of the new resolution: a retry with the same one answers what the first try recorded.")
            .WithName("PostResolution")
            .WithSummary("Records what the council decided on agreed goals and measures, all of it or nothing. Amendments become tasks.");
        resolutions.MapGet("/", ListAsync).WithName("ListResolutions").WithSummary("The resolutions, newest session first.");
        resolutions.MapGet("/{id}", GetAsync).WithName("GetResolution").WithSummary("One resolution.");
        concept.MapTasks();
    }

    private static async Task<Results<Created<ResolutionView>, ProblemHttpResult>> PostAsync(
        string concept, ResolutionDocument body, Caller caller, HttpRequest request, ResolutionRecorder recorder, IDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (caller.RefuseOthersThanAdministrators("record a resolution") is { } refused)
        {
            return refused.ToProblem();
        }

        var operation = request.Headers.TryGetValue(OperationHeader, out var named) ? named.ToString() : $"r-{Guid.NewGuid():N}";
        if (!Identifier.IsValid(operation))
        {
            return new InvalidIdentifier(operation).ToProblem();
        }

        if (!body.ToDomain(new ResolutionId(operation), caller.Id, clock.GetUtcNow()).TryGet(out var resolution, out var refusal)
            || !(await recorder.RecordAsync(new ConceptId(concept), resolution, cancellationToken)).TryGet(out var row, out refusal))
        {
            return refusal.ToProblem();
        }

        var people = await directory.ReadAsync(cancellationToken);
        return TypedResults.Created($"/api/concepts/{concept}/resolutions/{operation}", row.ToView(people));
    }

    private static async Task<Results<Ok<IReadOnlyList<ResolutionView>>, ProblemHttpResult>> ListAsync(
        string concept, ConceptReader reader, ResolutionRecorder recorder, IDirectory directory, CancellationToken cancellationToken)
    {
        if (await reader.FindStatusAsync(new ConceptId(concept), cancellationToken) is not { ContentVersion: > 0 })
        {
            return new UnknownConcept(concept).ToProblem();
        }

        var people = await directory.ReadAsync(cancellationToken);
        var rows = await recorder.ListAsync(new ConceptId(concept), columns: null, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ResolutionView>>(
            [.. rows.Select(row => row.ToView(people)).OrderByDescending(view => view.Date).ThenBy(view => view.Number ?? "", NaturalOrder.Instance)]);
    }

    private static async Task<Results<Ok<ResolutionView>, ProblemHttpResult>> GetAsync(
        string concept, string id, ResolutionRecorder recorder, IDirectory directory, CancellationToken cancellationToken) =>
        await recorder.FindAsync(new ConceptId(concept), new ResolutionId(id), cancellationToken) is { } row
            ? TypedResults.Ok(row.ToView(await directory.ReadAsync(cancellationToken)))
            : new UnknownResolution(id).ToProblem();
}

/// <summary>A resolution the concept does not have.</summary>
internal sealed record UnknownResolution(string Id) : Refusal(RefusalKind.NotFound, "unknown-resolution", $"The concept has no resolution '{Id}'.");
