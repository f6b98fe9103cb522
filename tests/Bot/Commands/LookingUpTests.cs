using Insek.Office.Contracts;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>status, maßnahme, übersicht and zustellung.</summary>
public sealed class LookingUpTests
{
    [Fact]
    public async Task The_status_counts_every_sector_concept_and_shows_the_progress_of_open_rounds()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        OpenRounds(town, OpenRoundTests.Round("r-7", "Ziele 1 und 2", voted: 3));

        var reply = await bot.TypeAsync("status", CommandBot.Chair);

        Assert.All(TownApi.Torgau.Sectors, sector => Assert.Contains(sector.Name!, reply.Text(), StringComparison.Ordinal));
        Assert.Contains("9 Ziele: 9 Entwurf", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("3 von 4 haben abgestimmt", reply.Text(), StringComparison.Ordinal);
        Assert.Equal("r-7", (string?)reply.Button("Runde ansehen")["data"]!["round"]);
    }

    [Theory]
    [InlineData("Verkehr", "Verkehr und technische Infrastruktur")]
    [InlineData("verkher", "Verkehr und technische Infrastruktur")]
    [InlineData("bildung", "Bildung, Erziehung und Soziales")]
    [InlineData("technische infrastruktur", "Verkehr und technische Infrastruktur")]
    [InlineData("staedtebau", "Städtebau")]
    [InlineData("Stadtebau", "Städtebau")]
    public async Task A_sector_concept_is_found_by_what_people_call_it(string typed, string title)
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        OpenRounds(town, OpenRoundTests.Round("r-7", "Verkehr", voted: 3), OpenRoundTests.Round("r-8", "Umweltrunde", voted: 1, sector: "Umwelt"));

        var reply = await bot.TypeAsync($"status {typed}", CommandBot.Chair);

