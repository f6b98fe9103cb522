using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Functions.Tests.Conversations;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Functions.Tests.People;

namespace Insek.Office.Functions.Tests.Members;

/// <summary>The app is installed before people have found it, and administrators see whom the bot does not reach.</summary>
public sealed class InstallationTests(TestOffice office)
{
    [Fact]
    public async Task The_app_is_installed_for_people_and_teams_under_its_id_in_the_tenant_and_twice_is_fine()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        await using var functions = await tenant.PublishedAsync();
        var bot = office.Bot(functions: functions);

        var first = await bot.PostAsync($"/api/members/{LoopbackGraph.Id("Anna")}/installation", "");
        var again = await bot.PostAsync($"/api/members/{LoopbackGraph.Id("Anna")}/installation", "");
        var team = await bot.PostAsync($"/api/teams/{LoopbackGraph.Id("AG Verkehr")}/installation", "");

        Assert.True(first.Status == 200, first.Text + functions.Output);
        Assert.Equal(("installed", "alreadyInstalled", "installed"), (State(first), State(again), State(team)));
        Assert.Single(tenant.Graph.Calls, call => call.Path == "/appCatalogs/teamsApps?$filter=externalId eq '11111111-2222-3333-4444-555555555555'&$select=id,externalId");
        Assert.Equal(2, tenant.Graph.Count(call => call.Method == "POST" && call.Path == $"/users/{LoopbackGraph.Id("Anna")}/teamwork/installedApps"));
        Assert.Equal(1, tenant.Graph.Count(call => call.Method == "POST" && call.Path == $"/teams/{LoopbackGraph.Id("AG Verkehr")}/installedApps"));
    }

    [Theory]
    [InlineData(403, "forbidden")]
    [InlineData(404, "notFound")]
    [InlineData(400, "refused")]
    public async Task What_graph_refuses_is_kept_and_shown_to_administrators(int status, string reason)
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        tenant.Graph.Interfere = call => call.Path.EndsWith("/installedApps", StringComparison.Ordinal) ? GraphReply.Error(status, "Refused") : null;
        await using var functions = await tenant.PublishedAsync();

        var refused = await office.Bot(functions: functions).PostAsync($"/api/members/{LoopbackGraph.Id("Bert")}/installation", "");
        var listed = await ListAsync(functions);

        Assert.Equal((200, "failed", reason), (refused.Status, State(refused), refused.Json.GetProperty("reason").GetString()));
        Assert.Equal(("notInstalled", reason), listed.Where(entry => entry.Member.Name == "Bert").Select(entry => (entry.Reason, entry.Detail)).Single());
    }

    [Fact]
    public async Task A_graph_that_does_not_answer_leaves_nothing_behind_and_says_when_to_come_back()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        await using var functions = await tenant.PublishedAsync();
        var bot = office.Bot(functions: functions);
        await bot.GetAsync("/api/bindings");
        tenant.Graph.Interfere = call => call.Method == "POST" && call.Path.EndsWith("/installedApps", StringComparison.Ordinal) ? GraphReply.Error(503, "ServiceUnavailable", retryAfter: 90) : null;

        var away = await bot.PostAsync($"/api/members/{LoopbackGraph.Id("Bert")}/installation", "");
        tenant.Graph.Interfere = _ => null;
        var back = await bot.PostAsync($"/api/members/{LoopbackGraph.Id("Bert")}/installation", "");

        Assert.Equal((503, "graph-unavailable", "90"), (away.Status, away.Code, away.RetryAfter));
        Assert.Equal("installed", State(back));
    }

    [Fact]
    public async Task Administrators_see_whom_the_bot_does_not_reach_and_why()
    {
        await using var tenant = await GraphTenant.StartAsync(office, "Anna", "Bert", "Carla", "Dora", "Gerd");
        tenant.Graph.Person("Gerd", guest: true);
        await using var functions = await tenant.PublishedAsync();
        var bot = office.Bot(functions: functions);
        await bot.PostAsync("/api/conversations", ConversationTests.Personal("a:anna", LoopbackGraph.Id("Anna")));
        await bot.PostAsync("/api/conversations", ConversationTests.Personal("a:carla", LoopbackGraph.Id("Carla")));
        await bot.PostAsync("/api/conversations/failed", """{"id":"a:carla","reason":"ConversationBlockedByUser"}""");
        await bot.PostAsync($"/api/members/{LoopbackGraph.Id("Dora")}/installation", "");

        var listed = (await ListAsync(functions)).Where(entry => entry.Groups.Contains("ag-verkehr")).ToArray();

        Assert.Equal(
            [("Bert", "unheard", null), ("Carla", "blocked", "ConversationBlockedByUser"), ("Gerd", "guest", null)],
            listed.Select(entry => (entry.Member.Name, entry.Reason, entry.Detail)));
        Assert.True(listed[2].Member.Guest);
    }

    [Fact]
    public async Task Only_the_bot_installs_only_administrators_list_and_strangers_get_nothing()
    {
        var installed = await office.As("Administrator").PostAsync("/api/members/anna/installation", "");
        var team = await office.As("Member").PostAsync($"/api/teams/{LoopbackGraph.Id("x")}/installation", "");
        var stranger = await office.Bot().PostAsync("/api/members/niemand-hier/installation", "");
        var notATeam = await office.Bot().PostAsync("/api/teams/verkehr/installation", "");
        office.Directory.AddMembers("ohne-graph");
        var without = await office.Bot().PostAsync("/api/members/ohne-graph/installation", "");
        var listed = await office.As("Member").GetAsync("/api/members/unreachable");

        Assert.Equal((403, "bot-only"), (installed.Status, installed.Code));
        Assert.Equal((403, "bot-only"), (team.Status, team.Code));
        Assert.Equal((400, "unknown-member"), (stranger.Status, stranger.Code));
        Assert.Equal((400, "invalid-id"), (notATeam.Status, notATeam.Code));
        Assert.Equal((409, "installation-unavailable"), (without.Status, without.Code));
        Assert.Equal((403, "not-allowed"), (listed.Status, listed.Code));
    }

    private static string? State(Answer answer) => answer.Json.GetProperty("state").GetString();

    private async Task<IReadOnlyList<UnreachableView>> ListAsync(FunctionsProcess functions)
    {
        var answer = await new OfficeClient(functions.Client, office.Tokens.Issue("Administrator")).GetAsync("/api/members/unreachable");
        Assert.True(answer.Status == 200, answer.Text);
        return JsonSerializer.Deserialize(answer.Body, ContractsJson.Default.IReadOnlyListUnreachableView)!;
    }
}
