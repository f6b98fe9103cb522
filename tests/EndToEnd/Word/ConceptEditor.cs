using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>Somebody who edits the concept by the API, and asks it about documents.</summary>
internal sealed class ConceptEditor : IDisposable
{
    private const string Concept = "api/concepts/insek-torgau/";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>What a measure says of its history, which nobody writes.</summary>
    private static readonly string[] _told = ["revision", "changedAt", "changedBy", "round"];

    private readonly HttpClient _http;

    public ConceptEditor(Uri address, string token)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Rewrites a measure.</summary>
    public async Task ChangeAsync(string id, Action<JsonObject> change)
    {
        using var read = await _http.GetAsync(new Uri($"{Concept}measures/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        var measure = JsonNode.Parse(await TextAsync(read))!.AsObject();
        foreach (var name in _told)
        {
            measure.Remove(name);
        }

        change(measure);
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{Concept}measures/{id}", UriKind.Relative)) { Content = JsonContent.Create(measure) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var written = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        await TextAsync(written);
    }

    /// <summary>Gives a measure another title.</summary>
    public Task RetitleAsync(string id, string title) => ChangeAsync(id, measure => measure["title"] = title);

    /// <summary>Records a new general measure of a goal.</summary>
    public async Task AddAsync(string id, string goal, string title)
    {
        var measure = new JsonObject { ["id"] = id, ["goal"] = goal, ["sector"] = goal[..goal.LastIndexOf('-')], ["kind"] = "general", ["title"] = title };
        using var answer = await _http.PostAsync(new Uri($"{Concept}measures", UriKind.Relative), JsonContent.Create(measure), TestContext.Current.CancellationToken);
        await TextAsync(answer);
    }

    /// <summary>Where the tables of a document stand, as the server reads the file.</summary>
    public async Task<IReadOnlyList<TableInFile>> StatusAsync(byte[] docx)
    {
        using var content = new ByteArrayContent(docx);
        content.Headers.ContentType = new MediaTypeHeaderValue(Docx);
        using var answer = await _http.PostAsync(new Uri("api/documents/status", UriKind.Relative), content, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await TextAsync(answer));
        return [.. document.RootElement.GetProperty("tables").EnumerateArray().Select(table => new TableInFile(
            table.GetProperty("instance").GetString()!,
            table.GetProperty("state").GetString()!,
            table.TryGetProperty("conflicts", out var conflicts) ? conflicts.GetInt32() : 0,
            table.TryGetProperty("editedCells", out var edited) ? edited.GetInt32() : 0,
            table.TryGetProperty("duplicate", out var duplicate) && duplicate.GetBoolean()))];
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
        return text;
    }
}

/// <summary>A table of a document as the server sees it.</summary>
internal sealed record TableInFile(string Instance, string State, int Conflicts, int EditedCells, bool Duplicate);
