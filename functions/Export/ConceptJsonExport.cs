using System.Text.Encodings.Web;
using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;

namespace Insek.Office.Functions.Export;

/// <summary>Writes a whole concept as JSON: indented, umlauts as they are, importable again without a change.</summary>
internal static class ConceptJsonExport
{
    public const string ContentType = "application/json";

    /// <summary>Where the format is described.</summary>
    public const string SchemaAddress = "/api/schemas/concept.json";

    private static readonly ContractsJson _json = new(new JsonSerializerOptions(ContractsJson.Default.Options)
    {
        WriteIndented = true,
        NewLine = "\n",

        // The file is read by people as well; the answer is never part of an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static ConceptDocument ToDocument(ConceptSnapshot concept) => new()
    {
        Schema = SchemaAddress,
        SchemaVersion = ConceptDocument.CurrentSchemaVersion,
        Concept = concept.Concept.ToHead(),
        Areas = [.. concept.Areas.Select(area => area.ToDocument())],
        Sectors = [.. concept.Sectors.Select(sector => sector.ToDocument())],
        Goals = [.. concept.Goals.Select(goal => goal.ToDocument())],
        Measures = [.. concept.Measures.Select(measure => measure.ToDocument())],
    };

    public static Task WriteAsync(ConceptSnapshot concept, Stream stream, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(stream, ToDocument(concept), _json.ConceptDocument, cancellationToken);
}
