using Azure.Data.Tables;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Resolutions;

/// <summary>The council's resolutions as administrators record them.</summary>
public sealed class ResolutionTests(TestOffice office)
{
    [Fact]
    public async Task Every_result_brings_its_state_and_the_log_says_why()
    {
        var concept = await office.AgreedTownAsync();

        var recorded = await PostAsync(concept, "op-1", "BV 2026/031", Item("verkehr-1", "adopted"), Item("verkehr-1-1", "adopted"), Item("verkehr-1-2", "rejected"), Item("verkehr-1-3", "deferred"));
        var log = await LogAsync(concept);

        Assert.True(recorded.Status == 201, recorded.Text);
        Assert.Equal("recorded", recorded.Json.GetProperty("state").GetString());
        Assert.Equal(["resolved", "rejected", "deferred", "agreed"], await StatesAsync(concept, "verkehr-1-1", "verkehr-1-2", "verkehr-1-3", "verkehr-1-4"));
        Assert.Equal("resolved", (await office.As("Member").GetAsync($"/api/concepts/{concept}/goals/verkehr-1")).Json.GetProperty("state").GetString());
        Assert.Equal(["Agreed>Deferred BV 2026/031", "Agreed>Rejected BV 2026/031", "Agreed>Resolved BV 2026/031", "Agreed>Resolved BV 2026/031"], log);
        Assert.Equal("\"2\"", (await office.As("Member").GetAsync($"/api/concepts/{concept}/measures/verkehr-1-1")).ETag);
    }

    [Fact]
    public async Task An_amendment_leaves_a_task_that_somebody_finishes_once()
    {
        var concept = await office.AgreedTownAsync();
        await PostAsync(concept, "op-1", "BV 1", Item("verkehr-1-1", "adoptedWithAmendment", "Bitte die Trasse verlegen"), Item("verkehr-1-2", "adopted"));

        var open = await office.As("Member").GetAsync($"/api/concepts/{concept}/tasks?state=open");
        var task = Assert.Single(open.Json.EnumerateArray());
        var path = $"/api/concepts/{concept}/tasks/{task.GetProperty("id").GetString()}/done";
        var refused = await office.As("Member").PostAsync(path, "");
        var done = await office.As("Editor", "bert").PostAsync(path, "");
        var again = await office.As("Administrator", "carla").PostAsync(path, "");

        Assert.Equal(("amendment", "verkehr-1-1", "Bitte die Trasse verlegen", "op-1"), (Text("kind"), Text("item"), Text("text"), Text("resolution")));
        Assert.Equal("not-allowed", refused.Code);
        Assert.Equal(("done", "bert"), (done.Json.GetProperty("state").GetString(), done.Json.GetProperty("doneBy").GetProperty("id").GetString()));
        Assert.Equal("bert", again.Json.GetProperty("doneBy").GetProperty("id").GetString());
        Assert.Equal(0, (await office.As("Member").GetAsync($"/api/concepts/{concept}/tasks?state=open")).Json.GetArrayLength());
        Assert.Equal(1, (await office.As("Member").GetAsync($"/api/concepts/{concept}/tasks?state=done")).Json.GetArrayLength());
        Assert.Equal(["resolved"], await StatesAsync(concept, "verkehr-1-1"));

        string? Text(string name) => task.GetProperty(name).GetString();
    }

    [Fact]
    public async Task The_same_operation_again_answers_what_was_recorded()
    {
        var concept = await office.AgreedTownAsync();

        var first = await PostAsync(concept, "op-1", "BV 1", Item("verkehr-1-1", "adopted"));
        var again = await PostAsync(concept, "op-1", "BV 1", Item("verkehr-1-1", "adopted"));
        var other = await PostAsync(concept, "op-1", "BV 2", Item("verkehr-1-2", "adopted"));
        var listed = await office.As("Member").GetAsync($"/api/concepts/{concept}/resolutions");

        Assert.Equal((201, 201, first.Text), (first.Status, again.Status, again.Text));
        Assert.Equal((409, "operation-used"), (other.Status, other.Code));
        Assert.Equal(1, listed.Json.GetArrayLength());
        Assert.Single(await LogAsync(concept));
    }

