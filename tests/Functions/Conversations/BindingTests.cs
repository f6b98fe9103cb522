using Azure.Data.Tables;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Conversations;

/// <summary>Which group's rounds a conversation shows.</summary>
public sealed class BindingTests(TestOffice office)
{
    [Fact]
    public async Task A_conversation_shows_the_group_it_was_bound_to_last()
    {
        var (concept, conversation) = await TownAsync();

        var first = await BindAsync(conversation, concept, $"ag-{concept}");
        var again = await BindAsync($"{conversation};messageid=1762", concept, $"ag-{concept}");
        var second = await BindAsync(conversation, concept, $"sg-{concept}");

        Assert.Equal((200, 200, 200), (first.Status, again.Status, second.Status));
        Assert.Equal([$"sg-{concept}"], await GroupsAsync($"?conversation={Uri.EscapeDataString(conversation)}"));
        Assert.Equal([$"sg-{concept}"], await GroupsAsync($"?concept={concept}"));
        Assert.Equal([($"GroupBound", $"ag-{concept}"), ("GroupBound", $"sg-{concept}")], await LogAsync(concept));
    }

    [Fact]
    public async Task A_binding_of_the_directory_counts_until_somebody_binds_or_ends_it()
    {
        var (concept, conversation) = await TownAsync();
        office.Directory.Bind(conversation, concept, $"ag-{concept}");

        var beforehand = await GroupsAsync($"?conversation={Uri.EscapeDataString(conversation)}");
        await BindAsync(conversation, concept, $"sg-{concept}");
        var bound = await GroupsAsync($"?concept={concept}");
        var ended = await office.Bot("chefin").PostAsync("/api/bindings/removed", $$"""{"id":"{{conversation}}"}""");

        Assert.Equal([$"ag-{concept}"], beforehand);
        Assert.Equal([$"sg-{concept}"], bound);
        Assert.Equal(204, ended.Status);
        Assert.Empty(await GroupsAsync($"?conversation={Uri.EscapeDataString(conversation)}"));
        Assert.Equal([("GroupBound", $"sg-{concept}"), ("GroupUnbound", $"sg-{concept}")], await LogAsync(concept));
    }

    [Fact]
    public async Task A_binding_outlives_the_removal_of_the_bot()
    {
        var (concept, conversation) = await TownAsync();
        await office.Bot().PostAsync("/api/conversations", ConversationTests.Channel(conversation, "AG"));
        await BindAsync(conversation, concept, $"ag-{concept}");

        await office.Bot().PostAsync("/api/conversations/removed", $$"""{"id":"{{conversation}}"}""");

        Assert.Equal([$"ag-{concept}"], await GroupsAsync($"?conversation={Uri.EscapeDataString(conversation)}"));
    }

    [Fact]
    public async Task Only_an_administrator_binds_and_only_what_belongs_together()
    {
        var (concept, conversation) = await TownAsync();
        var (other, _) = await TownAsync();
        office.Directory.AddMembers("bert");

        Assert.Equal("not-allowed", (await BindAsync(conversation, concept, $"ag-{concept}", "bert")).Code);
        Assert.Equal("acting-member-missing", (await BindAsync(conversation, concept, $"ag-{concept}", by: null)).Code);
        Assert.Equal("unknown-group", (await BindAsync(conversation, concept, $"ag-{other}")).Code);
        Assert.Equal("unknown-group", (await BindAsync(conversation, concept, "nobody")).Code);
        Assert.Equal("unknown-concept", (await BindAsync(conversation, "nowhere", $"ag-{concept}")).Code);
        Assert.Equal("bot-only", (await office.As("Administrator").PostAsync("/api/bindings", Body(conversation, concept, $"ag-{concept}"))).Code);
        Assert.Equal("not-allowed", (await office.Bot("bert").PostAsync("/api/bindings/removed", $$"""{"id":"{{conversation}}"}""")).Code);
        Assert.Empty(await GroupsAsync($"?conversation={Uri.EscapeDataString(conversation)}"));
    }

    [Fact]
    public async Task A_member_sees_the_bindings_of_the_own_concepts()
    {
        var (concept, conversation) = await TownAsync();
        await BindAsync(conversation, concept, $"ag-{concept}");

        var own = await office.Bot($"m-{concept}").GetAsync($"/api/bindings?concept={concept}");
        var stranger = await office.Bot("dora").GetAsync($"/api/bindings?concept={concept}");

        Assert.Equal(1, own.Json.GetArrayLength());
        Assert.Equal(0, stranger.Json.GetArrayLength());
    }

    private async Task<(string Concept, string Conversation)> TownAsync()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept));
        office.Directory.AddAdministrator("chefin");
        office.Directory.AddMembers("dora");
        office.Directory.AddGroup($"ag-{concept}", concept, members: [$"m-{concept}"]);
        office.Directory.AddGroup($"sg-{concept}", concept, Domain.GroupKind.SteeringGroup);
        return (concept, ConversationTests.NewId());
    }

    private Task<Answer> BindAsync(string conversation, string concept, string group, string? by = "chefin") =>
        office.Bot(by).PostAsync("/api/bindings", Body(conversation, concept, group));

    private static string Body(string conversation, string concept, string group) => $$"""{"conversation":"{{conversation}}","concept":"{{concept}}","group":"{{group}}"}""";

    private async Task<IReadOnlyList<string?>> GroupsAsync(string query)
    {
        var answer = await office.Bot().GetAsync($"/api/bindings{query}");
        Assert.True(answer.Status == 200, answer.Text);
        return [.. answer.Json.EnumerateArray().Select(binding => binding.GetProperty("group").GetString())];
    }

    private async Task<IReadOnlyList<(string Kind, string? Group)>> LogAsync(string concept)
    {
        var table = new TableClient(office.Storage.ConnectionString, "concepts");
        var entries = new List<(string, string?)>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {concept} and RowKey ge {"log_"} and RowKey lt {"log`"}"), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (row.GetString("Kind") is { } kind && kind.StartsWith("Group", StringComparison.Ordinal))
            {
                entries.Add((kind, row.GetString("Reason")));
            }
        }

        return entries;
    }
}
