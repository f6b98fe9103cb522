using System.Diagnostics;
using Insek.Office.Bot.Tests.Teams;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Tests.Notices;

/// <summary>From the outbox to Teams and back: what is posted, updated, tried again and given up.</summary>
public sealed class SenderTests : IAsyncLifetime
{
    private readonly List<RunningBot> _bots = [];
    private OutboxApi _api = null!;
    private LoopbackConnector _teams = null!;

    private ConversationDocument Channel => Given.ChannelAt(_teams.ServiceUrl);

    public async ValueTask InitializeAsync()
    {
        _api = await OutboxApi.StartAsync();
        _teams = await LoopbackConnector.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
        {
            await bot.DisposeAsync();
        }

        await _teams.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task A_notice_is_posted_once_and_then_updated_with_the_state_of_the_moment()
    {
        await StartAsync();
        _api.Ask("card", Channel);
        await SentAsync();
        _api.Title = "Runde 2";
        _api.Ask("card", Channel);
        await SentAsync();

        var post = Assert.Single(_teams.Posts);
        var update = Assert.Single(_teams.Updates);
        Assert.Equal((Given.Channel, Given.Channel, "m1"), (post.Conversation, update.Conversation, update.Activity));
        Assert.Contains("Runde 1", post.Json(), StringComparison.Ordinal);
        Assert.Contains("Runde 2", update.Json(), StringComparison.Ordinal);
        Assert.Equal("message", (string?)post.Body["type"]);
        Assert.Equal(Given.Bot, (string?)post.Body["from"]?["id"]);
        Assert.False(string.IsNullOrEmpty((string?)post.Body["summary"]));
        Assert.Null(post.Body["text"]);
        Assert.Null(post.Body["replyToId"]);
        Assert.Equal(["m1", "m1"], _api.Acks.Select(ack => ack.ActivityId));
        Assert.All(_api.Acks, ack => Assert.Equal(Given.Channel, ack.Conversation));
    }

    [Fact]
    public async Task A_round_s_card_refreshes_itself_for_the_voters_who_are_in_the_conversation()
    {
        _teams.Members.AddRange([(Given.Megan, "29:megan"), ("stranger", "29:stranger")]);
        await StartAsync();
        _api.Ask("card", Channel);
        await SentAsync();

        var refresh = Assert.Single(_teams.Posts).Body.SelectToken("attachments[0].content.refresh");
        Assert.Equal("round.show", (string?)refresh?.SelectToken("action.verb"));
        Assert.Equal("29:megan", (string?)Assert.Single(refresh!["userIds"]!));
    }

    [Fact]
    public async Task What_somebody_deleted_is_posted_anew()
    {
        await StartAsync();
        _api.Ask("card", Channel);
        await SentAsync();
        _teams.Delete("m1");
        _api.Ask("card", Channel);
        await SentAsync();

        Assert.Equal("m2", _api.ActivityOf("card"));
        Assert.Equal("m2", Assert.Single(_teams.Shown).Key);
    }

    [Fact]
    public async Task An_answer_without_an_id_is_taken_as_shown()
    {
        _teams.Script = call => call.Method == "POST" ? new ConnectorAnswer(202) : null;
        await StartAsync();
        _api.Ask("card", Channel);
        await SentAsync();

        Assert.Null(Assert.Single(_api.Acks).ActivityId);
        Assert.Single(_teams.Posts);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_refusal_that_proves_nothing_was_posted_is_repeated_at_once(int status)
    {
        var calls = 0;
        _teams.Script = call => call.Method == "POST" && Interlocked.Increment(ref calls) == 1 ? new ConnectorAnswer(status, RetryAfter: "0") : null;
        await StartAsync();
        _api.Ask("card", Channel);
        await SentAsync();

        Assert.Equal(2, _teams.Posts.Count);
        Assert.Empty(_api.Failures);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_post_that_may_have_arrived_is_left_to_the_outbox(int status)
    {
        var calls = 0;
        _teams.Script = call => call.Method == "POST" && Interlocked.Increment(ref calls) == 1 ? new ConnectorAnswer(status) : null;
        await StartAsync();
        _api.Ask("card", Channel);
        await SentAsync();

        var failure = Assert.Single(_api.Failures);
        Assert.False(failure.Permanent);
        Assert.Contains($"{status}", failure.Reason, StringComparison.Ordinal);
        Assert.Equal(2, _teams.Posts.Count);
    }

    [Fact]
    public async Task An_update_is_repeated_after_anything_that_passes()
    {
        await StartAsync();
        _api.Ask("card", Channel);
        await SentAsync();
        var calls = 0;
        _teams.Script = _ => Interlocked.Increment(ref calls) <= 2 ? new ConnectorAnswer(calls == 1 ? 502 : 504) : null;
        _api.Ask("card", Channel);
        await SentAsync();

        Assert.Equal(3, _teams.Updates.Count);
        Assert.Single(_teams.Posts);
        Assert.Empty(_api.Failures);
    }

    [Fact]
    public async Task Teams_that_does_not_answer_is_given_up_after_a_time_and_not_asked_twice()
    {
        _teams.Script = _ => new ConnectorAnswer(0);
        await StartAsync(new() { ["Connector:AttemptTimeout"] = "00:00:00.2" });
        _api.Ask("card", Channel);
        await Eventually.IsSoAsync(() => _api.Failures.Count == 1);

        Assert.Single(_api.Failures, failure => !failure.Permanent);
    }

    [Fact]
    public async Task Whoever_asks_for_patience_gets_it_from_the_outbox()
    {
        _teams.Script = _ => new ConnectorAnswer(429, RetryAfter: "77");
        await StartAsync();
        _api.Ask("card", Channel);
        await Eventually.IsSoAsync(() => _api.Failures.Count == 1);

        var failure = Assert.Single(_api.Failures);
        Assert.Equal((77, false), (failure.RetryAfterSeconds, failure.Permanent));
        Assert.Single(_teams.Posts);
    }

    [Theory]
    [InlineData(403, "MessageWritesBlocked")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    public async Task A_conversation_that_takes_nothing_is_reported_once_and_its_notices_are_given_up(int status, string code)
    {
        _teams.Script = _ => new ConnectorAnswer(status, code);
        await StartAsync();
        _api.Ask("one", Channel);
        _api.Ask("two", Channel);
        _api.Ask("three", Channel);
        await SentAsync();

        Assert.Equal(Given.Channel, Assert.Single(_api.Failed).Id);
        Assert.Contains(code, _api.Failed[0].Reason, StringComparison.Ordinal);
        Assert.Equal(3, _api.Failures.Count);
        Assert.All(_api.Failures, failure => Assert.True(failure.Permanent));
        Assert.Single(_teams.Posts);
    }

    [Fact]
    public async Task A_conversation_that_has_failed_works_again_when_somebody_speaks_there()
    {
        _teams.Script = _ => new ConnectorAnswer(403, "MessageWritesBlocked");
        var bot = await StartAsync();
        _api.Ask("one", Channel);
        await SentAsync();
        _teams.Script = _ => null;
        await bot.SendAsync(new Activities(_teams.ServiceUrl).MessageInChannel(" hilfe"));
        _api.Ask("two", Channel);
        await SentAsync();

        Assert.Equal("two", Assert.Single(_api.Acks).Id);
        Assert.Equal(Given.Channel, Assert.Single(_api.Conversations).Id);
    }

    [Fact]
    public async Task A_refusal_for_another_reason_condemns_neither_conversation_nor_notice()
    {
        _teams.Script = _ => new ConnectorAnswer(403, "SomethingElse");
        await StartAsync();
        _api.Ask("card", Channel);
        await Eventually.IsSoAsync(() => _api.Failures.Count >= 1);

        Assert.False(_api.Failures[0].Permanent);
        Assert.Empty(_api.Failed);
    }

    [Fact]
    public async Task Notices_to_one_conversation_arrive_in_their_order()
    {
        await StartAsync();
        for (var index = 0; index < 6; index++)
        {
            _api.Ask($"n{index}", Channel);
        }

        await SentAsync();

        Assert.Equal(Enumerable.Range(0, 6).Select(index => $"n{index}"), _api.Acks.Select(ack => ack.Id));
        Assert.Equal(Enumerable.Range(1, 6).Select(index => $"m{index}"), _api.Acks.Select(ack => ack.ActivityId));
    }

    [Fact]
    public async Task A_card_that_changes_often_is_updated_seldom_and_shows_the_last_state()
    {
        var pace = TimeSpan.FromSeconds(1);
        await StartAsync(new() { ["Notices:CardPace"] = pace.ToString() });
        var began = Stopwatch.GetTimestamp();
        for (var version = 1; version <= 40; version++)
        {
            _api.Title = $"Stand Nr{version}Ende";
            _api.Ask("card", Channel);
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        await SentAsync();
        var elapsed = Stopwatch.GetElapsedTime(began);

        Assert.Single(_teams.Posts);
        Assert.NotEmpty(_teams.Updates);
        Assert.True(pace * _teams.Updates.Count <= elapsed, $"{_teams.Updates.Count} updates in {elapsed}.");
        Assert.Contains("Nr40Ende", Assert.Single(_teams.Shown).Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documented_limits_are_never_exceeded()
    {
        _teams.EnforcesLimits = true;
        await StartAsync();
        for (var index = 0; index < 80; index++)
        {
            _api.Ask($"n{index}", Given.ChannelAt(_teams.ServiceUrl, $"19:channel-{index % 8}@thread.tacv2"));
        }

        await SentAsync();

        Assert.Equal(0, _teams.Throttled);
        Assert.Equal(80, _teams.Shown.Count);
    }

    [Fact]
    public async Task Of_two_bots_one_sends_and_the_other_takes_over()
    {
        var first = await StartAsync();
        _api.Ask("one", Channel);
        await SentAsync();
        await StartAsync();
        for (var index = 0; index < 5; index++)
        {
            _api.Ask($"n{index}", Channel);
        }

        await SentAsync();
        await first.DisposeAsync();
        _api.LoseHolder();
        _api.Ask("last", Channel);
        await SentAsync();

        Assert.Equal(7, _teams.Posts.Count);
        Assert.Equal([1, 1, 1, 1, 1, 1, 2], _api.Acks.Select(ack => ack.Token));
    }

    [Fact]
    public async Task An_api_that_is_away_after_the_posting_learns_it_later_and_nothing_is_posted_twice()
    {
        // The lease runs out while the acknowledgement is not heard, so that the notice is given out again.
        _api.LeaseFor = TimeSpan.FromSeconds(6);
        _api.Script = path => path == "/api/notices/ack" ? 503 : null;
        await StartAsync(new() { ["Api:MaxRetries"] = "0" });
        _api.Ask("card", Channel);
        await Eventually.IsSoAsync(() => _api.Calls.Count(call => call.Path == "/api/notices/ack") >= 2);
        _api.ForgetLeases();
        var leases = _api.Given("card");
        await Eventually.IsSoAsync(() => _api.Given("card") > leases);
        _api.Script = _ => null;
        await SentAsync();

        Assert.Single(_teams.Posts);
        Assert.Equal("m1", _api.ActivityOf("card"));
    }

    private async Task<RunningBot> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var bot = await RunningBot.StartAsync(_api.Address, settings);
        _bots.Add(bot);
        return bot;
    }

    private Task SentAsync() => Eventually.IsSoAsync(() => _api.IsEmpty, () => string.Join(Environment.NewLine, _bots.Select(bot => bot.Log.Text)));
}
