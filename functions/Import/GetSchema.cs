namespace Insek.Office.Functions.Import;

/// <summary>Publishes the JSON Schema of the import's format.</summary>
internal static class GetSchema
{
    public static void MapSchemas(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/schemas/concept.json", () => TypedResults.Stream(ConceptSchema.Open(), "application/schema+json"))
            .AllowAnonymous()
            .WithTags("Import and export")
            .WithName("GetConceptSchema")
            .WithSummary("JSON Schema (2020-12) of a concept as imported and exported.");
}
