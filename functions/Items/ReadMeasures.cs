using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Items;

/// <summary>Lists measures and reads one.</summary>
internal static class ReadMeasures
{
    public static void MapListMeasures(this IEndpointRouteBuilder measures) =>
        measures.MapGet("/", ListAsync).WithName("ListMeasures").WithSummary("Measures by sector concept, goal and id.");

    public static void MapGetMeasure(this IEndpointRouteBuilder measures) =>
        measures.MapGet("/{id}", GetAsync).WithName("GetMeasure").WithSummary("One measure. Its ETag is needed to write it.");

    private static async Task<Results<Ok<Page<MeasureView>>, ProblemHttpResult>> ListAsync(string concept, [AsParameters] ItemQuery query, ConceptReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        if (!query.Read(reading.Snapshot).TryGet(out var filter, out var refusal)
            || !query.Cut([.. reading.Snapshot.Measures.Where(measure => filter.Takes(measure, reading.Snapshot))], measure => measure.Id, View).TryGet(out var page, out refusal))
        {
            return refusal.ToProblem();
        }

        return TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> GetAsync(string concept, string id, ConceptReader reader, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        if (reading.Snapshot.FindMeasure(new ItemId(id)) is not { } measure)
        {
            return new UnknownItem(ItemKind.Measure, id).ToProblem();
        }

        response.Headers.ETag = EntityTags.Of(measure.Version);
        return TypedResults.Ok(View(measure));
    }

    internal static MeasureView View(Measure measure) => new(measure.ToDocument()) { Revision = measure.Revision, ChangedAt = measure.ChangedAt, ChangedBy = measure.ChangedBy.Value, Round = measure.Round?.Value };
}

/// <summary>A goal or measure the concept does not have.</summary>
internal sealed record UnknownItem(ItemKind ItemKind, string Id)
    : Refusal(RefusalKind.NotFound, ItemKind is ItemKind.Goal ? "unknown-goal" : "unknown-measure", $"The concept has no {ItemKind} '{Id}'.");
