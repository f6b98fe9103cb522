using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Teams;

/// <summary>Clicks on cards: always answered, in German, and without effect where they make no sense.</summary>
public sealed class ClickTests : IAsyncLifetime
{
    private const string MessageType = "application/vnd.microsoft.activity.message";

    private readonly TestAction _action = new();
    private OutboxApi _api = null!;
    private LoopbackConnector _teams = null!;
    private RunningBot _bot = null!;
    private Activities _say = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await OutboxApi.StartAsync();
        _teams = await LoopbackConnector.StartAsync();
        _bot = await RunningBot.StartAsync(
            _api.Address,
            new Dictionary<string, string?> { ["Teams:InvokeBudget"] = "00:00:00.3" },
            services => services.AddSingleton<ICardAction>(_action));
        _say = new Activities(_teams.ServiceUrl);
    }

    public async ValueTask DisposeAsync()
    {
        _action.End();
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Theory]
    [InlineData("manual")]
    [InlineData("automatic")]
    [InlineData(null)]
    public async Task A_click_is_answered_with_the_card_whatever_triggered_it(string? trigger)
    {
        var (status, body) = await _bot.SendAsync(_say.Click(TestAction.Name, """{"concept":"torgau","pick":"a, b,"}""", trigger));

        Assert.Equal((200, 200, AdaptiveCard.ContentType), (status, (int?)body["statusCode"], (string?)body["type"]));
        Assert.Equal("AdaptiveCard", (string?)body["value"]?["type"]);
        var context = Assert.Single(_action.Seen);
        Assert.Equal((Given.Alex, "29:alex"), (context.Actor.Id.Value, context.Actor.TeamsUser));
        Assert.Equal(("torgau", Activities.Chat, "1795331538335", "de-DE"), (context.Text("concept"), context.Place.Conversation, context.Card, context.Culture.Name));
        Assert.Equal(["a", "b"], context.Choices("pick"));
    }

    [Fact]
    public async Task An_unknown_verb_is_answered_with_a_sentence() =>
        await AnswersAsync(_say.Click("ballot.nothing"), "kennt der Bot nicht");

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"action\":null}")]
    [InlineData("{\"action\":{\"type\":\"Action.Execute\",\"data\":{}}}")]
    [InlineData("{\"action\":{\"type\":\"Action.Execute\",\"verb\":5,\"data\":{}}}")]
    [InlineData("{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"test.act\",\"data\":\"text\"}}")]
    [InlineData("{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"test.act\",\"data\":[1]}}")]
    public async Task Malformed_data_is_answered_with_a_sentence_and_does_nothing(string value)
    {
        await AnswersAsync(_say.Value(value), "nicht in Ordnung");

        Assert.Empty(_action.Seen);
    }

    [Fact]
    public async Task Nobody_acts_without_being_known_whatever_the_card_says()
    {
        await AnswersAsync(Activities.WithoutPerson(_say.Click(TestAction.Name, $$"""{"for":"{{Given.Megan}}","aadObjectId":"{{Given.Megan}}"}""")), "nicht, wer Sie sind");

        Assert.Empty(_action.Seen);
    }

    [Fact]
    public async Task An_action_that_never_ends_is_answered_all_the_same()
    {
        _action.Does = (_, _) => _action.Ended;

        await AnswersAsync(_say.Click(TestAction.Name), "dauert gerade länger");
    }

    [Fact]
    public async Task An_action_that_ends_with_its_token_says_the_last_word_itself()
    {
        _action.Does = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return new CardReply.Message("noch nicht gezählt");
        };

        await AnswersAsync(_say.Click(TestAction.Name), "noch nicht gezählt");
    }

    [Fact]
    public async Task An_action_that_gives_up_with_its_token_is_answered_for()
    {
        _action.Does = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return new CardReply.Message("");
        };

        await AnswersAsync(_say.Click(TestAction.Name), "dauert gerade länger");
    }

    [Fact]
    public async Task An_api_that_is_away_is_said_so()
    {
        _action.Does = (_, _) => throw new ApiUnavailableException("away");

        await AnswersAsync(_say.Click(TestAction.Name), "gerade nicht erreichbar");
    }

    [Fact]
    public async Task A_mistake_of_ours_is_answered_and_logged()
    {
        _action.Does = (_, _) => throw new InvalidOperationException("our own mistake");

        await AnswersAsync(_say.Click(TestAction.Name), "Das hat nicht geklappt");

        Assert.Contains("our own mistake", _bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_asks_for_the_outbox_at_once()
    {
        await using var slow = await RunningBot.StartAsync(
            _api.Address,
            new Dictionary<string, string?> { ["Notices:PollEvery"] = "00:01:00" },
            services => services.AddSingleton<ICardAction>(_action));
        await _bot.DisposeAsync();
        _action.Does = (_, _) =>
        {
            _api.Ask("card", Given.ChannelAt(_teams.ServiceUrl));
            return Task.FromResult<CardReply>(new CardReply.Message("ja"));
        };

        // The first bot's lease must not keep the second from sending.
        _api.LoseHolder();
        await slow.SendAsync(_say.Click(TestAction.Name));

        await Eventually.IsSoAsync(() => _teams.Posts.Count == 1);
    }

    private async Task AnswersAsync(JObject click, string expected)
    {
        var (status, body) = await _bot.SendAsync(click);

        Assert.Equal((200, 200, MessageType), (status, (int?)body["statusCode"], (string?)body["type"]));
        Assert.Contains(expected, (string?)body["value"], StringComparison.Ordinal);
    }
}

/// <summary>An action that does what a test says.</summary>
internal sealed class TestAction : ICardAction
{
    public const string Name = "test.act";

    private readonly List<CardActionContext> _seen = [];
    private readonly TaskCompletionSource<CardReply> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Verb => Name;

    public IReadOnlyList<CardActionContext> Seen => _seen;

    /// <summary>Ends when the test does.</summary>
    public Task<CardReply> Ended => _ended.Task;

    public Func<CardActionContext, CancellationToken, Task<CardReply>> Does { get; set; } =
        (_, _) => Task.FromResult<CardReply>(new CardReply.Card(new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)), "Eine Karte"));

    public void End() => _ended.TrySetResult(new CardReply.Message(""));

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        _seen.Add(context);
        return Does(context, cancellationToken);
    }
}
