using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>A town of its own with a working group for Verkehr, one for Umwelt, and a steering group.</summary>
internal sealed class RoundTown
{
    private RoundTown(TestOffice office, string concept, int voters)
    {
        (Office, Concept) = (office, concept);
        Voters = [.. Enumerable.Range(1, voters).Select(number => $"{concept}-v{number}")];
    }

    public TestOffice Office { get; }

    public string Concept { get; }

    /// <summary>The working group for Verkehr; the first is its chair.</summary>
    public IReadOnlyList<string> Voters { get; }

    public string Chair => Voters[0];

    /// <summary>The steering group; the first is its chair.</summary>
    public IReadOnlyList<string> Steering => [$"{Concept}-s1", $"{Concept}-s2"];

    /// <summary>Somebody of another group of the concept.</summary>
    public string Neighbour => $"{Concept}-u1";

    /// <summary>Stands in for the last voter these days.</summary>
    public string Deputy => $"{Concept}-d1";

    /// <summary>Stood in for the last voter long ago.</summary>
    public string FormerDeputy => $"{Concept}-d2";

    /// <summary>Belongs to no group at all.</summary>
    public string Stranger => $"{Concept}-x1";

    public string Administrator => $"{Concept}-a1";

    public string Path => $"/api/concepts/{Concept}";

    public OfficeClient Editor => Office.As("Administrator");

    public static async Task<RoundTown> CreateAsync(TestOffice office, int measures = 2, int voters = 3)
    {
        var town = new RoundTown(office, TestOffice.NewConcept(), voters);
        await office.As("Administrator").ImportAsync(town.Concept, Given.Town(town.Concept, measures));
        town.Register();
        return town;
    }

    /// <summary>The bot, acting for the member.</summary>
    public OfficeClient For(string member) => Office.For(member);

    /// <summary>Opens a round on the measures and expects it to open.</summary>
    public async Task<string> OpenAsync(string rule = "unanimous", int quorum = 50, IEnumerable<string>? items = null, string more = "", TimeSpan? due = null)
    {
        var answer = await PostAsync(rule, quorum, items, more, due);
        Assert.True(answer.Status == 201, answer.Text);
        return answer.Json.GetProperty("id").GetString()!;
    }

    public Task<Answer> PostAsync(string rule = "unanimous", int quorum = 50, IEnumerable<string>? items = null, string more = "", TimeSpan? due = null, string? operation = null, string? by = null, string? group = null)
    {
        var list = JsonSerializer.Serialize(items ?? ["verkehr-1-1", "verkehr-1-2"]);
        var until = TimeProvider.System.GetUtcNow() + (due ?? TimeSpan.FromDays(7));
        return For(by ?? Chair).PostAsync($"{Path}/rounds", $$"""{"group":"{{group ?? $"{Concept}-ag"}}","items":{{list}},"rule":"{{rule}}","quorumPercent":{{quorum}},"due":"{{until:O}}"{{more}}}""", operation);
    }

    public async Task<RoundView> ReadAsync(string round, string? by = null)
    {
        var answer = await For(by ?? Chair).GetAsync($"{Path}/rounds/{round}");
        Assert.True(answer.Status == 200, answer.Text);
        return JsonSerializer.Deserialize(answer.Body, ContractsJson.Default.RoundView)!;
    }

    /// <summary>The round once it has reached a state.</summary>
    public async Task<RoundView> UntilAsync(string round, string state = "closed")
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await For(Chair).GetAsync($"{Path}/rounds/{round}");
            if (answer.Status == 200 && JsonSerializer.Deserialize(answer.Body, ContractsJson.Default.RoundView) is { } view && view.State == state)
            {
                return view;
            }

            Assert.True(attempt < 400, $"The round never became {state}: {answer.Text}{Environment.NewLine}{Office.Functions.Output}");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A ballot that says the same to every item, but for those named.</summary>
    public static string Ballot(RoundView round, string choice = "approve", params (string Item, string Choice, string? Text)[] others) => JsonSerializer.Serialize(
        new CastBallot
        {
            Votes =
            [
                .. round.Items.Where(item => !item.Withdrawn).Select(item => Array.Find(others, other => other.Item == item.Id) is { Item: not null } said
                    ? new VoteView(item.Id, item.Revision, said.Choice, said.Text)
                    : new VoteView(item.Id, item.Revision, choice)),
            ],
        },
        ContractsJson.Default.CastBallot);

    public Task<Answer> CastAsync(string round, string member, string ballot, int seen = 0, string? operation = null, string? by = null) =>
        For(by ?? member).PutAsync($"{Path}/rounds/{round}/ballots/{member}", ballot, ifMatch: $"\"{seen}\"", operation: operation);

