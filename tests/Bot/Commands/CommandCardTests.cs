using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;
using Insek.Office.Testing;
using Insek.Office.Testing.Cards;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>Every card of the commands as it is sent, and as a client shows it.</summary>
public sealed class CommandCardTests(ReferenceRenderer renderer) : IClassFixture<ReferenceRenderer>
{
    public static TheoryData<string> Cards => [.. _cards.Keys];

    private static readonly Dictionary<string, Func<CommandBot, TownApi, Task<CardReply>>> _cards = new()
    {
        ["help"] = (bot, _) => bot.TypeAsync("hilfe", CommandBot.Member, CommandBot.Channel),
        ["help-en"] = (bot, _) => bot.TypeAsync("help", CommandBot.Member, culture: CommandBot.English),
        ["suggestion"] = (bot, _) => bot.TypeAsync("ofen *jetzt*", CommandBot.Member),
        ["owed"] = (bot, town) =>
        {
            town.Get(
                "api/me/owed",
                [OwedCommandTests.Owed("r-2", "Ziele 4 bis 6", days: 1, cast: true), OwedCommandTests.Owed("r-1", "Ziele *1* bis [3]", days: 3), OwedCommandTests.Owed("r-1", "Ziele 1 bis 3", days: 3, whose: TownApi.Member)],
                ContractsJson.Default.IReadOnlyListOwedView);
            return bot.TypeAsync("offen", CommandBot.Chair);
        },
        ["status"] = (bot, town) =>
        {
            LookingUpTests.OpenRounds(town, OpenRoundTests.Round("r-7", "Ziele 1 und 2", voted: 3));
            return bot.TypeAsync("status", CommandBot.Chair);
        },
        ["status-sector"] = (bot, town) =>
        {
            LookingUpTests.OpenRounds(town, OpenRoundTests.Round("r-7", "Ziele 1 und 2", voted: 3));
            return bot.TypeAsync("status verkehr", CommandBot.Chair);
        },
        ["status-unknown"] = (bot, _) => bot.TypeAsync("status Raumfahrt", CommandBot.Chair),
        ["measure"] = (bot, town) =>
        {
            town.Get(
                $"api/concepts/{TownApi.Concept}/measures/verkehr-6-2",
                new MeasureView(TownApi.Torgau.Measures.Single(measure => measure.Id == "verkehr-6-2"))
                {
                    Revision = 3,
                    ChangedAt = CommandBot.Now,
                    Round = "r-7",
                    State = "inWorkingGroup",
                    Owner = "Amt für Stadtentwicklung_Verkehr",
                    Horizon = "mediumTerm",
                    Due = new DateOnly(2029, 12, 31),
                    Progress = 40,
                    IsKeyMeasure = true,
                    Description = "Rufbuslinien *ausbauen*.\nHaltestellen barrierefrei umbauen.",
                },
                ContractsJson.Default.MeasureView);
            return bot.TypeAsync("maßnahme verkehr-6-2", CommandBot.Chair);
        },
        ["measure-which"] = (bot, _) => bot.TypeAsync("maßnahme Barrierefreiheit", CommandBot.Chair),
        ["overview"] = (bot, town) =>
        {
            town.Get($"api/concepts/{TownApi.Concept}/tables/overview", LookingUpTests.Overview(), ContractsJson.Default.TableDocument);
            return bot.TypeAsync("übersicht", CommandBot.Chair);
        },
        ["bind"] = (bot, town) =>
        {
            town.Me(administrator: true, [], TownApi.Summary).Bind(CommandBot.Channel.Conversation, "ag-umwelt");
            return bot.TypeAsync("verbinden", CommandBot.Administrator, CommandBot.Channel);
        },
        ["concept-which"] = (bot, town) =>
        {
            town.Me(administrator: true, [], TownApi.Summary, new ConceptSummary("insek-belgern", "Belgern", "INSEK Belgern", "draft"));
            return bot.TypeAsync("status Verkehr", CommandBot.Administrator);
        },
        ["delivery"] = (bot, town) =>
        {
            LookingUpTests.Failures(town, 8);
            return bot.TypeAsync("zustellung", CommandBot.Administrator);
        },
        ["round-group"] = (bot, town) =>
        {
            town.Me(administrator: true, [], TownApi.Summary);
            return bot.TypeAsync("runde", CommandBot.Administrator);
        },
        ["round-form"] = (bot, _) => bot.TypeAsync("runde", CommandBot.Chair),
        ["round-form-wrong"] = async (bot, _) => await bot.PressAsync(
            (await bot.TypeAsync("runde", CommandBot.Chair)).Button("Weiter"), CommandBot.Chair, entered: OpenRoundTests.Entered(("quorum", "0"), ("date", "2026-11-20"))),
        ["round-items"] = async (bot, _) => await bot.PressAsync(
            (await bot.TypeAsync("runde", CommandBot.Chair)).Button("Einzeln auswählen"), CommandBot.Chair, entered: OpenRoundTests.Entered(("goals", "verkehr-1,verkehr-4"))),
        ["round-review"] = async (bot, _) => await bot.PressAsync(
            (await bot.TypeAsync("runde", CommandBot.Chair)).Button("Weiter"), CommandBot.Chair, entered: OpenRoundTests.Entered(("goals", "verkehr-1,verkehr-4"))),
        ["round-receipt"] = async (bot, _) => await bot.PressAsync(
            (await bot.PressAsync((await bot.TypeAsync("runde", CommandBot.Chair)).Button("Weiter"), CommandBot.Chair, entered: OpenRoundTests.Entered(("sectors", "verkehr")))).Button("Eröffnen"),
            CommandBot.Chair),
    };

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task A_card_is_sent_as_accepted_and_shown_without_flaw_on_a_phone_and_a_desktop(string name)
    {
        await using var town = await OpenRoundTests.TownAsync();
        await using var bot = new CommandBot(town.Address);

        var card = (await _cards[name](bot, town)).Card();

        var json = card.Content.ToJson();
        Assert.InRange(CardText.Bytes(card.Content), 1, CardText.TargetBytes);
        Assert.NotEmpty(card.Summary);
        Snapshot.Match(Fixed(json), $"{name}.json");
        foreach (var (theme, width) in new[] { (CardTheme.Light, ReferenceRenderer.Phone), (CardTheme.Dark, ReferenceRenderer.Desktop) })
        {
            var report = await renderer.RenderAsync(json, theme, width);
            if (Environment.GetEnvironmentVariable("INSEK_SCREENS") is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{theme}-{width}.png"), report.Screenshot, TestContext.Current.CancellationToken);
            }

            report.ThrowIfFlawed();
        }
    }

    /// <summary>Without the name of the operation, which is new each time.</summary>
    private static string Fixed(string json) => System.Text.RegularExpressions.Regex.Replace(
        json, "\"op\": \"[0-9a-f]{32}\"", "\"op\": \"…\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
