using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Concepts;

/// <summary>Lists concepts, and reads one with its sector concepts and planning areas.</summary>
internal static class ReadConcepts
{
    public static void MapListConcepts(this IEndpointRouteBuilder concepts) =>
        concepts.MapGet("/", ListAsync).WithName("ListConcepts").WithSummary("Every concept, by id.");

    public static void MapGetConcept(this IEndpointRouteBuilder concept) =>
        concept.MapGet("/", GetAsync).WithName("GetConcept").WithSummary("The concept's head. Its ETag is needed to write it.");

    public static void MapListSectors(this IEndpointRouteBuilder concept) =>
        concept.MapGet("/sectors", SectorsAsync).WithName("ListSectors").WithSummary("The sector concepts in their order.");

    public static void MapListAreas(this IEndpointRouteBuilder concept) =>
        concept.MapGet("/areas", AreasAsync).WithName("ListAreas").WithSummary("The planning areas in their order.");

    private static async Task<Ok<IReadOnlyList<ConceptSummary>>> ListAsync(ConceptReader reader, CancellationToken cancellationToken)
    {
        var concepts = await reader.ListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ConceptSummary>>(
            [.. concepts.Select(concept => new ConceptSummary(concept.Id.Value, concept.Town, concept.Title, ParameterValue.Of(concept.State)))]);
    }

    private static async Task<Results<Ok<ConceptView>, ProblemHttpResult>> GetAsync(string concept, ConceptReader reader, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        response.Headers.ETag = EntityTags.Of(reading.Concept.HeadVersion);
        return TypedResults.Ok(View(reading.Snapshot));
    }

    private static async Task<Results<Ok<IReadOnlyList<SectorDocument>>, ProblemHttpResult>> SectorsAsync(string concept, ConceptReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(new ConceptId(concept), cancellationToken) is { } reading
            ? TypedResults.Ok<IReadOnlyList<SectorDocument>>([.. reading.Snapshot.Sectors.Select(sector => sector.ToDocument())])
            : new UnknownConcept(concept).ToProblem();

    private static async Task<Results<Ok<IReadOnlyList<AreaDocument>>, ProblemHttpResult>> AreasAsync(string concept, ConceptReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(new ConceptId(concept), cancellationToken) is { } reading
            ? TypedResults.Ok<IReadOnlyList<AreaDocument>>([.. reading.Snapshot.Areas.Select(area => area.ToDocument())])
            : new UnknownConcept(concept).ToProblem();

    internal static ConceptView View(ConceptSnapshot snapshot) => new(snapshot.Concept.ToHead()) { ContentVersion = snapshot.Version };
}
