using Insek.Office.Bot.Commands;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>Which command answers what was typed.</summary>
public sealed class CommandRouterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("HILFE")]
    [InlineData("help")]
    [InlineData("Guten Morgen, wie geht es?")]
    [InlineData("hi")]
    public async Task Nothing_or_nothing_like_a_command_is_answered_with_what_can_be_typed(string text)
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var reply = await bot.TypeAsync(text, CommandBot.Member);

        Assert.Contains("Was Sie schreiben können", reply.Text(), StringComparison.Ordinal);
        Assert.Empty(town.Calls);
    }

    [Theory]
    [InlineData("ofen", "offen")]
    [InlineData("offne", "offen")]
    [InlineData("stauts", "status")]
    [InlineData("hlife", "hilfe")]
    [InlineData("verbidnen", "verbinden")]
    [InlineData("masnahme", "maßnahme")]
    [InlineData("übersciht", "übersicht")]
    [InlineData("zustelung", "zustellung")]
    [InlineData("runden", "runde")]
    public async Task A_slip_is_asked_about_and_one_click_runs_what_was_meant(string typed, string meant)
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var reply = await bot.TypeAsync($"{typed} Rest", CommandBot.Member);

        Assert.Equal($"Meinten Sie „{meant}“?", reply.Card().Summary);
        Assert.Equal(("command.run", $"{meant} Rest"), ((string?)reply.Button($"Ja, „{meant}“")["verb"], (string?)reply.Button($"Ja, „{meant}“")["data"]!["command"]));
    }

    [Fact]
    public async Task The_button_of_a_suggestion_does_what_typing_would_have_done()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var reply = await bot.PressAsync((await bot.TypeAsync("ofen", CommandBot.Member)).Button("Ja, „offen“"), CommandBot.Member);

        Assert.StartsWith("Bei Ihnen ist nichts offen", reply.Sentence(), StringComparison.Ordinal);
        Assert.Equal(CommandBot.Member.Id.Value, town.Calls.Single().Header("Insek-Acting-Member"));
    }

    [Fact]
    public async Task English_words_are_understood_in_any_language_and_answers_follow_the_culture()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        Assert.StartsWith("Bei Ihnen", (await bot.TypeAsync("open", CommandBot.Member)).Sentence(), StringComparison.Ordinal);
        Assert.StartsWith("Nothing is open", (await bot.TypeAsync("offen", CommandBot.Member, culture: CommandBot.English)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_while_the_API_is_away_says_so()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        await town.DisposeAsync();

        Assert.Contains("nicht erreichbar", (await bot.TypeAsync("offen", CommandBot.Member)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_carries_nonsense_is_answered_like_nonsense_that_was_typed()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var reply = await bot.PressAsync(new() { ["verb"] = RunCommand.Name, ["data"] = new Newtonsoft.Json.Linq.JObject { ["command"] = new Newtonsoft.Json.Linq.JArray(1, 2) } }, CommandBot.Member);

        Assert.Contains("Was Sie schreiben können", reply.Text(), StringComparison.Ordinal);
    }
}
