namespace Insek.Office.Functions.Import;

/// <summary>The JSON Schema of a concept, as served at <c>/api/schemas/concept.json</c>.</summary>
internal static class ConceptSchema
{
    public const string ContentType = "application/schema+json";

    private const string Resource = "Insek.Office.Functions.Import.concept.schema.json";

    /// <summary>Opens the schema; the caller closes it.</summary>
    public static Stream Open() =>
        typeof(ConceptSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource '{Resource}' is missing.");
}
