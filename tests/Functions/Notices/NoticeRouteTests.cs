using System.Globalization;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Tests.Conversations;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Notices;

/// <summary>The outbox as the bot and administrators meet it. Each test runs the functions on a table of its own: a tenant has one sender.</summary>
public sealed class NoticeRouteTests(TestOffice office)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_goes_out_once_to_the_one_who_sends()
    {
        await using var tenant = await StartAsync();
        var bot = office.Bot(functions: tenant.Functions);
        await bot.PostAsync("/api/conversations", ConversationTests.Personal("a:anna", "anna"));
        await AskAsync(tenant, "anna");

        var lease = await bot.PostAsync("/api/notices/lease", """{"sender":"one"}""");
        var refused = await bot.PostAsync("/api/notices/lease", """{"sender":"two"}""");
        var notice = lease.Json.GetProperty("notices")[0];
        var answer = $$"""{"concept":"insek-muster","id":"{{notice.GetProperty("id")}}","tag":{{notice.GetProperty("tag").GetRawText()}},"token":{{lease.Json.GetProperty("token")}},"conversation":"a:anna","activityId":"act-1"}""";
        var shown = await bot.PostAsync("/api/notices/ack", answer);
        var again = await bot.PostAsync("/api/notices/ack", answer);
        var contradicted = await bot.PostAsync("/api/notices/ack", answer.Replace("act-1", "act-2", StringComparison.Ordinal));
        var nothing = await bot.PostAsync("/api/notices/lease", """{"sender":"one"}""");

        Assert.Equal(("a:anna", "29:anna"), (notice.GetProperty("conversation").GetProperty("id").GetString(), notice.GetProperty("conversation").GetProperty("teamsUser").GetString()));
        Assert.Equal((409, "lease-held"), (refused.Status, refused.Code));
        Assert.InRange(int.Parse(refused.RetryAfter!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(lease.Json.GetProperty("until").GetDateTimeOffset(), refused.Json.GetProperty("until").GetDateTimeOffset());
        Assert.Equal((204, 204), (shown.Status, again.Status));
        Assert.Equal((409, "lease-lost"), (contradicted.Status, contradicted.Code));
        Assert.Equal(0, nothing.Json.GetProperty("notices").GetArrayLength());
    }

    [Fact]
    public async Task What_could_not_be_sent_is_listed_for_administrators_who_send_it_again()
    {
        office.Directory.AddAdministrator("chefin");
        office.Directory.AddMembers("bert");
        await using var tenant = await StartAsync();
        var (bot, chief, member) = (office.Bot(functions: tenant.Functions), office.Bot("chefin", tenant.Functions), office.Bot("bert", tenant.Functions));
        await AskAsync(tenant, "bert");
        var lease = await bot.PostAsync("/api/notices/lease", """{"sender":"one"}""");
        var notice = lease.Json.GetProperty("notices")[0];

        var failed = await bot.PostAsync(
            "/api/notices/fail",
            $$"""{"concept":"insek-muster","id":"{{notice.GetProperty("id")}}","tag":{{notice.GetProperty("tag").GetRawText()}},"token":{{lease.Json.GetProperty("token")}},"reason":"Gesperrt","permanent":true}""");
        var listed = await chief.GetAsync("/api/notices/failed");
        var name = $$"""{"concept":"insek-muster","id":"{{notice.GetProperty("id")}}"}""";
        var refused = await member.PostAsync("/api/notices/resend", name);
        var resent = await chief.PostAsync("/api/notices/resend", name);
        var all = await chief.PostAsync("/api/notices/resend", """{"concept":"insek-muster","id":"*"}""");
        var unknown = await chief.PostAsync("/api/notices/resend", """{"concept":"insek-muster","id":"nothing"}""");
        var again = await bot.PostAsync("/api/notices/lease", """{"sender":"one"}""");

        Assert.Equal(204, failed.Status);
        Assert.Equal(("Gesperrt", "Bert Muster"), (listed.Json[0].GetProperty("reason").GetString(), listed.Json[0].GetProperty("member").GetProperty("name").GetString()));
        Assert.Equal("not-allowed", (await member.GetAsync("/api/notices/failed")).Code);
        Assert.Equal("acting-member-missing", (await bot.GetAsync("/api/notices/failed")).Code);
        Assert.Equal("not-allowed", refused.Code);
        Assert.Equal((204, 204, 404), (resent.Status, all.Status, unknown.Status));
        Assert.Equal(1, again.Json.GetProperty("notices").GetArrayLength());
        Assert.Equal(0, (await chief.GetAsync("/api/notices/failed")).Json.GetArrayLength());
    }

    [Fact]
    public async Task A_group_that_gets_a_conversation_gets_its_card()
    {
        office.Directory.AddAdministrator("chefin");
        await using var tenant = await StartAsync();
        var administrator = new OfficeClient(tenant.Functions.Client, office.Tokens.Issue("Administrator"));
        var concept = TestOffice.NewConcept();
        await administrator.ImportAsync(concept, Given.Town(concept));
        office.Directory.AddGroup($"ag-{concept}", concept);
        var bot = office.Bot(functions: tenant.Functions);
        await AskAsync(tenant, Outbox.RoundCard(new ConceptId(concept), Round(new GroupId($"ag-{concept}")), TimeProvider.System.GetUtcNow()), concept);

        var before = await bot.PostAsync("/api/notices/lease", """{"sender":"one"}""");
        await bot.PostAsync("/api/conversations", ConversationTests.Channel("19:ag@thread.tacv2", "AG"));
        await office.Bot("chefin", tenant.Functions).PostAsync("/api/bindings", $$"""{"conversation":"19:ag@thread.tacv2","concept":"{{concept}}","group":"ag-{{concept}}"}""");
        var after = await bot.PostAsync("/api/notices/lease", """{"sender":"one"}""");

        Assert.Equal(0, before.Json.GetProperty("notices").GetArrayLength());
        Assert.Equal("19:ag@thread.tacv2", after.Json.GetProperty("notices")[0].GetProperty("conversation").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("lease", """{"sender":"a b"}""")]
    [InlineData("lease", """{"sender":"one","max":101}""")]
    [InlineData("ack", """{"concept":"c","id":"a/b","tag":"1.a.W/1","token":1,"conversation":"a:x"}""")]
    [InlineData("ack", """{"concept":"c","id":"x","tag":"nonsense","token":1,"conversation":"a:x"}""")]
    [InlineData("ack", """{"concept":"~other","id":"x","tag":"1.a.W/1","token":1,"conversation":"a:x"}""")]
    [InlineData("fail", """{"concept":"c","id":"x","tag":"1.a.W/1","token":1,"reason":" "}""")]
    [InlineData("fail", """{"concept":"c","id":"x","tag":"1.a.W/1","token":1,"reason":"x","retryAfterSeconds":86401}""")]
    public async Task What_cannot_be_meant_is_refused(string what, string body)
    {
        var answer = await office.Bot().PostAsync($"/api/notices/{what}", body);

        Assert.Equal((400, "invalid-content"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("lease", """{"sender":"one"}""")]
    [InlineData("ack", """{"concept":"c","id":"x","tag":"1.a.W/1","token":1,"conversation":"a:x"}""")]
    [InlineData("fail", """{"concept":"c","id":"x","tag":"1.a.W/1","token":1,"reason":"x"}""")]
    public async Task Only_the_bot_sends(string what, string body)
    {
        var answer = await office.As("Administrator").PostAsync($"/api/notices/{what}", body);

        Assert.Equal((403, "bot-only"), (answer.Status, answer.Code));
    }

    private async Task<Tenant> StartAsync()
    {
        var table = $"t{Guid.NewGuid():N}";
        var settings = office.Settings(office.Storage);
        settings["Storage__TableName"] = table;
        var client = new TableClient(office.Storage.ConnectionString, table);
        await client.CreateIfNotExistsAsync(Cancellation);
        return new Tenant(await FunctionsProcess.StartAsync(settings), client);
    }

    private static Task AskAsync(Tenant tenant, string member) => AskAsync(
        tenant,
        Outbox.BallotCard(new ConceptId("insek-muster"), new RoundId("runde-1"), TimeProvider.System.GetUtcNow(), new MemberId(member), TimeProvider.System.GetUtcNow()),
        "insek-muster");

    private static async Task AskAsync(Tenant tenant, TableTransactionAction notice, string concept)
    {
        await tenant.Table.UpsertEntityAsync(HintRow.For(HintRow.NoticePrefix, concept, TimeProvider.System.GetUtcNow()), cancellationToken: Cancellation);
        await tenant.Table.SubmitTransactionAsync([notice], Cancellation);
    }

    private static ApprovalRound Round(GroupId group) => new()
    {
        Id = new RoundId("runde-1"),
        Title = "Verkehr",
        Stage = Stage.WorkingGroup,
        Group = group,
        GroupName = "AG",
        Procedure = new Procedure(DecisionRule.Majority, 50),
        OpenedBy = new MemberId("anna"),
        OpenedAt = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
        Due = new DateTimeOffset(2026, 12, 7, 8, 0, 0, TimeSpan.Zero),
        Items = [],
        Electorate = [],
    };

    private sealed record Tenant(FunctionsProcess Functions, TableClient Table) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Functions.DisposeAsync();
    }
}