    /// <summary>Casts, and clicks again under the same operation while the storage of a busy machine is too slow, as the bot does.</summary>
    public async Task<Answer> CastPatientlyAsync(string round, string member, string ballot)
    {
        for (var operation = Guid.NewGuid().ToString("N"); ;)
        {
            var answer = await CastAsync(round, member, ballot, operation: operation);
            if (answer.Status != 503)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Casts and expects it to count.</summary>
    public async Task VoteAsync(string round, string member, string choice = "approve", params (string Item, string Choice, string? Text)[] others)
    {
        var answer = await CastAsync(round, member, Ballot(await ReadAsync(round), choice, others));
        Assert.True(answer.Status == 200, answer.Text);
    }

    /// <summary>Brings the due instant forward, and waits until it has passed.</summary>
    public async Task BecomeDueAsync(string round)
    {
        // However slow the machine is: an instant that has passed when the request arrives is refused, and named anew.
        Answer answer;
        do
        {
            answer = await For(Chair).PostAsync($"{Path}/rounds/{round}/extend", $$"""{"due":"{{TimeProvider.System.GetUtcNow().AddMilliseconds(500):O}}"}""");
        }
        while (answer.Code == "due-out-of-range");

        Assert.True(answer.Status == 200, answer.Text);
        var due = answer.Json.GetProperty("due").GetDateTimeOffset();
        while (TimeProvider.System.GetUtcNow() <= due)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Leaves a hint that the round is due at an instant.</summary>
    public Task HintDueAsync(string round, DateTimeOffset due) => new TableClient(Office.Storage.ConnectionString, "concepts").UpsertEntityAsync(
        RoundHintRow.ForDue(new ConceptId(Concept), new RoundId(round), due), TableUpdateMode.Replace, TestContext.Current.CancellationToken);

    /// <summary>The instants, in ticks, at which hints say that the round is due.</summary>
    public async Task<IReadOnlyList<long>> DueHintsAsync(string round)
    {
        var (table, prefix) = (new TableClient(Office.Storage.ConnectionString, "concepts"), RoundHintRow.DuePrefix);
        var hints = new List<long>();
        await foreach (var row in table.QueryAsync<RoundHintRow>(TableClient.CreateQueryFilter($"PartitionKey eq {"~tenant"} and RowKey ge {prefix} and RowKey lt {"hint-round`"}"), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (row.RowKey.EndsWith($"_{Concept}_{round}", StringComparison.Ordinal))
            {
                hints.Add(row.ReadDue().UtcTicks);
            }
        }

        return hints;
    }

    public async Task<MeasureView> MeasureAsync(string id) =>
        JsonSerializer.Deserialize<MeasureView>((await Editor.GetAsync($"{Path}/measures/{id}")).Body, JsonSerializerOptions.Web)!;

    /// <summary>Gives a measure another title; with a reason, as a correction.</summary>
    public async Task EditAsync(string id, string title, string? editorialReason = null)
    {
        var read = await Editor.GetAsync($"{Path}/measures/{id}");
        var write = JsonSerializer.Serialize(new MeasureWrite { Sector = "verkehr", Goal = "verkehr-1", Title = title, Source = "generated", EditorialReason = editorialReason }, ContractsJson.Default.MeasureWrite);
        var answer = await Editor.PutAsync($"{Path}/measures/{id}", write, ifMatch: read.ETag);
        Assert.True(answer.Status == 200, answer.Text);
    }

    /// <summary>Rows of the concept as storage has them.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string prefix)
    {
        var table = new TableClient(Office.Storage.ConnectionString, "concepts");
        var end = prefix[..^1] + (char)(prefix[^1] + 1);
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Concept} and RowKey ge {prefix} and RowKey lt {end}"), cancellationToken: TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Writes a row past the API.</summary>
    public Task ReplaceAsync(TableEntity row) =>
        new TableClient(Office.Storage.ConnectionString, "concepts").UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);

    /// <summary>The log's entries of one kind.</summary>
    public async Task<IReadOnlyList<TableEntity>> LogAsync(string kind) => [.. (await RowsAsync("log_")).Where(row => row.GetString("Kind") == kind)];

    private void Register() => Office.Directory.Add(
        [.. Voters, .. Steering, Neighbour, Deputy, FormerDeputy, Stranger, Administrator],
        [Administrator],
        [
            Group($"{Concept}-ag", "AG Verkehr", "WorkingGroup", ["verkehr"], Voters, [(Voters[^1], Deputy, "2020-01-01", "2099-12-31"), (Voters[^1], FormerDeputy, "2020-01-01", "2020-12-31")]),
            Group($"{Concept}-umwelt", "AG Umwelt", "WorkingGroup", ["umwelt"], [Neighbour], []),
            Group($"{Concept}-steuer", "Steuergruppe", "SteeringGroup", [], Steering, []),
        ]);

    private JsonObject Group(string id, string name, string kind, string[] sectors, IReadOnlyList<string> members, (string Member, string Deputy, string From, string Until)[] deputies) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["kind"] = kind,
        ["concept"] = Concept,
        ["chair"] = members[0],
        ["sectors"] = new JsonArray([.. sectors.Select(sector => JsonValue.Create(sector))]),
        ["members"] = new JsonArray([.. members.Select(member => JsonValue.Create(member))]),
        ["deputies"] = new JsonArray([.. deputies.Select(entry => new JsonObject { ["member"] = entry.Member, ["deputy"] = entry.Deputy, ["from"] = entry.From, ["until"] = entry.Until })]),
    };
}
