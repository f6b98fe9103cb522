using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Dev.Tokens;
using Insek.Office.Dev.Torgau;

namespace Insek.Office.Dev.Lists;

/// <summary>What is asked of the API.</summary>
internal sealed record ListRequest(string File, string Concept, string? Mapping, string? MappingOut, bool DryRun, bool Partial);

/// <summary>What the API answered.</summary>
/// <param name="Report">How the list was read.</param>
/// <param name="Refusal">Why nothing was imported; null where nothing stood against it.</param>
internal sealed record ListAnswered(ImportReport Report, string? Refusal);

/// <summary>Sends town halls' own lists to the API, as an administrator.</summary>
internal sealed class ListClient : IDisposable
{
    private static readonly ContractsJson Readable = new(new JsonSerializerOptions(ContractsJson.Default.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly HttpClient _http;

    public ListClient(Uri address, byte[] key, TimeProvider clock)
    {
        _http = ApiConnection.Open(new Uri(address, "api/concepts/"), key, "dev-administrator", DevelopmentToken.Administrator, clock);
        _http.Timeout = TimeSpan.FromMinutes(5);
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
    }

    /// <summary>Gives an office of its own a concept to look against: the Torgau sample, or an empty one.</summary>
    public async Task PrepareAsync(string concept, string torgau, CancellationToken cancellationToken)
    {
        using var content = concept == TorgauClient.Concept
            ? new StreamContent(File.OpenRead(Path.Combine(torgau, "concept.json")))
            : (HttpContent)new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
                new ConceptDocument { SchemaVersion = ConceptDocument.CurrentSchemaVersion, Concept = new ConceptHead { Id = concept, Town = concept, Title = concept } },
                ContractsJson.Default.ConceptDocument));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync(Address(concept, "import"), content, cancellationToken);
        await ApiConnection.EnsureAsync(answer, cancellationToken);
    }

    /// <exception cref="StepFailedException">The file as a whole cannot be taken; the details say why.</exception>
    public async Task<ListAnswered> ImportAsync(ListRequest request, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(File.OpenRead(request.File)), "file", Path.GetFileName(request.File) } };
        if (request.Mapping is { } mapping)
        {
            var part = new StreamContent(File.OpenRead(mapping));
            part.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            form.Add(part, "mapping");
        }

        var query = $"import?dryRun={(request.DryRun ? "true" : "false")}&mode={(request.Partial ? "partial" : "atomic")}";
        using var answer = await _http.PostAsync(Address(request.Concept, query), form, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.UnprocessableEntity)
        {
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            var report = problem.RootElement.GetProperty("report").Deserialize(ContractsJson.Default.ImportReport)!;
            return new ListAnswered(report, $"{problem.RootElement.GetProperty("code").GetString()}: {problem.RootElement.GetProperty("detail").GetString()}");
        }

        await ApiConnection.EnsureAsync(answer, cancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return new ListAnswered((await JsonSerializer.DeserializeAsync(body, ContractsJson.Default.ImportReport, cancellationToken))!, null);
    }

    /// <summary>Saves a mapping so that people can read and answer it.</summary>
    public static async Task SaveAsync(ListMapping mapping, string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, mapping, Readable.ListMapping, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static Uri Address(string concept, string path) => new($"{Uri.EscapeDataString(concept)}/{path}", UriKind.Relative);
}
