using System.Globalization;
using System.Text.Json;
using Insek.Office.Bot.Tests.Ballots;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Rounds;

/// <summary>What whoever manages a round can do on its card.</summary>
public sealed class RoundActionTests
{
    private static JObject Name => new() { ["concept"] = "torgau", ["round"] = "r1" };

    [Fact]
    public async Task A_round_is_closed_only_after_the_question_and_once()
    {
        await using var api = await VotingApi.StartAsync(Managed());
        await using var bot = new BallotBot(api.Address);

        var round = await bot.CardAsync(bot.SendAsync("round.show", Name, "chair"));
        var question = await bot.CardAsync(bot.ClickAsync(round, "Runde schließen", actor: "chair"));
        Assert.DoesNotContain(api.Calls, call => call.Method == "POST");
        var closed = await bot.CardAsync(bot.ClickAsync(question, "Jetzt schließen", actor: "chair"));
        _ = await bot.CardAsync(bot.ClickAsync(question, "Jetzt schließen", actor: "chair"));

        var posts = api.Calls.Where(call => call.Method == "POST").ToArray();
        Assert.Single(posts.Select(call => call.Header("Insek-Operation")).Distinct());
        Assert.All(posts, call => Assert.Equal("chair", call.Header("Insek-Acting-Member")));
        Assert.Contains("Die Runde ist geschlossen.", Shown.Text(closed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_is_extended_to_the_town_s_time()
    {
        await using var api = await VotingApi.StartAsync(Managed());
        await using var bot = new BallotBot(api.Address);
        var question = await bot.CardAsync(bot.SendAsync("round.extend", Name, "chair"));

        var card = await bot.CardAsync(bot.ClickAsync(question, "Frist ändern", new Dictionary<string, string> { ["date"] = "2026-12-01" }, "chair"));

        Assert.Equal(DateTimeOffset.Parse("2026-12-01T17:00:00Z", CultureInfo.InvariantCulture), api.Round.Due);
        Assert.Contains("Di., 01.12.2026, 18:00 Uhr", Shown.Text(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("round.extend", "Frist ändern", "date", "irgendwann", "Bitte Datum und Uhrzeit angeben.")]
    [InlineData("round.cancel", "Jetzt abbrechen", "reason", " ", "Bitte einen Grund angeben.")]
    public async Task What_is_missing_is_asked_for_again(string verb, string button, string input, string value, string expected)
    {
        await using var api = await VotingApi.StartAsync(Managed());
        await using var bot = new BallotBot(api.Address);
        var question = await bot.CardAsync(bot.SendAsync(verb, Name, "chair"));

        var again = await bot.CardAsync(bot.ClickAsync(question, button, new Dictionary<string, string> { [input] = value }, "chair"));

        Assert.Contains(expected, Shown.Text(again), StringComparison.Ordinal);
        Assert.DoesNotContain(api.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task A_round_is_called_off_with_the_reason_everybody_reads()
    {
        await using var api = await VotingApi.StartAsync(Managed());
        await using var bot = new BallotBot(api.Address);
        var question = await bot.CardAsync(bot.SendAsync("round.cancel", Name, "chair"));

        var card = await bot.CardAsync(bot.ClickAsync(question, "Jetzt abbrechen", new Dictionary<string, string> { ["reason"] = "Unterlagen fehlen." }, "chair"));

        Assert.Equal("Unterlagen fehlen.", JsonSerializer.Deserialize(api.Calls.Single(call => call.Method == "POST").Body, ContractsJson.Default.CancelRound)!.Reason);
        Assert.Contains("Unterlagen fehlen.", Shown.Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_waits_can_be_called_off_but_neither_closed_nor_extended()
    {
        await using var api = await VotingApi.StartAsync(Managed() with { State = "paused", PausedFor = "groupEmpty" });
        await using var bot = new BallotBot(api.Address);

        var closing = await bot.CardAsync(bot.SendAsync("round.close", Name, "chair"));
        var question = await bot.CardAsync(bot.ClickAsync(closing, "Runde abbrechen", actor: "chair"));
        var card = await bot.CardAsync(bot.ClickAsync(question, "Jetzt abbrechen", new Dictionary<string, string> { ["reason"] = "Die Gruppe ist aufgelöst." }, "chair"));

        Assert.Contains("Diese Runde nimmt keine Stimmen mehr an.", Shown.Text(closing), StringComparison.Ordinal);
        Assert.Contains("Abgebrochen: ", Shown.Text(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("round.close")]
    [InlineData("round.extend")]
    [InlineData("round.cancel")]
    public async Task Who_may_not_hears_so_above_the_round_and_nothing_is_sent(string verb)
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var card = await bot.CardAsync(bot.SendAsync(verb, new JObject(Name.Properties()) { ["confirmed"] = "1", ["reason"] = "x", ["date"] = "2026-12-01", ["time"] = "18:00" }));

        Assert.Contains("Dazu sind Sie nicht berechtigt", Shown.Text(card), StringComparison.Ordinal);
        Assert.DoesNotContain(api.Calls, call => call.Method == "POST");
    }

    private static RoundView Managed() => Sample.Round() with { MayManage = true, Voted = [Sample.Chair, Sample.Planner] };
}
