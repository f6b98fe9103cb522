using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Processes;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Contracts;

namespace Insek.Office.Benchmarks.Invokes;

/// <summary>The published functions and the published bot, and an open round of a working group. The last of its voters never votes, so that the round stays open.</summary>
internal sealed class VotingTown : IAsyncDisposable
{
    public const string Concept = "musterstadt";
    private const string Group = "ag";

    /// <summary>Of eight sector concepts one is voted on.</summary>
    private const int Sectors = 8;

    private readonly string _directory;
    private readonly ServerProcess _functions;

    private VotingTown(string directory, ServerProcess functions) => (_directory, _functions) = (directory, functions);

    public RoundView Round { get; private set; } = null!;

    public ServerProcess Bot { get; private set; } = null!;

    /// <param name="workbench">Storage and tokens.</param>
    /// <param name="items">How many measures the round asks about.</param>
    /// <param name="voters">How many vote.</param>
    public static async Task<VotingTown> StartAsync(Workbench workbench, int items, int voters)
    {
        var directory = Path.Combine(Path.GetTempPath(), $"insek-bench-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(directory, Directory(voters + 1));
        var town = new VotingTown(directory, await ServerProcess.StartFunctionsAsync(workbench, new() { ["Directory__File"] = directory, ["Notices__LeaseFor"] = "00:10:00" }));
        try
        {
            await town.KeepNoticesBackAsync(workbench);
            await town.OpenRoundAsync(workbench, items);
            town.Bot = await ServerProcess.StartBotAsync(workbench, town._functions.Client.BaseAddress!);
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Bot is not null)
        {
            await Bot.DisposeAsync();
        }

        await _functions.DisposeAsync();
        File.Delete(_directory);
    }

    // Another sender has the outbox: what is measured is the click, not the cards that are posted because of it.
    private async Task KeepNoticesBackAsync(Workbench workbench)
    {
        _functions.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", workbench.Tokens.Issue("Bot"));
        using var leased = await _functions.Client.PostAsJsonAsync(new Uri("/api/notices/lease", UriKind.Relative), new LeaseRequest("bench", 1), ContractsJson.Default.LeaseRequest);
        leased.EnsureSuccessStatusCode();
    }

    private async Task OpenRoundAsync(Workbench workbench, int items)
    {
        _functions.Authorize(workbench.Tokens);
        var document = GeneratedTown.Document(Concept, items * Sectors, Sectors);
        using var imported = await _functions.Client.PostAsJsonAsync(new Uri($"/api/concepts/{Concept}/import", UriKind.Relative), document, ContractsJson.Default.ConceptDocument);
        imported.EnsureSuccessStatusCode();

        var opening = new OpenRound
        {
            Group = Group,
            Title = "Maßnahmen für das Jahr 2027",
            Items = [.. document.Measures.Where(measure => measure.Sector == GeneratedTown.Sector(0)).Select(measure => measure.Id!).Take(items)],
            Due = TimeProvider.System.GetUtcNow().AddDays(14),
        };
        using var opened = await _functions.Client.PostAsJsonAsync(new Uri($"/api/concepts/{Concept}/rounds", UriKind.Relative), opening, ContractsJson.Default.OpenRound);
        Round = await ReadAsync(opened);
        while (Round.State != "open")
        {
            await Task.Delay(50);
            using var answer = await _functions.Client.GetAsync(new Uri($"/api/concepts/{Concept}/rounds/{Round.Id}", UriKind.Relative));
            Round = await ReadAsync(answer);
        }

        _ = Round.ItemCount == items ? items : throw new InvalidOperationException($"The round asks about {Round.ItemCount} items.");
    }

    private static async Task<RoundView> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize(body, ContractsJson.Default.RoundView)!
            : throw new InvalidOperationException($"The round did not open: {System.Text.Encoding.UTF8.GetString(body)}");
    }

    private static string Directory(int voters)
    {
        var members = Enumerable.Range(1, voters).Select(number => FormattableString.Invariant($"mitglied-{number}")).ToArray();
        return JsonSerializer.Serialize(new
        {
            tenant = "00000000-0000-0000-0000-000000000001",
            members = members.Append("steuerung-1").Select(id => new { id, name = $"AG, {id}" }),
            groups = new object[]
            {
                new { id = Group, name = "AG Städtebau", kind = "WorkingGroup", concept = Concept, sectors = new[] { GeneratedTown.Sector(0) }, chair = members[0], members },
                new { id = "steuerung", name = "Steuergruppe", kind = "SteeringGroup", concept = Concept, chair = "steuerung-1", members = new[] { "steuerung-1" } },
            },
        });
    }
}