    [Fact]
    public async Task Of_many_tries_at_once_one_is_recorded()
    {
        var concept = await office.AgreedTownAsync();

        var same = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(concept, "op-1", "BV 1", Item("verkehr-1-1", "adopted"))));
        var rivals = await Task.WhenAll(Enumerable.Range(2, 4).Select(number => PostAsync(concept, $"op-{number}", "BV 9", Item("verkehr-1-2", "adopted"))));

        Assert.All(same, answer => Assert.True(answer.Status == 201, answer.Text));
        Assert.Single(rivals, answer => answer.Status == 201);
        Assert.Equal(3, rivals.Count(answer => answer.Code == "resolution-number-taken"));
        Assert.Equal(2, (await LogAsync(concept)).Count);
    }

    [Fact]
    public async Task A_number_is_taken_however_it_is_written()
    {
        var concept = await office.AgreedTownAsync();
        await PostAsync(concept, "op-1", "BV 2026/031", Item("verkehr-1-1", "adopted"));

        var taken = await PostAsync(concept, "op-2", " bv 2026/031 ", Item("verkehr-1-2", "adopted"));

        Assert.Equal((409, "resolution-number-taken"), (taken.Status, taken.Code));
    }

    [Theory]
    [InlineData("verkehr-1-2", 2, "outdated-revision", 409)]
    [InlineData("nowhere", 1, "unknown-item", 400)]
    [InlineData("verkehr-1-1", 1, "invalid-content", 400)]
    public async Task One_item_that_cannot_be_decided_stops_the_whole(string item, int revision, string code, int status)
    {
        var concept = await office.AgreedTownAsync();

        var refused = await PostAsync(concept, "op-1", "BV 1", Item("verkehr-1-1", "adopted"), $$"""{"id":"{{item}}","revision":{{revision}},"result":"adopted"}""");

        Assert.Equal((status, code), (refused.Status, refused.Code));
        Assert.Equal(["agreed"], await StatesAsync(concept, "verkehr-1-1"));
        Assert.Empty(await LogAsync(concept));
        Assert.Equal("unknown-resolution", (await office.As("Member").GetAsync($"/api/concepts/{concept}/resolutions/op-1")).Code);
    }

    [Fact]
    public async Task The_council_decides_on_what_is_agreed_only()
    {
        var concept = await office.AgreedTownAsync();
        await PostAsync(concept, "op-1", "BV 1", Item("verkehr-1-1", "adopted"));

        var twice = await PostAsync(concept, "op-2", "BV 2", Item("verkehr-1-2", "adopted"), Item("verkehr-1-1", "rejected"));

        Assert.Equal((409, "not-agreed"), (twice.Status, twice.Code));
        Assert.Equal(["resolved", "agreed"], await StatesAsync(concept, "verkehr-1-1", "verkehr-1-2"));
    }

    [Theory]
    [InlineData("""{"date":"2026-11-20","items":[{"id":"verkehr-1-1","revision":1,"result":"adopted"}]}""", "number")]
    [InlineData("""{"number":"1","items":[{"id":"verkehr-1-1","revision":1,"result":"adopted"}]}""", "date")]
    [InlineData("""{"number":"1","date":"2026-11-20"}""", "items")]
    [InlineData("""{"number":"1","date":"2026-11-20","items":[{"id":"verkehr-1-1","revision":1,"result":"praised"}]}""", "items[0].result")]
    [InlineData("""{"number":"1","date":"2026-11-20","items":[{"id":"verkehr-1-1","revision":1,"result":"adoptedWithAmendment"}]}""", "items[0].amendment")]
    [InlineData("""{"number":"1","date":"2026-11-20","items":[{"id":"a/b","revision":1,"result":"adopted"}]}""", "items[0].id")]
    public async Task An_incomplete_resolution_says_what_is_missing(string body, string field)
    {
        var answer = await office.As("Administrator").PostAsync("/api/concepts/nowhere/resolutions", body);

        Assert.Equal((400, "invalid-content"), (answer.Status, answer.Code));
        Assert.Equal(field, answer.Json.GetProperty("problems")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Only_administrators_record_and_through_the_bot_only_those_of_the_directory()
    {
        var concept = await office.AgreedTownAsync();
        office.Directory.AddAdministrator("chefin");
        office.Directory.AddGroup($"ag-{concept}", concept, members: [$"m-{concept}"]);
        var body = Body("BV 1", Item("verkehr-1-1", "adopted"));
        var path = $"/api/concepts/{concept}/resolutions";

        Assert.Equal("not-allowed", (await office.As("Editor").PostAsync(path, body)).Code);
        Assert.Equal("not-allowed", (await office.Bot($"m-{concept}").PostAsync(path, body)).Code);
        Assert.Equal("acting-member-missing", (await office.Bot().PostAsync(path, body)).Code);
        var recorded = await office.Bot("chefin").PostAsync(path, body);

        Assert.Equal((201, "Chefin Muster"), (recorded.Status, recorded.Json.GetProperty("recordedBy").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task More_items_than_a_transaction_holds_are_all_carried_out()
    {
        var concept = await office.AgreedTownAsync(measures: 150);

        var recorded = await PostAsync(
            concept, "op-1", "BV 1", [.. Enumerable.Range(1, 150).Select(number => number % 3 == 0 ? Item($"verkehr-1-{number}", "adoptedWithAmendment", $"Änderung {number}") : Item($"verkehr-1-{number}", "adopted"))]);
        var measures = await office.As("Member").GetAsync($"/api/concepts/{concept}/measures?limit=1000");
        var tasks = await office.As("Member").GetAsync($"/api/concepts/{concept}/tasks");

        Assert.Equal((201, "recorded"), (recorded.Status, recorded.Json.GetProperty("state").GetString()));
        Assert.All(measures.Json.GetProperty("items").EnumerateArray(), measure => Assert.Equal("resolved", measure.GetProperty("state").GetString()));
        Assert.Equal(50, tasks.Json.GetArrayLength());
        Assert.Equal(150, (await LogAsync(concept)).Count);
    }

    [Theory]
    [InlineData("resolutions")]
    [InlineData("tasks")]
    public async Task An_unknown_concept_has_neither(string what) =>
        Assert.Equal("unknown-concept", (await office.As("Member").GetAsync($"/api/concepts/nowhere/{what}")).Code);

    private Task<Answer> PostAsync(string concept, string operation, string number, params string[] items) =>
        office.As("Administrator", "anna", operation).PostAsync($"/api/concepts/{concept}/resolutions", Body(number, items));

    private static string Body(string number, params string[] items) => $$"""{"number":"{{number}}","date":"2026-11-20","title":"Beschluss","items":[{{string.Join(',', items)}}]}""";

    private static string Item(string id, string result, string? amendment = null) =>
        $$"""{"id":"{{id}}","revision":1,"result":"{{result}}"{{(amendment is null ? "" : $",\"amendment\":\"{amendment}\"")}}}""";

    private async Task<IReadOnlyList<string?>> StatesAsync(string concept, params string[] measures)
    {
        var states = new List<string?>();
        foreach (var measure in measures)
        {
            var answer = await office.As("Member").GetAsync($"/api/concepts/{concept}/measures/{measure}");
            states.Add(answer.Json.GetProperty("state").GetString());
        }

        return states;
    }

    private async Task<IReadOnlyList<string>> LogAsync(string concept)
    {
        var table = new TableClient(office.Storage.ConnectionString, "concepts");
        var entries = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {concept} and RowKey ge {"log_"} and RowKey lt {"log`"}"), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (row.GetString("Kind") == "Moved" && row.GetString("Cause") is { } cause && cause.StartsWith("resolution:op-", StringComparison.Ordinal))
            {
                entries.Add($"{row.GetString("From")}>{row.GetString("To")} {row.GetString("Reason")}");
            }
        }

        return [.. entries.Order(StringComparer.Ordinal)];
    }
}
