using Insek.Office.Bot.Tests.Notices;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Teams;

/// <summary>The bot comes and goes: told twice, at the same time, without names.</summary>
public sealed class InstallationTests : IAsyncLifetime
{
    private OutboxApi _api = null!;
    private LoopbackConnector _teams = null!;
    private RunningBot _bot = null!;
    private Activities _say = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await OutboxApi.StartAsync();
        _teams = await LoopbackConnector.StartAsync();
        _bot = await RunningBot.StartAsync(_api.Address);
        _say = new Activities(_teams.ServiceUrl);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task An_installation_told_twice_by_two_activities_each_is_stored_once_and_greeted_once()
    {
        await TellAsync(_say.Installed(), _say.Added(), _say.Installed(), _say.Added());

        var stored = Assert.Single(_api.Conversations);
        Assert.Equal((Activities.Chat, "personal", Given.Alex, "29:alex"), (stored.Id, stored.Kind, stored.Member, stored.TeamsUser));
        Assert.Equal((_teams.ServiceUrl, Given.Tenant, Given.Bot), (stored.ServiceUrl, stored.Tenant, stored.Bot));
        Assert.Equal(Activities.Chat, Assert.Single(_teams.Posts).Conversation);
    }

    [Fact]
    public async Task A_team_is_stored_by_its_first_channel_and_greeted_once()
    {
        await TellAsync(_say.InstalledInTeam(), _say.AddedToTeam(), _say.AddedToTeam(), _say.InstalledInTeam());

        var stored = Assert.Single(_api.Conversations);
        Assert.Equal((Activities.Team, "channel", Activities.Team, "Contoso Sales"), (stored.Id, stored.Kind, stored.Team, stored.Name));
        Assert.Null(stored.Member);
        Assert.Single(_teams.Posts);
    }

    [Fact]
    public async Task A_team_that_another_channel_tells_of_is_stored_by_its_first_channel_too()
    {
        await TellAsync(_say.InstalledInChannel());

        Assert.Equal(
            [(Given.Channel, Activities.Team, null), (Activities.Team, Activities.Team, "Contoso Sales")],
            _api.Conversations.Select(conversation => (conversation.Id, conversation.Team, conversation.Name)));
        Assert.Equal(Given.Channel, Assert.Single(_teams.Posts).Conversation);
    }

    [Fact]
    public async Task A_name_that_only_one_of_the_two_gives_is_kept()
    {
        await _bot.SendAsync(_say.AddedToChat());
        await _bot.SendAsync(_say.InstalledInChat());
        await _bot.SendAsync(_say.AddedToChat());

        Assert.Equal([null, "Deal Desk"], _api.Conversations.Select(conversation => conversation.Name));
        Assert.Single(_teams.Posts);
    }

    [Fact]
    public async Task A_message_in_a_thread_stores_its_channel()
    {
        await _bot.SendAsync(_say.MessageInChannel(" hilfe"));

        var stored = Assert.Single(_api.Conversations);
        Assert.Equal((Given.Channel, "channel", Activities.Team), (stored.Id, stored.Kind, stored.Team));
    }

    [Fact]
    public async Task What_the_api_did_not_take_is_told_again_with_the_next_activity()
    {
        _api.Script = path => path == "/api/conversations" ? 503 : null;
        await _bot.SendAsync(_say.Installed());
        _api.Script = _ => null;
        var before = _api.Conversations.Count;

        await _bot.SendAsync(_say.Message("hilfe"));
        await _bot.SendAsync(_say.Message("hilfe"));

        Assert.Equal(before + 1, _api.Conversations.Count);
    }

    [Fact]
    public async Task A_removed_bot_forgets_the_chat_and_greets_when_it_comes_back()
    {
        await _bot.SendAsync(_say.Installed());
        await _bot.SendAsync(_say.Removed());
        await _bot.SendAsync(_say.Installed());

        Assert.Equal(Activities.Chat, Assert.Single(_api.Removed).Id);
        Assert.Equal(2, _api.Conversations.Count);
        Assert.Equal(2, _teams.Posts.Count);
    }

    [Fact]
    public async Task Whoever_removes_the_bot_as_a_member_removes_the_conversation()
    {
        await _bot.SendAsync(_say.InstalledInChat());
        await _bot.SendAsync(_say.BotRemovedFromChat());

        Assert.Equal(Activities.GroupChat, Assert.Single(_api.Removed).Id);
    }

    [Fact]
    public async Task A_deleted_channel_is_forgotten_alone_and_a_deleted_team_with_all_its_channels()
    {
        await _bot.SendAsync(_say.InstalledInTeam());
        await _bot.SendAsync(_say.MessageInChannel(" hilfe"));
        await _bot.SendAsync(_say.TeamEvent("channelDeleted", "19:other@thread.tacv2"));
        var afterChannel = _api.Removed.Select(conversation => conversation.Id).ToList();

        await _bot.SendAsync(_say.TeamEvent("teamDeleted", Activities.Team));

        Assert.Equal(["19:other@thread.tacv2"], afterChannel);
        Assert.Equal(new[] { Activities.Team, Given.Channel }.Order(), _api.Removed.Skip(1).Select(conversation => conversation.Id).Order());
    }

    private Task TellAsync(params JObject[] activities) => Task.WhenAll(activities.Select(async activity => Assert.Equal(200, (await _bot.SendAsync(activity)).Status)));
}
