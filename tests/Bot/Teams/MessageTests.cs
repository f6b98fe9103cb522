using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Notices;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Teams;

/// <summary>What people type: the bot hears its own name out of it, answers, and leaves alone what is not meant for it.</summary>
public sealed class MessageTests : IAsyncLifetime
{
    private readonly TestCommand _command = new();
    private OutboxApi _api = null!;
    private LoopbackConnector _teams = null!;
    private RunningBot _bot = null!;
    private Activities _say = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await OutboxApi.StartAsync();
        _teams = await LoopbackConnector.StartAsync();
        _bot = await RunningBot.StartAsync(_api.Address, more: services => services.AddSingleton<ICommand>(_command));
        _say = new Activities(_teams.ServiceUrl);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Theory]
    [InlineData("<at>Approvals Bot</at> status Verkehr", "status Verkehr")]
    [InlineData("<at>Approvals Bot</at>&nbsp;ma&szlig;nahme&nbsp;12\r\n", "maßnahme 12")]
    [InlineData("<p>status <b>Verkehr</b> &amp; Mobilität</p>", "status Verkehr & Mobilität")]
    [InlineData("status <3", "status <3")]
    [InlineData("frag <at>Megan</at> mal", "frag Megan mal")]
    [InlineData("<at>approvals bot</at>", "")]
    [InlineData("<span class=\"inline-compose-card\" itemid=\"0\">\n <span content=\"0\"></span>\n</span>", null)]
    [InlineData("schau: <span class=\"inline-compose-card\"><span></span></span>", "schau:")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Only_the_words_are_read(string? text, string? expected)
    {
        var message = new Activity(ActivityTypes.Message)
        {
            Text = text,
            Recipient = new ChannelAccount(id: Given.Bot),
            Entities =
            [
                new Entity("mention"),
                new Entity("clientInfo"),
                new Entity("mention") { Properties = JObject.Parse($$$"""{"mentioned":{"id":"{{{Given.Bot}}}","name":"Approvals Bot"},"text":"<at>Approvals Bot</at>"}""") },
            ],
        };
        if (text?.Contains("pprovals", StringComparison.Ordinal) is not true)
        {
            message.Entities.RemoveAt(2);
        }

        Assert.Equal(expected, MessageText.Of(message));
    }

    [Fact]
    public async Task A_command_in_a_thread_is_answered_in_the_thread()
    {
        await _bot.SendAsync(_say.MessageInChannel(" test&nbsp;Eins  zwei"));

        var answer = Assert.Single(_teams.Posts);
        Assert.Equal($"{Given.Channel};messageid=1795330895687", answer.Conversation);
        Assert.Equal("Antwort", (string?)answer.Body["text"]);
        var context = Assert.Single(_command.Seen);
        Assert.Equal(("Eins zwei", Given.Channel, PlaceKind.Channel, Given.Alex), (context.Argument, context.Place.Conversation, context.Place.Kind, context.Actor.Id.Value));
    }

    [Fact]
    public async Task Somebody_who_only_calls_the_bot_gets_help()
    {
        await _bot.SendAsync(_say.MessageInChannel(""));

        Assert.Single(_teams.Posts);
        Assert.Empty(_command.Seen);
    }

    [Fact]
    public async Task The_data_of_a_card_and_results_of_a_search_are_not_answered()
    {
        var submitted = await _bot.SendAsync(_say.Submit());
        var posted = await _bot.SendAsync(_say.SearchResult());

        Assert.Equal((200, 200), (submitted.Status, posted.Status));
        Assert.Empty(_teams.Posts);
    }

    [Fact]
    public async Task Nobody_is_answered_in_somebody_elses_name()
    {
        await _bot.SendAsync(Activities.WithoutPerson(_say.Message("test")));

        Assert.Contains("nicht, wer Sie sind", (string?)Assert.Single(_teams.Posts).Body["text"], StringComparison.Ordinal);
        Assert.Empty(_command.Seen);
    }

    [Fact]
    public async Task A_command_that_fails_is_answered_and_logged()
    {
        _command.Failure = new InvalidOperationException("our own mistake");

        var (status, _) = await _bot.SendAsync(_say.Message("test"));

        Assert.Equal(200, status);
        Assert.Contains("Das hat nicht geklappt", (string?)Assert.Single(_teams.Posts).Body["text"], StringComparison.Ordinal);
        Assert.Contains("our own mistake", _bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_api_that_is_away_is_said_so()
    {
        _command.Failure = new ApiUnavailableException("away");

        await _bot.SendAsync(_say.Message("test"));

        Assert.Contains("gerade nicht erreichbar", (string?)Assert.Single(_teams.Posts).Body["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_api_that_does_not_note_the_conversation_in_time_spoils_no_answer()
    {
        _api.Script = path => path == "/api/conversations" ? 0 : null;
        await using var bot = await RunningBot.StartAsync(
            _api.Address, new Dictionary<string, string?> { ["Teams:TurnBudget"] = "00:00:01" }, services => services.AddSingleton<ICommand>(_command));

        var (status, _) = await bot.SendAsync(_say.Message("test"));

        Assert.Equal(200, status);
        Assert.Equal("Antwort", (string?)Assert.Single(_teams.Posts).Body["text"]);
    }

    [Fact]
    public async Task An_answer_is_repeated_only_where_nothing_was_posted()
    {
        var calls = 0;
        _teams.Script = _ => Interlocked.Increment(ref calls) <= 2 ? new ConnectorAnswer(calls == 1 ? 412 : 429, RetryAfter: "0") : null;
        await _bot.SendAsync(_say.Message("test"));
        var afterRefusals = _teams.Posts.Count;

        _teams.Script = _ => new ConnectorAnswer(502);
        await _bot.SendAsync(_say.Message("test"));

        Assert.Equal(3, afterRefusals);

        // Once for the answer, once for the sentence that it did not arrive.
        Assert.Equal(5, _teams.Posts.Count);
        Assert.NotEqual(_teams.Posts[3].Json(), _teams.Posts[4].Json());
    }

    [Fact]
    public async Task Without_an_identity_nothing_goes_to_strangers()
    {
        var (status, _) = await _bot.SendAsync(new Activities("https://teams.example/").Message("test"));

        Assert.Equal(200, status);
        Assert.Empty(_command.Seen);
        Assert.Empty(_api.Conversations);
    }

    [Fact]
    public async Task With_an_identity_whoever_has_no_token_is_not_heard()
    {
        await using var bot = await RunningBot.StartAsync(
            _api.Address,
            new Dictionary<string, string?>
            {
                ["MicrosoftAppId"] = "11111111-1111-1111-1111-111111111111",
                ["MicrosoftAppType"] = "SingleTenant",
                ["MicrosoftAppTenantId"] = "11111111-1111-1111-1111-111111111111",
                ["MicrosoftAppPassword"] = "a-password-for-tests",
            },
            services => services.AddSingleton<ICommand>(_command));

        var (status, body) = await bot.SendAsync(_say.Message("test"));

        Assert.Equal((401, "unauthenticated"), (status, (string?)body["code"]));
        Assert.Empty(_command.Seen);
    }

    [Fact]
    public async Task A_search_without_a_person_is_answered_with_a_sentence()
    {
        var (status, body) = await _bot.SendAsync(Activities.WithoutPerson(_say.Search("Radweg")));

        Assert.Equal((200, "message"), (status, (string?)body["composeExtension"]?["type"]));
        Assert.Contains("nicht, wer Sie sind", (string?)body["composeExtension"]?["text"], StringComparison.Ordinal);
    }
}

/// <summary>A command that does what a test says.</summary>
internal sealed class TestCommand : ICommand
{
    private readonly List<CommandContext> _seen = [];

    public IReadOnlyList<string> Words => ["test"];

    public IReadOnlyList<CommandContext> Seen => _seen;

    public Exception? Failure { get; set; }

    public Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        _seen.Add(context);
        return Failure is null ? Task.FromResult<CardReply>(new CardReply.Message("Antwort")) : throw Failure;
    }
}
