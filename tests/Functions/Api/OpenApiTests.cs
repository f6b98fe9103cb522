using System.Text.Encodings.Web;
using System.Text.Json;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Api;

/// <summary>The API as clients are generated from it: a change shows as a change of the snapshot.</summary>
public sealed class OpenApiTests(TestOffice office)
{
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_the_one_that_was_agreed()
    {
        var answer = await new OfficeClient(office.Functions.Client, null).GetAsync("/api/openapi.json");
        var document = System.Text.Json.Nodes.JsonNode.Parse(answer.Body)!.AsObject();

        // The address of this run is not part of the agreement.
        document.Remove("servers");
        Snapshot.Match(document.ToJsonString(_readable), "openapi.json");
    }
}
