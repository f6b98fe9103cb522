using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Testing;

[assembly: AssemblyFixture(typeof(Insek.Office.Functions.Tests.Host.TestOffice))]

namespace Insek.Office.Functions.Tests.Host;

/// <summary>One Azurite and one functions process for all tests; every test works on concepts of its own.</summary>
public sealed class TestOffice : IAsyncLifetime
{
    private readonly DevelopmentTokens _tokens = new();
    private readonly TestDirectory _directory = new();
    private Azurite? _storage;
    private FunctionsProcess? _functions;

    internal Azurite Storage => _storage ?? throw new InvalidOperationException("The fixture has not started.");

    internal FunctionsProcess Functions => _functions ?? throw new InvalidOperationException("The fixture has not started.");

    internal DevelopmentTokens Tokens => _tokens;

    /// <summary>Who belongs to which group.</summary>
    internal TestDirectory Directory => _directory;

    public async ValueTask InitializeAsync()
    {
        _storage = await Azurite.StartAsync();
        _functions = await FunctionsProcess.StartAsync(Settings(_storage));
    }

    public async ValueTask DisposeAsync()
    {
        if (_functions is not null)
        {
            await _functions.DisposeAsync();
        }

        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }

        _tokens.Dispose();
        _directory.Dispose();
    }

    /// <summary>What a functions process needs in Development.</summary>
    internal Dictionary<string, string> Settings(Azurite storage) => new()
    {
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["Storage__ConnectionString"] = storage.ConnectionString,
        ["Authentication__DevelopmentKeyFile"] = _tokens.KeyFile,
        ["Imports__AbandonedAfter"] = "00:00:02",
        ["Directory__File"] = _directory.FileName,
        ["Directory__LookEvery"] = "00:00:00",
    };

    /// <summary>A client that acts in a role.</summary>
    internal OfficeClient As(string role, string member = "anna") => new(Functions.Client, _tokens.Issue(role, member));

    /// <summary>The bot, acting for a member.</summary>
    internal OfficeClient For(string member) => new(Functions.Client, _tokens.Issue("Bot", "bot"), member);

    /// <summary>Fires a timer as the Functions host does.</summary>
    internal async Task FireAsync(string function)
    {
        var payload = $$"""{"Data":{"timer":{"IsPastDue":false} },"Metadata":{"sys":{"MethodName":"{{function}}"} } }""";
        using var content = new StringContent(payload, Encoding.UTF8, "application/json");
        using var answer = await Functions.Client.PostAsync(new Uri($"/{function}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, Functions.Output);
    }

    /// <summary>An id nobody has used.</summary>
    internal static string NewConcept() => $"c{Guid.NewGuid():N}"[..20];
}

/// <summary>Calls the API with a token.</summary>
internal sealed class OfficeClient(HttpClient client, string? token, string? acting = null)
{
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null, string? ifNoneMatch = null, string? language = null, string? operation = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        Add("If-Match", ifMatch);
        Add("If-None-Match", ifNoneMatch);
        Add("Accept-Language", language);
        Add("Insek-Acting-Member", acting);
        Add("Insek-Operation", operation);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    public Task<Answer> GetAsync(string path, string? ifNoneMatch = null) => SendAsync(HttpMethod.Get, path, ifNoneMatch: ifNoneMatch);

    public Task<Answer> PutAsync(string path, string json, string? ifMatch = null, string? ifNoneMatch = null, string? operation = null) =>
        SendAsync(HttpMethod.Put, path, Json(json), ifMatch, ifNoneMatch, operation: operation);

    public Task<Answer> PostAsync(string path, string json, string? operation = null) => SendAsync(HttpMethod.Post, path, Json(json), operation: operation);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> ImportAsync(string concept, byte[] file, string type, string query = "", string? language = null, string? ifMatch = null)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return SendAsync(HttpMethod.Post, $"/api/concepts/{concept}/import{query}", content, ifMatch, language: language);
    }

    /// <summary>Imports the concept as JSON and expects success.</summary>
    public async Task<ImportReport> ImportAsync(string concept, ConceptDocument document, string query = "")
    {
        var answer = await ImportAsync(concept, JsonSerializer.SerializeToUtf8Bytes(document, ContractsJson.Default.ConceptDocument), "application/json", query);
        Assert.True(answer.Status == 200, answer.Text);
        return JsonSerializer.Deserialize(answer.Body, ContractsJson.Default.ImportReport)!;
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}

/// <summary>An answer, read whole.</summary>
internal sealed record Answer(int Status, string? ContentType, string? ETag, string? RetryAfter, byte[] Body)
{
    /// <summary>Every header, of the answer and its body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The code of problem details.</summary>
    public string? Code => ContentType == "application/problem+json" ? Json.GetProperty("code").GetString() : null;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.TryGetValues("ETag", out var tags) ? tags.Single() : null,
        response.Headers.TryGetValues("Retry-After", out var after) ? after.Single() : null,
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
    {
        Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
    };
}
