using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>Looks into the API, past the bot.</summary>
internal sealed class OfficeApi : IDisposable
{
    private readonly HttpClient _http;

    private OfficeApi(Uri address, string token)
    {
        _http = new HttpClient { BaseAddress = new Uri(address, "api/concepts/insek-torgau/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _http.DefaultRequestHeaders.Add("Insek-Acting-Member", Member.Coordination.Id);
    }

    /// <summary>Has a token issued as a developer does.</summary>
    public static async Task<OfficeApi> OpenAsync(Uri address, string local)
    {
        await using var run = DevRun.Start("token", "--as", "end-to-end", "--role", "Bot", "--local", local);
        var result = await run.EndAsync();
        Assert.Equal(0, result.ExitCode);
        return new OfficeApi(address, result.Output.TrimEnd());
    }

    /// <summary>What a measure has come to.</summary>
    public async Task<string?> StateOfMeasureAsync(string id) => (await GetAsync($"measures/{id}")).GetProperty("state").GetString();

    /// <summary>How often a member's ballot was cast.</summary>
    public async Task<int> CastingsAsync(string round, Member member) => (await GetAsync($"rounds/{round}/ballots/{member.Id}", member)).GetProperty("version").GetInt32();

    /// <summary>Opens a round for the working group Verkehr.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenRoundAsync(string title, DateTimeOffset due, params string[] items)
    {
        using var body = JsonContent.Create(new { group = "ag-verkehr", title, items, due });
        using var answer = await _http.PostAsync(new Uri("rounds", UriKind.Relative), body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"rounds: {(int)answer.StatusCode} {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>The deadline with a title.</summary>
    public async Task<JsonElement> DeadlineAsync(string title) =>
        Assert.Single((await GetAsync("deadlines?state=open,done,waived")).GetProperty("items").EnumerateArray(), deadline => deadline.GetProperty("title").GetString() == title);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetAsync(string path, Member? member = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (member is not null)
        {
            request.Headers.Add("Insek-Acting-Member", member.Id);
        }

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
