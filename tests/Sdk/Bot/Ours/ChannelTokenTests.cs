using System.Security.Claims;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot.Ours;

/// <summary>Each refusal differs from the good token in the one thing it is about.</summary>
public sealed class ChannelTokenTests
{
    private const string ServiceUrl = "http://localhost:3979/_connector";

    private static readonly RsaSecurityKey Key = OpenIdServer.NewKey("1");
    private static readonly RsaSecurityKey Other = OpenIdServer.NewKey("2");
    private static readonly Token Good = new(Key, ServiceUrl);

    [Fact]
    public async Task A_good_token_reaches_the_bot_with_its_claims()
    {
        await using var keys = await OpenIdServer.StartAsync(OpenIdServer.Publish(Key, "msteams"));
        string? audience = null;
        await using var host = await StartAsync(keys, new LogicBot((turn, _) =>
        {
            audience = turn.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey).FindFirst("aud")?.Value;
            return Task.CompletedTask;
        }));

        Assert.Equal(200, (await host.PostAsync(Sample.Text("message-personal"), Good.Header)).Status);
        Assert.Equal(Token.App, audience);
    }

    [Fact]
    public async Task A_clock_may_be_five_minutes_off()
    {
        await AssertAsync(200, Good with { ValidIn = -60, ExpiresIn = -4 });
        await AssertAsync(200, Good with { ValidIn = 4 });
        await AssertAsync(401, Good with { ValidIn = -60, ExpiresIn = -6 });
        await AssertAsync(401, Good with { ValidIn = 6 });
    }

    [Fact]
    public Task Another_issuer_is_refused() => AssertAsync(401, Good with { Issuer = "https://sts.windows.net/00000000-0000-0000-0000-000000000001/" });

    [Fact]
    public Task No_issuer_is_refused() => AssertAsync(401, Good with { Issuer = null });

    [Fact]
    public Task Another_app_is_refused() => AssertAsync(401, Good with { Audience = "00000000-0000-0000-0000-0000000000c1" });

    [Fact]
    public Task No_app_is_refused() => AssertAsync(401, Good with { Audience = null });

    [Fact]
    public Task Several_apps_are_refused() =>
        AssertAsync(401, Good with { Audience = null, Claims = new() { ["aud"] = new[] { Token.App, "00000000-0000-0000-0000-0000000000c1" } } });

    [Fact]
    public Task An_unsigned_token_is_refused() => AssertAsync(401, Good with { Signed = false });

    [Fact]
    public Task A_shared_secret_is_refused_even_when_it_is_the_public_key() => AssertAsync(401, Good with
    {
        Key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Key.Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = Key.KeyId },
        Algorithm = SecurityAlgorithms.HmacSha256,
    });

    [Fact]
    public Task Another_algorithm_is_refused() => AssertAsync(401, Good with { Algorithm = SecurityAlgorithms.RsaSsaPssSha256 });

    [Fact]
    public Task Another_key_under_a_known_id_is_refused() => AssertAsync(401, Good with { Key = OpenIdServer.NewKey(Key.KeyId) });

    [Fact]
    public Task An_unknown_key_is_refused() => AssertAsync(401, Good with { Key = Other });

    [Fact]
    public Task A_key_without_an_id_is_refused() => AssertAsync(401, Good with { Key = new RsaSecurityKey(Key.Rsa) });

    [Fact]
    public Task A_key_endorsed_for_another_channel_is_refused() => AssertAsync(401, Good, OpenIdServer.Publish(Key, "webchat"));

    [Fact]
    public Task A_key_endorsed_for_nothing_is_refused() => AssertAsync(401, Good, OpenIdServer.Publish(Key, endorsements: null));

    [Fact]
    public Task Another_service_url_is_refused() => AssertAsync(401, Good with { ServiceUrl = "https://smba.example/" });

    [Fact]
    public Task No_service_url_is_refused() => AssertAsync(401, Good with { ServiceUrl = "" });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer e30.e30.e30")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Basic eDp4")]
    public async Task A_request_without_a_token_is_refused(string? header)
    {
        await using var keys = await OpenIdServer.StartAsync(OpenIdServer.Publish(Key, "msteams"));
        var bot = new RecordingBot();
        await using var host = await StartAsync(keys, bot);

        Assert.Equal(401, (await host.PostAsync(Sample.Text("message-personal"), header)).Status);
        Assert.Empty(bot.Calls);
        Assert.Equal(0, keys.Reads);
    }

    [Fact]
    public async Task A_changed_body_does_not_pass_with_the_old_token()
    {
        await using var keys = await OpenIdServer.StartAsync(OpenIdServer.Publish(Key, "msteams"));
        var bot = new RecordingBot();
        await using var host = await StartAsync(keys, bot);
        var activity = JObject.Parse(Sample.Text("message-personal"));
        activity.Remove("serviceUrl");

        Assert.Equal(401, (await host.PostAsync(activity, Good.Header)).Status);

        activity = JObject.Parse(Sample.Text("message-personal"));
        activity["channelId"] = "webchat";

        Assert.Equal(401, (await host.PostAsync(activity, Good.Header)).Status);
        Assert.Empty(bot.Calls);
    }

    [Fact]
    public async Task A_token_is_refused_where_authentication_is_disabled()
    {
        await using var keys = await OpenIdServer.StartAsync(OpenIdServer.Publish(Key, "msteams"));
        var bot = new RecordingBot();
        await using var host = await BotHost.StartAsync(bot, new Dictionary<string, string?> { ["ToBotFromChannelOpenIdMetadataUrl"] = keys.MetadataUrl.ToString() });

        Assert.Equal(401, (await host.PostAsync(Sample.Text("message-personal"), Good.Header)).Status);
        Assert.Empty(bot.Calls);
    }

    [Fact]
    public async Task A_new_key_is_found_and_unknown_ones_are_not_searched_for_again_and_again()
    {
        await using var keys = await OpenIdServer.StartAsync(OpenIdServer.Publish(Key, "msteams"));
        await using var host = await StartAsync(keys, new RecordingBot());
        Assert.Equal(200, await PostAsync(host, Good));
        Assert.Equal(1, keys.Reads);

        keys.Keys = [OpenIdServer.Publish(Other, "msteams")];

        Assert.Equal(200, await PostAsync(host, Good with { Key = Other }));
        Assert.Equal(2, keys.Reads);
        Assert.Equal(401, await PostAsync(host, Good));
        Assert.Equal(401, await PostAsync(host, Good with { Key = OpenIdServer.NewKey("3") }));
        Assert.Equal(2, keys.Reads);
    }

    private static Task<BotHost> StartAsync(OpenIdServer keys, IBot bot) => BotHost.StartAsync(bot, new Dictionary<string, string?>
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = Token.App,
        ["MicrosoftAppPassword"] = "secret",
        ["MicrosoftAppTenantId"] = "00000000-0000-0000-0000-000000000001",
        ["ToBotFromChannelOpenIdMetadataUrl"] = keys.MetadataUrl.ToString(),
    });

    private static async Task<int> PostAsync(BotHost host, Token token) => (await host.PostAsync(Sample.Text("message-personal"), token.Header)).Status;

    private static async Task AssertAsync(int status, Token token, JObject? published = null)
    {
        await using var keys = await OpenIdServer.StartAsync(published ?? OpenIdServer.Publish(Key, "msteams"));
        var bot = new RecordingBot();
        await using var host = await StartAsync(keys, bot);

        Assert.Equal(status, await PostAsync(host, token));
        Assert.Equal(status == 200, bot.Calls.Contains("turn"));
    }
}
