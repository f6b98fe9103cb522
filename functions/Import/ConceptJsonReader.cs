using System.Text.Json;
using System.Text.Json.Serialization;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>Reads a concept as JSON from a stream, piece by piece.</summary>
/// <remarks>Members nobody knows are refused: a misspelt field that silently disappears is lost data.</remarks>
internal static class ConceptJsonReader
{
    private static readonly ContractsJson _json = new(new JsonSerializerOptions(ContractsJson.Default.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    });

    /// <summary>Reads a concept.</summary>
    /// <returns>The document; or <see cref="InvalidJson"/> or <see cref="UnsupportedSchemaVersion"/>.</returns>
    public static async Task<Result<ConceptDocument>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(stream, _json.ConceptDocument, cancellationToken) switch
            {
                null => new InvalidJson("$", 1),
                { SchemaVersion: not ConceptDocument.CurrentSchemaVersion and var version } => new UnsupportedSchemaVersion(version),
                var document => document,
            };
        }
        catch (JsonException e)
        {
            return new InvalidJson(e.Path, (e.LineNumber ?? -1) + 1);
        }
    }
}
