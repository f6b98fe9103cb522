using Insek.Office.Bot.Tests.Host;
using Insek.Office.Bot.Tests.Teams;

namespace Insek.Office.Bot.Tests.Notices;

/// <summary>The process dies between Teams' answer and the acknowledgement: the one moment that decides whether people see a card twice.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private readonly KeyFile _key = new();
    private OutboxApi _api = null!;
    private LoopbackConnector _teams = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await OutboxApi.StartAsync();
        _teams = await LoopbackConnector.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _api.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task A_card_whose_activity_is_known_is_updated_again_and_never_posted_twice()
    {
        await using (var first = await StartAsync())
        {
            _api.Ask("card", Given.ChannelAt(_teams.ServiceUrl));
            await Eventually.IsSoAsync(() => _api.IsEmpty, () => first.Output);
            await DieBeforeAckAsync(() => _teams.Updates.Count == 1);
        }

        await using var second = await TakeOverAsync();

        Assert.Single(_teams.Posts);
        Assert.True(_teams.Updates.Count >= 2);
        Assert.Equal("m1", Assert.Single(_teams.Shown).Key);
    }

    [Fact]
    public async Task A_card_that_was_posted_and_not_yet_known_is_posted_again_and_then_updated()
    {
        await using (await StartAsync())
        {
            await DieBeforeAckAsync(() => _teams.Posts.Count == 1);
        }

        await using var second = await TakeOverAsync();
        _api.Ask("card", Given.ChannelAt(_teams.ServiceUrl));
        await Eventually.IsSoAsync(() => _api.IsEmpty, () => second.Output);

        // The window that stays: Teams lets nobody look for what was posted. It is not posted a third time.
        Assert.Equal(["m1", "m2"], _teams.Shown.Keys.Order());
        Assert.Equal("m2", Assert.Single(_teams.Updates).Activity);
    }

    // The acknowledgement is on its way, and is not answered any more.
    private async Task DieBeforeAckAsync(Func<bool> isSent)
    {
        var acks = _api.Acks.Count;
        _api.Script = path => path == "/api/notices/ack" ? 0 : null;
        _api.Ask("card", Given.ChannelAt(_teams.ServiceUrl));
        await Eventually.IsSoAsync(() => isSent() && _api.Calls.Count(call => call.Path == "/api/notices/ack") > acks);
    }

    private async Task<BotProcess> TakeOverAsync()
    {
        _api.Script = _ => null;
        _api.LoseHolder();
        _api.ForgetLeases();
        var bot = await StartAsync();
        await Eventually.IsSoAsync(() => _api.IsEmpty, () => bot.Output);
        return bot;
    }

    private Task<BotProcess> StartAsync()
    {
        var settings = RunningBot.SettingsOf(_api.Address, _key).ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value ?? "");
        settings["DOTNET_ENVIRONMENT"] = "Development";
        return BotProcess.StartAsync(settings);
    }
}