        Assert.Contains($"Stand: {title}", reply.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Umweltrunde", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_sector_concept_is_answered_with_those_there_are()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var reply = await bot.TypeAsync("status Raumfahrt", CommandBot.Chair);

        Assert.Equal(TownApi.Torgau.Sectors.Select(sector => sector.Name), reply.Buttons().Select(button => (string?)button["title"]));
        Assert.StartsWith("Stand:", (await bot.PressAsync(reply.Buttons()[0], CommandBot.Chair)).Json()["body"]![0]!["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verkehr-1-1")]
    [InlineData("VERKEHR-1-1")]
    [InlineData("Trassenflachen sichrung")]
    public async Task A_measure_is_found_by_its_number_or_by_words(string typed)
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var reply = await bot.TypeAsync($"maßnahme {typed}", CommandBot.Chair);

        Assert.Contains(typed.StartsWith('T') ? "Sicherung der Trassenflächen" : "Hinwirken auf schnelle Umsetzung", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("Entwurf", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_measures_that_fit_are_offered_and_each_button_shows_its_measure()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var reply = await bot.TypeAsync("massnahme Barrierefreiheit", CommandBot.Chair);
        var shown = await bot.PressAsync(reply.Buttons()[0], CommandBot.Chair);

        Assert.InRange(reply.Buttons().Count, 2, 6);
        Assert.Contains("arrierefrei", shown.Card().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_in_a_round_leads_to_the_round_and_shows_the_state_of_this_moment()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        var measure = TownApi.Torgau.Measures.Single(measure => measure.Id == "verkehr-1-1");
        town.Get(
            $"api/concepts/{TownApi.Concept}/measures/verkehr-1-1",
            new MeasureView(measure) { Revision = 3, ChangedAt = CommandBot.Now, Round = "r-7", State = "inSteeringGroup", Owner = "Tiefbauamt", Horizon = "shortTerm", Progress = 40 },
            ContractsJson.Default.MeasureView);

        var reply = await bot.TypeAsync("maßnahme verkehr-1-1", CommandBot.Chair);

        Assert.Equal(("round.show", "r-7"), ((string?)reply.Buttons().Single()["verb"], (string?)reply.Buttons().Single()["data"]!["round"]));
        Assert.All(["in der Steuergruppe", "Tiefbauamt", "kurzfristig", "40 %"], text => Assert.Contains(text, reply.Text(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_fits_is_a_sentence()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        Assert.Contains("finde ich keine Maßnahme", (await bot.TypeAsync("maßnahme Mondlandung", CommandBot.Chair)).Sentence(), StringComparison.Ordinal);
        Assert.Contains("Welche Maßnahme?", (await bot.TypeAsync("maßnahme", CommandBot.Chair)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_is_a_table_with_a_heading_row_and_totals()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Get($"api/concepts/{TownApi.Concept}/tables/overview", Overview(), ContractsJson.Default.TableDocument);

        var reply = await bot.TypeAsync("ubersicht", CommandBot.Chair);

        var rows = reply.Json().Descendants().OfType<Newtonsoft.Json.Linq.JObject>().Single(element => (string?)element["type"] == "Table")["rows"]!;
        Assert.Equal(4, rows.Count());
        Assert.Equal("Fachkonzept", (string?)rows[0]!["cells"]![0]!["items"]![0]!["text"]);
        Assert.Equal("Gesamt", (string?)rows[3]!["cells"]![0]!["items"]![0]!["text"]);
        Assert.Contains("17 Ziele, 105 allgemeine Maßnahmen", reply.Card().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_for_administrators_and_can_be_sent_again_singly_or_together()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        Assert.Contains("nur Administratorinnen", (await bot.TypeAsync("zustellung", CommandBot.Chair)).Sentence(), StringComparison.Ordinal);

        Failures(town, 8);
        var reply = await bot.TypeAsync("zustellung", CommandBot.Administrator);
        Assert.Equal("8 Nachrichten konnten nicht zugestellt werden.", reply.Card().Summary);
        Assert.Contains("Runde: Ziele 1 und 2", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("Kanal: AG Verkehr", reply.Text(), StringComparison.Ordinal);

        await bot.PressAsync(reply.Button("Erneut senden"), CommandBot.Administrator);
        var all = await bot.PressAsync(reply.Button("Alle erneut senden"), CommandBot.Administrator);
        Assert.Equal(
            ["""{"concept":"insek-torgau","id":"n-1"}""", """{"concept":"insek-torgau","id":"*"}"""],
            town.Calls.Where(call => call.Method == "POST").Select(call => call.Body));
        Assert.Equal("Alle liegen gebliebenen Nachrichten werden erneut gesendet.", all.Card().Summary);
        Assert.Contains("Seite 2 von 2", (await bot.PressAsync(reply.Button("Nächste Seite"), CommandBot.Administrator)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_failed_is_a_friendly_sentence()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary)
            .Get("api/notices/failed", [], ContractsJson.Default.IReadOnlyListFailedNotice)
            .Get("api/conversations", [], ContractsJson.Default.IReadOnlyListConversationDocument);

        Assert.StartsWith("Alles ist zugestellt", (await bot.TypeAsync("zustellung", CommandBot.Administrator)).Sentence(), StringComparison.Ordinal);
    }

    internal static void OpenRounds(TownApi town, params RoundView[] rounds)
    {
        town.Get($"api/concepts/{TownApi.Concept}/rounds", new Page<RoundSummary>(rounds, rounds.Length, Continuation: null), ContractsJson.Default.PageRoundSummary);
        foreach (var round in rounds)
        {
            town.Get($"api/concepts/{TownApi.Concept}/rounds/{round.Id}", round, ContractsJson.Default.RoundView);
        }
    }

    internal static void Failures(TownApi town, int count)
    {
        town.Me(administrator: true, [], TownApi.Summary)
            .Get($"api/concepts/{TownApi.Concept}/rounds/r-7", OpenRoundTests.Round("r-7", "Ziele 1 und 2", voted: 3), ContractsJson.Default.RoundView)
            .Get(
                "api/notices/failed",
                [.. Enumerable.Range(1, count).Select(number => new FailedNotice
                {
                    Id = $"n-{number}",
                    Concept = TownApi.Concept,
                    Kind = number % 2 == 0 ? "roundCard" : "ballotCard",
                    Round = "r-7",
                    Member = number % 2 == 0 ? null : TownApi.Member,
                    Group = number % 2 == 0 ? "ag-verkehr" : null,
                    Reason = "403 MessageWritesBlocked: The member has blocked the bot.",
                    Attempts = number,
                    FailedAt = CommandBot.Now.AddHours(-number),
                })],
                ContractsJson.Default.IReadOnlyListFailedNotice)
            .Get(
                "api/conversations",
                [new ConversationDocument { Id = "19:x@thread.tacv2", Kind = "channel", Name = "AG Verkehr", ServiceUrl = "https://smba.example/", Bot = "28:bot", Failure = "404 ConversationNotFound" }],
                ContractsJson.Default.IReadOnlyListConversationDocument)
            .Answer("POST /api/notices/resend", string.Empty, 204);
    }

    internal static TableDocument Overview() => new()
    {
        Definition = "overview",
        Concept = TownApi.Concept,
        Parameters = "",
        Title = "Übersicht abgestimmter Ziele/Maßnahmen",
        AsOf = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
        Hash = "0",
        Columns =
        [
            new("sector", "Fachkonzept", 34, Numeric: false), new("goals", "Handlungsorientierte Ziele", 22, Numeric: true),
            new("generalMeasures", "Allgemeine Maßnahmen", 22, Numeric: true), new("areaMeasures", "Plangebietsspezifische Maßnahmen", 22, Numeric: true),
        ],
        Rows = [Row("verkehr", "Verkehr/Technische Infrastruktur", 9, 51, 62), Row("bildung", "Bildung/Erziehung/Soziales", 8, 54, 41), Row("total", "Gesamt", 17, 105, 103, "total")],
    };

    private static TableRowDocument Row(string key, string name, int goals, int general, int area, string kind = "normal") =>
        new(key, kind, [Cell(name), Cell($"{goals}"), Cell($"{general}"), Cell($"{area}")]);

    private static TableCellDocument Cell(string text) => new([new CellItemDocument("text", 0, text)]);
}
