using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Tests.Host;
using Microsoft.AspNetCore.WebUtilities;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>Drafts of a small town before the real host.</summary>
internal static class HostedDraft
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A new concept and a .docx with its measures for Verkehr.</summary>
    public static async Task<(string Concept, byte[] Draft)> DraftAsync(this TestOffice office)
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept));
        return (concept, await office.As("Member").DraftAsync(concept));
    }

    /// <summary>A .docx with a concept's measures for Verkehr.</summary>
    public static async Task<byte[]> DraftAsync(this OfficeClient client, string concept, string query = "")
    {
        var answer = await client.GetAsync($"/api/concepts/{concept}/tables/sector-measures.docx?sector=verkehr&instance=abcd1234{query}");
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Body;
    }

    /// <summary>Gives the first measure another title.</summary>
    public static async Task RewriteAsync(this TestOffice office, string concept, string title)
    {
        var path = $"/api/concepts/{concept}/measures/verkehr-1-1";
        var measure = await office.As("Editor").GetAsync(path);
        var body = JsonNode.Parse(measure.Body)!.AsObject();
        var write = new JsonObject { ["id"] = "verkehr-1-1", ["sector"] = "verkehr", ["goal"] = "verkehr-1", ["title"] = title, ["kind"] = body["kind"]?.DeepClone(), ["source"] = body["source"]?.DeepClone() };
        var answer = await office.As("Editor").PutAsync(path, write.ToJsonString(), measure.ETag);
        Assert.True(answer.Status == 200, answer.Text);
    }

    /// <summary>Sends a file.</summary>
    public static Task<Answer> SendAsync(this TestOffice office, string path, byte[] file, OfficeClient? client = null)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return (client ?? office.As("Member")).SendAsync(HttpMethod.Post, path, content);
    }

    /// <summary>Refreshes a file and takes the answer apart as any client would: by its boundary.</summary>
    public static async Task<Report> ReportAsync(this TestOffice office, string query, byte[] file)
    {
        var answer = await office.SendAsync($"/api/documents/refresh{query}", file);
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(RefreshedDocument.ReportType, answer.ContentType);
        var boundary = MediaTypeHeaderValue.Parse(answer.Headers["Content-Type"]).Parameters.Single(parameter => parameter.Name == "boundary").Value!;
        var parts = new List<(string Type, byte[] Content)>();
        var reader = new MultipartReader(boundary, new MemoryStream(answer.Body));
        while (await reader.ReadNextSectionAsync(Cancellation) is { } section)
        {
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, Cancellation);
            parts.Add((section.ContentType!, content.ToArray()));
        }

        Assert.Equal(2, parts.Count);
        Assert.Equal("application/json", parts[0].Type);
        return new Report([.. JsonDocument.Parse(parts[0].Content).RootElement.GetProperty("tables").EnumerateArray()], parts[1].Type, parts[1].Content, answer.Headers[RefreshedDocument.Header]);
    }

    /// <summary>The only table of an answer.</summary>
    public static JsonElement Table(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return Assert.Single(answer.Json.GetProperty("tables").EnumerateArray());
    }
}

/// <summary>What a refresh has answered.</summary>
internal sealed record Report(IReadOnlyList<JsonElement> Tables, string FileType, byte[] File, string Header);
