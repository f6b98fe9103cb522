using AdaptiveCards;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Teams;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Tests.Notices;

/// <summary>Notices to persons with whom the bot has no chat yet.</summary>
public sealed class PersonTests : IAsyncLifetime
{
    private static readonly MemberView _megan = new(Given.Megan, "AG Verkehr, Mitglied");

    private OutboxApi _api = null!;
    private LoopbackConnector _teams = null!;
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await OutboxApi.StartAsync();
        _teams = await LoopbackConnector.StartAsync();
        _bot = await RunningBot.StartAsync(_api.Address);
        _teams.Members.AddRange([(Given.Alex, "29:alex"), ("00000000-0000-0000-0000-0000000000a2", "29:adele"), (Given.Megan, "29:megan")]);
        _api.Bindings.Add(new BindingDocument("19:elsewhere@thread.tacv2", "torgau", "wohnen"));
        _api.Bindings.Add(new BindingDocument(Given.Channel, "torgau", "verkehr"));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task The_chat_is_begun_with_the_person_as_teams_knows_them_and_kept()
    {
        await SpeakAsync();
        _api.Ask("ballot", conversation: null, _megan);
        await SentAsync();
        _api.Ask("another", conversation: null, _megan);
        await SentAsync();

        var begun = Assert.Single(_teams.Begun);
        Assert.Equal("29:megan", (string?)begun.Body["members"]?[0]?["id"]);
        Assert.Equal(Given.Tenant, (string?)begun.Body["tenantId"]);
        var kept = Assert.Single(_api.Conversations, conversation => conversation.Member == Given.Megan);
        Assert.Equal(("a:29:megan", "personal", "29:megan"), (kept.Id, kept.Kind, kept.TeamsUser));
        Assert.Equal(["a:29:megan", "a:29:megan"], _api.Acks.Select(ack => ack.Conversation));

        // Two pages of the list, read once; the group's own channel first.
        var pages = _teams.Calls.Where(call => call.Part == "pagedmembers").ToList();
        Assert.Equal(2, pages.Count);
        Assert.All(pages, page => Assert.Equal(Activities.Team, page.Conversation));
    }

