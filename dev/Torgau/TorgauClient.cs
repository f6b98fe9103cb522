using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Dev.Tokens;

namespace Insek.Office.Dev.Torgau;

/// <summary>Talks to the API about the Torgau concept, as an administrator.</summary>
internal sealed class TorgauClient : IDisposable
{
    public const string Concept = "insek-torgau";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http;

    public TorgauClient(Uri address, byte[] key, TimeProvider clock) =>
        _http = ApiConnection.Open(new Uri(address, $"api/concepts/{Concept}/"), key, "dev-administrator", DevelopmentToken.Administrator, clock);

    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri($"../{Concept}", UriKind.Relative), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }

        await ApiConnection.EnsureAsync(answer, cancellationToken);
        return true;
    }

    /// <exception cref="StepFailedException">The file is missing, or the import was refused; the details say why.</exception>
    public async Task<ImportReport> ImportAsync(string path, string contentType, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new StepFailedException($"{path} is missing from this checkout.");
        }

        using var content = new StreamContent(File.OpenRead(path));
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType) { CharSet = "utf-8" };
        using var answer = await _http.PostAsync(new Uri("import?dryRun=false", UriKind.Relative), content, cancellationToken);
        await ApiConnection.EnsureAsync(answer, cancellationToken);
        return await answer.Content.ReadFromJsonAsync(ContractsJson.Default.ImportReport, cancellationToken)
            ?? throw new StepFailedException($"The import of {Path.GetFileName(path)} answered without a report.");
    }

    public async Task<ConceptTable> TableAsync(string definition, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri($"tables/{definition}?format=json", UriKind.Relative), cancellationToken);
        await ApiConnection.EnsureAsync(answer, cancellationToken);
        return await answer.Content.ReadFromJsonAsync<ConceptTable>(Json, cancellationToken)
            ?? throw new StepFailedException($"The table {definition} answered with nothing.");
    }

    /// <summary>Saves one table of one sector as the API renders it.</summary>
    public async Task SaveTableAsync(string definition, string sector, string format, string path, CancellationToken cancellationToken)
    {
        var query = $"tables/{definition}?sector={Uri.EscapeDataString(sector)}&format={format}";
        using var answer = await _http.GetAsync(new Uri(query, UriKind.Relative), cancellationToken);
        await SaveAsync(answer, path, cancellationToken);
    }

    /// <summary>Saves the whole concept as a Word document.</summary>
    public async Task SaveDocumentAsync(string path, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new { });
        using var answer = await _http.PostAsync(new Uri("documents", UriKind.Relative), content, cancellationToken);
        await SaveAsync(answer, path, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static async Task SaveAsync(HttpResponseMessage answer, string path, CancellationToken cancellationToken)
    {
        await ApiConnection.EnsureAsync(answer, cancellationToken);
        await using var file = File.Create(path);
        await answer.Content.CopyToAsync(file, cancellationToken);
        if (file.Length == 0)
        {
            throw new StepFailedException($"{Path.GetFileName(path)} came out empty ({answer.RequestMessage?.RequestUri}).");
        }
    }
}
