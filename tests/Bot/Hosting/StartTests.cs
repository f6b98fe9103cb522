using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Testing;

namespace Insek.Office.Bot.Tests.Hosting;

/// <summary>How the process starts, and when it refuses to.</summary>
public sealed class StartTests
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    private static readonly Dictionary<string, string> _production = new()
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["Api__BaseAddress"] = "https://insek.example/",
        ["Api__Scope"] = "api://insek/.default",
        ["MicrosoftAppId"] = Id,
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppTenantId"] = Id,
        ["MicrosoftAppPassword"] = "a-password-for-tests",
    };

    [Theory]
    [InlineData("Api__BaseAddress", null, "Api:BaseAddress")]
    [InlineData("Api__BaseAddress", "http://insek.example/", "https")]
    [InlineData("Api__BaseAddress", "http://127.0.0.1/", "https")]
    [InlineData("Api__Scope", null, "Api:Scope")]
    [InlineData("Api__DevelopmentKeyFile", "/tmp/key", "Development only")]
    [InlineData("MicrosoftAppId", null, "MicrosoftAppId")]
    [InlineData("MicrosoftAppId", "bot", "MicrosoftAppId")]
    [InlineData("MicrosoftAppType", null, "MicrosoftAppType")]
    [InlineData("MicrosoftAppType", "MultiTenant", "MicrosoftAppType")]
    [InlineData("MicrosoftAppTenantId", null, "MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppPassword", null, "MicrosoftAppPassword")]
    [InlineData("Api__AttemptTimeout", "01:00:00", "AttemptTimeout")]
    [InlineData("Addin__Api", "http://insek.example/", "Addin:Api")]
    [InlineData("Addin__ClientId", Id, "Addin:Authority")]
    public async Task Production_refuses_to_start_and_says_why_in_one_line(string setting, string? value, string expected)
    {
        var settings = new Dictionary<string, string>(_production);
        settings.Remove(setting);
        if (value is not null)
        {
            settings[setting] = value;
        }

        var (exitCode, output) = await BotProcess.StartAndRefuseAsync(settings);

        Assert.Equal(1, exitCode);
        var line = Assert.Single(output.Split(Environment.NewLine), line => line.Contains("does not start", StringComparison.Ordinal));
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("a-password-for-tests", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_with_everything_starts_where_it_is_told_to()
    {
        var port = FreePort.Next();
        var settings = new Dictionary<string, string>(_production) { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" };

        await using var bot = await BotProcess.StartAsync(settings, port);

        Assert.Equal("alive", (await JsonAsync(bot, "/health")).Body.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_an_identity_development_listens_on_loopback_only_whatever_is_configured()
    {
        var (port, open, wide) = (FreePort.Next(), FreePort.Next(), FreePort.Next());
        using var key = new KeyFile();
        await using var api = await LoopbackApi.StartAsync(200, "{}");
        var settings = Development(api, key);
        settings["ASPNETCORE_URLS"] = $"http://0.0.0.0:{open}";
        settings["Kestrel__Endpoints__Wide__Url"] = $"http://0.0.0.0:{wide}";

        await using var bot = await BotProcess.StartAsync(settings, port);

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.Equal(IPAddress.Loopback, Assert.Single(listening, endpoint => endpoint.Port == port).Address);
        Assert.DoesNotContain(listening, endpoint => endpoint.Port == open || endpoint.Port == wide);
    }

    [Fact]
    public async Task The_bot_ends_with_the_process_that_started_it()
    {
        using var key = new KeyFile();
        await using var api = await LoopbackApi.StartAsync(200, "{}");
        await using var bot = await BotProcess.StartAsync(Development(api, key));

        Assert.Equal(0, await bot.LoseParentAsync());
    }

    [Fact]
    public async Task Ready_says_whether_the_api_is_ready_and_unknown_addresses_are_problems()
    {
        using var key = new KeyFile();
        var status = 200;
        await using var api = await LoopbackApi.StartAsync((context, _) => LoopbackApi.AnswerAsync(context, status, "{}"));
        await using var bot = await BotProcess.StartAsync(Development(api, key));

        var ready = await JsonAsync(bot, "/ready");
        status = 503;
        var unready = await JsonAsync(bot, "/ready");
        await api.DisposeAsync();
        var gone = await JsonAsync(bot, "/ready");
        var unknown = await JsonAsync(bot, "/nothing/here");

        Assert.Equal((200, "ready"), (ready.Status, ready.Body.GetProperty("status").GetString()));
        Assert.All(api.Calls.Where(call => call.Target == "/api/ready"), call => Assert.Null(call.Header("Authorization")));
        Assert.Contains(api.Calls, call => call.Target == "/api/ready");
        Assert.Equal((503, "api-unavailable"), (unready.Status, unready.Body.GetProperty("code").GetString()));
        Assert.Equal((503, "api-unavailable"), (gone.Status, gone.Body.GetProperty("code").GetString()));
        Assert.Equal((404, "not-found"), (unknown.Status, unknown.Body.GetProperty("code").GetString()));
    }

    private static Dictionary<string, string> Development(LoopbackApi api, KeyFile key) => new()
    {
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["Api__BaseAddress"] = api.Address.ToString(),
        ["Api__DevelopmentKeyFile"] = key.Path,
    };

    private static async Task<(int Status, JsonElement Body)> JsonAsync(BotProcess bot, string path)
    {
        using var answer = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return ((int)answer.StatusCode, document.RootElement.Clone());
    }
}
