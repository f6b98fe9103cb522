using Insek.Office.Contracts;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Deadlines;

/// <summary>Torgau's council date through the API, in a process whose clock begins in March 2024.</summary>
public sealed class TorgauReminderTests(TestOffice office)
{
    private const string Concept = "insek-torgau";
    private const string Administrator = "00000000-0000-0000-0000-0000000000a0";

    [Fact]
    public async Task Nothing_is_sent_on_Sunday_and_one_digest_on_Monday_names_the_council_date()
    {
        var table = $"t{Guid.NewGuid():N}";
        await using (var sunday = await StartAsync(table, "2024-03-17T06:00:00+01:00"))
        {
            await new OfficeClient(sunday.Client, office.Tokens.Issue("Administrator")).ImportAsync(Concept, Given.Torgau(Concept));
            await FireAsync(sunday);
            Assert.Empty(await LeaseAsync(sunday));
        }

        await using (var noon = await StartAsync(table, "2024-03-17T12:00:00+01:00"))
        {
            await FireAsync(noon);
            Assert.Empty(await LeaseAsync(noon));
        }

        await using var monday = await StartAsync(table, "2024-03-18T08:00:00+01:00");
        await FireAsync(monday);
        await FireAsync(monday);

        var notices = await LeaseAsync(monday);
        var digest = Assert.Single(notices, notice => notice.Kind == "reminderDigest");
        Assert.Equal((new DateOnly(2024, 3, 18), Administrator, NoticeView.AcrossConcepts), (digest.Date, digest.Member?.Id, digest.Concept));
        Assert.Equal("2024-W12", Assert.Single(notices, notice => notice.Kind == "deadlineOverview").Week);

        var card = (await For(monday, Administrator).GetAsync("/api/digests/2024-03-18")).Json;
        var entry = Assert.Single(Assert.Single(card.GetProperty("concepts").EnumerateArray()).GetProperty("entries").EnumerateArray());
        var deadline = entry.GetProperty("deadline");
        Assert.Equal(("2024-03-20", "Vorstellung/Diskussion des INSEK-Entwurfes im Stadtrat", 2), (deadline.GetProperty("due").GetString(), deadline.GetProperty("title").GetString(), deadline.GetProperty("daysLeft").GetInt32()));

        // Shown, and done: the same card comes back as an update.
        await AckAsync(monday, digest);
        var done = await For(monday, Administrator).SendAsync(
            HttpMethod.Post, $"/api/concepts/{Concept}/deadlines/{deadline.GetProperty("id").GetString()}/done", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), ifMatch: $"\"{deadline.GetProperty("version").GetInt32()}\"");
        Assert.True(done.Status == 200, done.Text);
        var update = Assert.Single(await LeaseAsync(monday), notice => notice.Kind == "reminderDigest");
        Assert.Equal((digest.Id, "1:2"), (update.Id, update.ActivityId));
        var settled = (await For(monday, Administrator).GetAsync("/api/digests/2024-03-18")).Json;
        Assert.Equal((1, 0), (settled.GetProperty("count").GetInt32(), settled.GetProperty("openCount").GetInt32()));
        Assert.Equal(404, (await For(monday, Administrator).GetAsync("/api/digests/2024-03-17")).Status);
    }

    [Fact]
    public async Task A_shifted_clock_outside_development_refuses_to_start()
    {
        var (exitCode, output) = await FunctionsProcess.StartAndRefuseAsync(new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Storage__ConnectionString"] = office.Storage.ConnectionString,
            ["Authentication__Issuer"] = "https://127.0.0.1:1/v2.0",
            ["Authentication__Audience"] = "22222222-2222-2222-2222-222222222222",
            ["Hosting__Clock"] = "2024-03-17T06:00:00+01:00",
        });

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Hosting:Clock is for Development only", output, StringComparison.Ordinal);
    }

    private Task<FunctionsProcess> StartAsync(string table, string clock) => FunctionsProcess.StartAsync(new Dictionary<string, string>(office.Settings(office.Storage))
    {
        ["Storage__TableName"] = table,
        ["Hosting__Clock"] = clock,
        ["Directory__File"] = Path.Combine(Repository.Root, "samples", "torgau", "directory.json"),
    });

    private OfficeClient For(FunctionsProcess functions, string member) => new(functions.Client, office.Tokens.Issue("Bot", "bot"), member);

    private async Task<IReadOnlyList<NoticeView>> LeaseAsync(FunctionsProcess functions)
    {
        var answer = await new OfficeClient(functions.Client, office.Tokens.Issue("Bot", "bot")).PostAsync("/api/notices/lease", """{"sender":"test","max":100}""");
        Assert.True(answer.Status == 200, answer.Text);
        return System.Text.Json.JsonSerializer.Deserialize(answer.Body, ContractsJson.Default.LeaseView)!.Notices;
    }

    private async Task AckAsync(FunctionsProcess functions, NoticeView notice)
    {
        var bot = new OfficeClient(functions.Client, office.Tokens.Issue("Bot", "bot"));
        var conversation = await bot.PostAsync("/api/conversations", $$"""{"id":"a:chat","kind":"personal","member":"{{notice.Member!.Id}}","serviceUrl":"http://127.0.0.1:1/","bot":"28:bot"}""");
        Assert.True(conversation.Status is 200 or 204, conversation.Text);
        var ack = System.Text.Json.JsonSerializer.Serialize(new NoticeAck(notice.Concept, notice.Id, notice.Tag, 1, "a:chat", "1:2"), ContractsJson.Default.NoticeAck);
        var answer = await bot.PostAsync("/api/notices/ack", ack);
        Assert.True(answer.Status == 204, answer.Text);
    }

    private static async Task FireAsync(FunctionsProcess functions)
    {
        using var content = new StringContent("""{"Data":{"timer":{"IsPastDue":false} },"Metadata":{"sys":{"MethodName":"RemindDue"} } }""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await functions.Client.PostAsync(new Uri("/RemindDue", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, functions.Output);
    }
}
