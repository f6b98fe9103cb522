using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Bot.Tests.Teams;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Ballots;

/// <summary>An API that is slow or away when somebody votes.</summary>
public sealed class LateVoteTests
{
    private static readonly TimeSpan _short = TimeSpan.FromMilliseconds(100);

    private static JObject Name => new() { ["concept"] = "torgau", ["round"] = "r1" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_casting_is_answered_in_time_goes_on_and_counts_once()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address, _short);
        var cast = await ReadyAsync(api);
        api.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var late = await bot.CardAsync(bot.SendAsync("ballot.cast", cast));
        Assert.Contains("noch nicht gezählt", Shown.Text(late), StringComparison.Ordinal);
        Assert.Equal(0, api.Ballot.Version);
        var again = await bot.CardAsync(bot.ClickAsync(late, "Erneut versuchen"));
        Assert.Contains("noch nicht gezählt", Shown.Text(again), StringComparison.Ordinal);

        api.Hold.SetResult();
        await bot.Get<Castings>().StopAsync(Cancellation);
        Assert.Equal((1, 1), (api.Ballot.Version, api.Casts.Count));
    }

    [Fact]
    public async Task What_became_of_a_slow_casting_comes_as_a_personal_message()
    {
        await using var api = await VotingApi.StartAsync();
        await using var teams = await LoopbackConnector.StartAsync();
        await using var bot = new BallotBot(api.Address, _short);
        bot.Get<ConversationReferences>().Learn(new ConversationDocument { Id = "a:planner", Kind = "personal", Member = "planner", ServiceUrl = teams.ServiceUrl, Bot = "28:bot" });
        api.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        await bot.CardAsync(bot.SendAsync("ballot.cast", await ReadyAsync(api)));
        Assert.Empty(teams.Posts);
        api.Hold.SetResult();
        await bot.Get<Castings>().StopAsync(Cancellation);

        var message = Assert.Single(teams.Posts);
        Assert.Equal("a:planner", message.Conversation);
        Assert.Contains("Ihre Stimme ist gezählt", message.Json(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_casting_that_fails_is_repeated_under_the_same_operation_with_the_same_votes()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var cast = await ReadyAsync(api);
        api.FailCasts(3);

        var receipt = await bot.CardAsync(bot.SendAsync("ballot.cast", cast));

        Assert.Contains("Ihre Stimme ist gezählt", Shown.Text(receipt), StringComparison.Ordinal);
        Assert.Equal((1, 4), (api.Ballot.Version, api.Casts.Count));
        Assert.Single(api.Casts.Select(call => (call.Header("Insek-Operation"), call.Body)).Distinct());
    }

    [Fact]
    public async Task Reading_that_takes_too_long_is_said_and_the_card_stays()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address, _short);
        api.HoldReading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var reply = Assert.IsType<CardReply.Message>(await bot.SendAsync("ballot.show", Name));

        Assert.StartsWith("Das dauert gerade länger.", reply.Text, StringComparison.Ordinal);
    }

    /// <summary>What the card to confirm consent to everything carries.</summary>
    private static async Task<JObject> ReadyAsync(VotingApi api)
    {
        await using var bot = new BallotBot(api.Address);
        var confirm = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.SendAsync("ballot.show", Name)), "Weiter"));
        return JObject.FromObject(confirm.Actions.OfType<AdaptiveCards.AdaptiveExecuteAction>().Single(action => action.Verb == "ballot.cast").Data!);
    }
}
