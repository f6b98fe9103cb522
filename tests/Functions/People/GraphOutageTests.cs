using Insek.Office.Functions.People;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.People;

/// <summary>Graph on its bad days.</summary>
public sealed class GraphOutageTests(TestOffice office)
{
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_graph_is_asked_again_when_it_says_so(int status)
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var refusals = 0;
        tenant.Graph.Interfere = call => call.Path == "/$batch" && refusals++ == 0 ? GraphReply.Error(status, "TooManyRequests", retryAfter: 1) : null;

        var directory = await GraphTenant.ReadAsync(tenant.Process());

        Assert.Equal(["Anna", "Bert"], GraphTenant.Names(directory));
        Assert.Equal(2, refusals);
        Assert.Contains(tenant.Clock.Waits, wait => wait >= TimeSpan.FromSeconds(1) && wait < TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public async Task Of_a_batch_only_what_failed_is_asked_again()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var refused = new HashSet<string>();
        tenant.Graph.Interfere = call => call.IsBatched && call.Path.Contains("transitiveMembers", StringComparison.Ordinal) && refused.Add(call.Path) ? GraphReply.Error(429, "TooManyRequests", retryAfter: 0) : null;

        var directory = await GraphTenant.ReadAsync(tenant.Process());

        Assert.Equal(["Anna", "Bert"], GraphTenant.Names(directory));
        Assert.Equal((2, 9 + 3), (tenant.Graph.Count(call => call.Path == "/$batch"), tenant.Graph.Count(call => call.IsBatched)));
    }

    [Fact]
    public async Task A_pause_longer_than_anybody_waits_is_kept_while_the_known_people_stay_in_use()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var process = tenant.Process();
        await GraphTenant.ReadAsync(process);
        tenant.Graph.Interfere = _ => GraphReply.Error(429, "TooManyRequests", retryAfter: 600);
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));
        tenant.Graph.Calls.Clear();

        var stale = await GraphTenant.ReadAsync(process);
        tenant.Clock.Advance(TimeSpan.FromSeconds(599));
        await GraphTenant.ReadAsync(process);
        var asked = tenant.Graph.Calls.Count;
        tenant.Graph.Interfere = _ => null;
        tenant.Clock.Advance(TimeSpan.FromSeconds(2));
        var fresh = await GraphTenant.ReadAsync(process);

        Assert.Equal(["Anna", "Bert"], GraphTenant.Names(stale));
        Assert.Equal(1, asked);
        Assert.Equal(tenant.Clock.Now, fresh.AsOf);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var cut = 0;
        tenant.Graph.Interfere = call => call.Path.StartsWith("/users/delta", StringComparison.Ordinal) && cut++ == 0
            ? new GraphReply(200, new() { ["@odata.deltaLink"] = new string('x', 5000), ["value"] = new System.Text.Json.Nodes.JsonArray() }) { CutAt = 40 }
            : null;

        var directory = await GraphTenant.ReadAsync(tenant.Process());

        Assert.Equal(2, cut);
        Assert.Equal(["Anna", "Bert"], GraphTenant.Names(directory));
    }

    [Theory]
    [InlineData("circle")]
    [InlineData("elsewhere")]
    [InlineData("no-list")]
    public async Task Pages_that_cannot_be_are_no_directory(string fault)
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var process = tenant.Process();
        await GraphTenant.ReadAsync(process);
        tenant.Graph.GoesInCircles = fault == "circle";
        tenant.Graph.Interfere = call => fault != "circle" && call.Path.Contains("transitiveMembers", StringComparison.Ordinal)
            ? new GraphReply(200, fault == "elsewhere"
                ? new() { ["value"] = new System.Text.Json.Nodes.JsonArray(), ["@odata.nextLink"] = "https://graph.example/v1.0/next" }
                : new() { ["@odata.context"] = "x" })
            : null;
        tenant.Graph.Group("AG Verkehr", ["Anna"], owners: ["Anna"]);
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));

        var directory = await GraphTenant.ReadAsync(process);

        // Half a group would be worse than yesterday's.
        Assert.Equal(["Anna", "Bert"], GraphTenant.Names(directory));
        Assert.Equal(tenant.Clock.Now.AddMinutes(-6), directory.AsOf);
    }

    [Theory]
    [InlineData(410)]
    [InlineData(400)]
    public async Task When_graph_does_not_remember_so_far_back_everything_is_read_again(int status)
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        tenant.Graph.ForgetsAs = status;
        var process = tenant.Process();
        await GraphTenant.ReadAsync(process);
        tenant.Graph.Group("AG Verkehr", ["Anna", "Carla"], owners: ["Anna"]);
        tenant.Graph.ForgetsBefore = 1_000;
        tenant.Graph.Interfere = call => call.Path.EndsWith("latest", StringComparison.Ordinal)
            ? new GraphReply(200, new() { ["@odata.deltaLink"] = $"{tenant.Graph.Address}/{call.Path.Split('/')[1]}/delta?$deltatoken=1000", ["value"] = new System.Text.Json.Nodes.JsonArray() })
            : null;
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));
        tenant.Graph.Calls.Clear();

        var directory = await GraphTenant.ReadAsync(process);

        Assert.Equal(["Anna", "Carla"], GraphTenant.Names(directory));
        Assert.Equal(3, tenant.Graph.Count(call => call.Path.Contains("transitiveMembers", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Down_for_a_day_graph_is_replaced_by_what_is_known_also_after_a_start_and_then_by_a_clear_error()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var (process, readAt) = (tenant.Process(), tenant.Clock.Now);
        await GraphTenant.ReadAsync(process);
        tenant.Graph.Interfere = _ => GraphReply.Error(503, "ServiceUnavailable");
        tenant.Clock.Advance(TimeSpan.FromHours(23));

        var stale = await GraphTenant.ReadAsync(process);
        var restarted = await GraphTenant.ReadAsync(tenant.Process());
        tenant.Clock.Advance(TimeSpan.FromMinutes(61));
        var refused = await Assert.ThrowsAsync<DirectoryUnavailableException>(() => GraphTenant.ReadAsync(process));
        tenant.Graph.Interfere = _ => null;
        tenant.Clock.Advance(TimeSpan.FromMinutes(2));
        var back = await GraphTenant.ReadAsync(tenant.Process());

        Assert.Equal((readAt, readAt, readAt), (stale.AsOf, restarted.AsOf, refused.AsOf));
        Assert.Equal(["Anna", "Bert"], GraphTenant.Names(restarted));
        Assert.Equal(tenant.Clock.Now, back.AsOf);
    }

    [Fact]
    public async Task Where_graph_never_answered_requests_get_503_and_say_why()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        tenant.Graph.Interfere = _ => GraphReply.Error(403, "Authorization_RequestDenied");
        await using var functions = await tenant.PublishedAsync();

        var answer = await new OfficeClient(functions.Client, office.Tokens.Issue("Administrator")).GetAsync("/api/me");

        Assert.Equal((503, "directory-unavailable", "5"), (answer.Status, answer.Code, answer.RetryAfter));
        Assert.Contains("Graph answered 403", functions.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("of-the-managed-identity", functions.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_was_moved_back_asks_anew()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var process = tenant.Process();
        await GraphTenant.ReadAsync(process);
        tenant.Graph.Group("AG Verkehr", ["Anna"], owners: ["Anna"]);

        tenant.Clock.Advance(TimeSpan.FromHours(-3));
        var directory = await GraphTenant.ReadAsync(process);

        Assert.Equal(["Anna"], GraphTenant.Names(directory));
    }
}
