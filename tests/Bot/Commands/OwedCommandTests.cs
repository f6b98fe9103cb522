using Insek.Office.Bot.Teams;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>What somebody still owes.</summary>
public sealed class OwedCommandTests
{
    [Fact]
    public async Task What_is_owed_comes_before_what_was_cast_and_each_has_its_button()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Get(
            "api/me/owed",
            [
                Owed("r-2", "Ziele 4 bis 6", days: 1, cast: true),
                Owed("r-1", "Ziele 1 bis 3", days: 3),
                Owed("r-1", "Ziele 1 bis 3", days: 3, whose: TownApi.Member),
            ],
            ContractsJson.Default.IReadOnlyListOwedView);

        var reply = await bot.TypeAsync("offen", CommandBot.Chair);

        var buttons = reply.Buttons();
        Assert.Equal(["Abstimmen", "Abstimmen", "Stimme ändern"], buttons.Select(button => (string?)button["title"]));
        Assert.All(buttons, button => Assert.Equal("ballot.show", (string?)button["verb"]));
        Assert.Equal(
            [("r-1", TownApi.Chair.Id), ("r-1", TownApi.Member.Id), ("r-2", TownApi.Chair.Id)],
            buttons.Select(button => ((string)button["data"]!["round"]!, (string)button["data"]!["for"]!)));
        Assert.Contains("noch 3 Tage, bis Di., 24.11.2026, 18:00 Uhr", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("Für: AG Verkehr, Tiefbauamt (Sie vertreten)", reply.Text(), StringComparison.Ordinal);
        Assert.Equal("In 2 Runden fehlt noch Ihre Stimme.", reply.Card().Summary);
    }

    [Fact]
    public async Task Where_others_read_along_it_does_not_say_who_has_voted()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Get("api/me/owed", [Owed("r-2", "Ziele 4 bis 6", days: 2, cast: true), Owed("r-1", "Ziele 1 bis 3", days: 3)], ContractsJson.Default.IReadOnlyListOwedView);

        var reply = await bot.TypeAsync("offen", CommandBot.Chair, CommandBot.Channel);

        Assert.Equal(["Abstimmen", "Abstimmen"], reply.Buttons().Select(button => (string?)button["title"]));
        Assert.DoesNotContain("bgestimmt am", reply.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Noch nicht", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages_that_together_hold_every_round_once()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Get("api/me/owed", [.. Enumerable.Range(1, 20).Select(number => Owed($"r-{number}", $"Runde {number}", days: 1 + (number / 10)))], ContractsJson.Default.IReadOnlyListOwedView);

        var seen = new List<string>();
        var reply = await bot.TypeAsync("offen", CommandBot.Chair);
        for (var pages = 1; ; pages++)
        {
            Assert.InRange(Bot.Cards.CardText.Bytes(reply.Card().Content), 1, Bot.Cards.CardText.TargetBytes);
            seen.AddRange(reply.Buttons().Where(button => (string?)button["verb"] == "ballot.show").Select(button => (string)button["data"]!["round"]!));
            if (reply.Buttons().FirstOrDefault(button => (string?)button["title"] == "Nächste Seite") is not { } next)
            {
                Assert.Equal(3, pages);
                break;
            }

            reply = await bot.PressAsync(next, CommandBot.Chair);
        }

        Assert.Equal(20, seen.Count);
        Assert.Equal(20, seen.Distinct().Count());
    }

    [Theory]
    [InlineData(-1, "Frist abgelaufen am Sa., 21.11.2026, 09:59 Uhr")]
    [InlineData(1, "noch 1 Minute, bis")]
    [InlineData(59, "noch 59 Minuten, bis")]
    [InlineData(60, "noch 1 Stunde, bis")]
    [InlineData((24 * 60) - 1, "noch 23 Stunden, bis")]
    [InlineData(24 * 60, "noch 1 Tag, bis")]
    [InlineData((24 * 60 * 2) + (13 * 60), "noch 2 Tage, bis Mo., 23.11.2026, 23:00 Uhr")]
    [InlineData((24 * 60 * 2) + (15 * 60), "noch 3 Tage, bis Di., 24.11.2026, 01:00 Uhr")]
    public void Time_left_is_said_in_words(int minutes, string said) =>
        Assert.StartsWith(said, Bot.Commands.TimeLeft.Until(CommandBot.Now.AddMinutes(minutes), CommandBot.Now, CommandBot.German), StringComparison.Ordinal);

    [Fact]
    public async Task A_person_the_API_does_not_know_gets_a_sentence()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Refuse("GET /api/me/owed", 403, "not-in-concept");

        Assert.Equal("Sie gehören keiner Gruppe dieses Konzepts an.", (await bot.TypeAsync("offen", CommandBot.Chair, new Place("x", PlaceKind.Personal))).Sentence());
    }

    internal static OwedView Owed(string round, string title, int days, bool cast = false, MemberView? whose = null) => new()
    {
        Concept = TownApi.Concept,
        ConceptName = "INSEK Torgau",
        Round = new RoundSummary
        {
            Id = round,
            Title = title,
            Stage = "workingGroup",
            Group = "ag-verkehr",
            GroupName = TownApi.Traffic.Name,
            State = "open",
            Rule = "majority",
            QuorumPercent = 50,
            OpenedAt = CommandBot.Now.AddDays(-1),
            Due = new DateTimeOffset(2026, 11, 21, 17, 0, 0, TimeSpan.Zero).AddDays(days),
            ItemCount = 17,
            ElectorateCount = 4,
        },
        For = whose ?? TownApi.Chair,
        CastAt = cast ? CommandBot.Now.AddHours(-2) : null,
    };
}