    [Fact]
    public async Task Somebody_who_is_nowhere_is_given_up_with_a_reason_that_helps()
    {
        await SpeakAsync();
        _api.Ask("ballot", conversation: null, new MemberView("00000000-0000-0000-0000-0000000000ff", "Gast aus dem Planungsbüro"));
        await SentAsync();

        var failure = Assert.Single(_api.Failures);
        Assert.True(failure.Permanent);
        Assert.Contains("Gast aus dem Planungsbüro", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("installiert", failure.Reason, StringComparison.Ordinal);
        Assert.Empty(_teams.Begun);
    }

    [Theory]
    [InlineData("installed", false)]
    [InlineData("alreadyInstalled", false)]
    [InlineData("failed", true)]
    public async Task Who_is_nowhere_gets_the_app_once_and_the_notice_waits_for_the_chat(string outcome, bool isGivenUp)
    {
        var newcomer = new MemberView(Given.Alex, "Neue Kollegin");
        _teams.Members.RemoveAll(member => member.Item1 == newcomer.Id);
        _api.Installation = outcome;
        await SpeakAsync();
        _api.Ask("ballot", conversation: null, newcomer);
        _api.Ask("another", conversation: null, newcomer);
        await Eventually.IsSoAsync(() => _api.Failures.Count >= 2, () => _bot.Log.Text);

        Assert.All(_api.Failures, failure => Assert.Equal(isGivenUp, failure.Permanent));
        Assert.All(_api.Failures, failure => Assert.Contains("Neue Kollegin", failure.Reason, StringComparison.Ordinal));
        Assert.Equal($"/api/members/{newcomer.Id}/installation", Assert.Single(_api.Calls, call => call.Path.EndsWith("/installation", StringComparison.Ordinal)).Path);
        if (isGivenUp)
        {
            return;
        }

        // Teams names the chat in its own time.
        await _bot.SendAsync(new Activities(_teams.ServiceUrl).Installed());
        await SentAsync();
        Assert.Equal(2, _api.Acks.Count);
        Assert.Empty(_teams.Begun);
    }

    [Fact]
    public async Task Somebody_who_has_blocked_the_bot_is_reported_although_the_chat_was_just_begun()
    {
        await SpeakAsync();
        _teams.Script = call => call is { Method: "POST", Conversation: "a:29:megan" } ? new ConnectorAnswer(403, "MessageWritesBlocked") : null;
        _api.Ask("ballot", conversation: null, _megan);
        await SentAsync();

        Assert.True(Assert.Single(_api.Failures).Permanent);
        Assert.Equal("a:29:megan", Assert.Single(_api.Failed).Id);
    }

    [Fact]
    public async Task Many_who_are_looked_for_at_once_cost_one_look()
    {
        _teams.Members.AddRange(Enumerable.Range(0, 20).Select(index => ($"00000000-0000-0000-0000-{index:D12}", $"29:p{index}")));
        await SpeakAsync();
        for (var index = 0; index < 20; index++)
        {
            _api.Ask($"ballot{index}", conversation: null, new MemberView($"00000000-0000-0000-0000-{index:D12}", $"Mitglied {index}"));
        }

        await SentAsync();

        Assert.Equal(20, _teams.Begun.Count);
        Assert.Single(_api.Calls, call => call.Path == "/api/bindings");
        Assert.Equal(12, _teams.Calls.Count(call => call.Part == "pagedmembers"));
    }

    [Fact]
    public async Task Before_anybody_has_spoken_to_the_bot_a_notice_waits()
    {
        _api.Ask("ballot", conversation: null, _megan);
        await Eventually.IsSoAsync(() => _api.Failures.Count >= 1);
        await SpeakAsync();
        await SentAsync();

        Assert.All(_api.Failures, failure => Assert.False(failure.Permanent));
        Assert.Equal("a:29:megan", Assert.Single(_api.Acks).Conversation);
    }

    [Fact]
    public async Task A_channel_whose_members_cannot_be_read_is_passed_over()
    {
        _teams.Script = call => call is { Part: "pagedmembers" } && call.Conversation.Contains("elsewhere", StringComparison.Ordinal) ? new ConnectorAnswer(403, "BotNotInConversationRoster") : null;
        _api.Bindings.RemoveAt(1);
        await SpeakAsync();
        _api.Ask("ballot", conversation: null, _megan);
        await SentAsync();

        Assert.Equal("a:29:megan", Assert.Single(_api.Acks).Conversation);
    }

    [Fact]
    public async Task A_message_to_one_person_goes_to_the_chat_that_is_known_or_begun()
    {
        await SpeakAsync();
        var messages = _bot.Get<PersonalMessages>();

        var text = await messages.SendAsync(new MemberId(Given.Megan), "Ihre Stimme ist gezählt.", card: null, TestContext.Current.CancellationToken);
        var card = await messages.SendAsync(new MemberId(Given.Megan), "Die Karte", new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)), TestContext.Current.CancellationToken);
        var nobody = await messages.SendAsync(new MemberId("00000000-0000-0000-0000-0000000000ff"), "?", card: null, TestContext.Current.CancellationToken);

        Assert.Equal((true, true, false), (text, card, nobody));
        var posts = _teams.Posts.Where(post => post.Conversation == "a:29:megan").ToList();
        Assert.Equal(("Ihre Stimme ist gezählt.", "Die Karte"), ((string?)posts[0].Body["text"], (string?)posts[1].Body["summary"]));
        Assert.Single(_teams.Begun);
    }

    private Task<(int Status, Newtonsoft.Json.Linq.JObject Body)> SpeakAsync() => _bot.SendAsync(new Activities(_teams.ServiceUrl).MessageInChannel(" hilfe"));

    private Task SentAsync() => Eventually.IsSoAsync(() => _api.IsEmpty, () => _bot.Log.Text);
}
