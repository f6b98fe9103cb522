using System.Text.Json;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Commands.Opening;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>The dialog that opens a round.</summary>
public sealed class OpenRoundTests
{
    private const string Candidates = $"api/concepts/{TownApi.Concept}/groups/ag-verkehr/candidates";
    private const string Rounds = $"api/concepts/{TownApi.Concept}/rounds";

    [Fact]
    public async Task Who_leads_no_group_is_told_who_may()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);

        Assert.Contains("nur die Leitung einer Arbeitsgruppe", (await bot.TypeAsync("runde", CommandBot.Member)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chair_goes_from_form_to_review_to_the_opened_round()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);

        var form = await bot.TypeAsync("runde", CommandBot.Chair);
        Assert.Equal(("2026-12-05", "18:00", 50), ((string?)form.Input("date")["value"], (string?)form.Input("time")["value"], (int)form.Input("quorum")["value"]!));
        Assert.Equal("verkehr", (string?)form.Input("sectors")["choices"]![0]!["value"]);

        var review = await bot.PressAsync(form.Button("Weiter"), CommandBot.Chair, entered: Entered(("goals", "verkehr-1,verkehr-2"), ("title", "Ziele 1 und 2")));
        Assert.Equal("7 Vorhaben: vorgelegt den 4 Mitgliedern der Gruppe „Arbeitsgruppe Verkehr/Technische Infrastruktur“.", review.Card().Summary);
        Assert.Contains("noch 14 Tage, bis Sa., 05.12.2026, 18:00 Uhr", review.Text(), StringComparison.Ordinal);
        Assert.Contains("Mehrheit: angenommen", review.Text(), StringComparison.Ordinal);

        var receipt = await bot.PressAsync(review.Button("Eröffnen"), CommandBot.Chair);
        Assert.Equal("round.show", (string?)receipt.Button("Runde ansehen")["verb"]);
        Assert.Equal("r-7", (string?)receipt.Button("Runde ansehen")["data"]!["round"]);
        var body = JsonSerializer.Deserialize(town.Calls.Single(call => call.Method == "POST").Body, ContractsJson.Default.OpenRound)!;
        Assert.Equal(("ag-verkehr", "Ziele 1 und 2", "majority", 60), (body.Group, body.Title, body.Rule, body.QuorumPercent!.Value));
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 17, 0, 0, TimeSpan.Zero), body.Due);
        Assert.Equal(["verkehr-1", "verkehr-2"], body.Goals);
        Assert.Empty(body.Items);
    }

    [Fact]
    public async Task Two_clicks_on_one_card_are_one_operation_and_the_second_needs_no_drafts()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        var review = await bot.PressAsync((await bot.TypeAsync("runde", CommandBot.Chair)).Button("Weiter"), CommandBot.Chair, entered: Entered(("sectors", "verkehr")));

        var first = await bot.PressAsync(review.Button("Eröffnen"), CommandBot.Chair);

        // What was opened is no draft any more.
        town.Get(Candidates, new CandidatesView(TownApi.Traffic, [new CandidateSector("verkehr", "Verkehr", [])]), ContractsJson.Default.CandidatesView);
        var second = await bot.PressAsync(review.Button("Eröffnen"), CommandBot.Chair);

        Assert.Equal(first.Card().Summary, second.Card().Summary);
        var operations = town.Calls.Where(call => call.Method == "POST").Select(call => call.Header("Insek-Operation")).ToList();
        Assert.Equal(2, operations.Count);
        Assert.Single(operations.Distinct());
        Assert.True(Guid.TryParseExact(operations[0], "N", out _));
    }

    [Fact]
    public async Task Two_reviews_are_two_operations()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        var next = (await bot.TypeAsync("runde", CommandBot.Chair)).Button("Weiter");

        var one = await bot.PressAsync(next, CommandBot.Chair, entered: Entered(("sectors", "verkehr")));
        var other = await bot.PressAsync(next, CommandBot.Chair, entered: Entered(("sectors", "verkehr")));

        Assert.NotEqual((string?)one.Button("Eröffnen")["data"]!["op"], (string?)other.Button("Eröffnen")["data"]!["op"]);
    }

    [Theory]
    [InlineData("sectors", "", "Bitte wählen Sie mindestens ein Ziel")]
    [InlineData("quorum", "0", "ganze Zahl von 1 bis 100")]
    [InlineData("quorum", "100.5", "ganze Zahl von 1 bis 100")]
    [InlineData("date", "", "als Datum an")]
    [InlineData("date", "2026-11-20", "Vergangenheit")]
    [InlineData("date", "2028-01-01", "höchstens ein Jahr")]
    [InlineData("time", "25:00", "Uhrzeit an")]
    [InlineData("rule", "anarchy", "Regel")]
    [InlineData("steeringDays", "366", "1 bis 365 Tagen")]
    public async Task What_is_wrong_stands_above_the_same_form_with_everything_entered_kept(string name, string value, string said)
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        var next = (await bot.TypeAsync("runde", CommandBot.Chair)).Button("Weiter");

        var again = await bot.PressAsync(next, CommandBot.Chair, entered: Entered(("sectors", "verkehr"), ("title", "Mein *Titel*"), (name, value)));

        Assert.Contains(said, again.Card().Summary, StringComparison.Ordinal);
        Assert.Contains(said, again.Text(), StringComparison.Ordinal);
        Assert.Equal("Mein *Titel*", (string?)again.Input("title")["value"]);
        Assert.Equal(name == "rule" ? "anarchy" : "majority", (string?)again.Input("rule")["value"]);
        Assert.DoesNotContain(town.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task What_the_API_refuses_stands_above_the_form()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        town.Refuse($"POST /{Rounds}", 409, "not-draft");
        var review = await bot.PressAsync((await bot.TypeAsync("runde", CommandBot.Chair)).Button("Weiter"), CommandBot.Chair, entered: Entered(("goals", "verkehr-3")));

        var again = await bot.PressAsync(review.Button("Eröffnen"), CommandBot.Chair);

        Assert.Contains("kein Entwurf mehr", again.Card().Summary, StringComparison.Ordinal);
        Assert.Equal("verkehr-3", (string?)again.Input("goals")["value"]);
    }

    [Fact]
    public async Task Single_items_are_chosen_over_pages_that_keep_what_was_chosen_before()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        town.Get(Candidates, Many(113, titleLength: 150), ContractsJson.Default.CandidatesView);

        var page = await bot.PressAsync((await bot.TypeAsync("runde", CommandBot.Chair)).Button("Einzeln auswählen"), CommandBot.Chair, entered: Entered());
        var chosen = new List<string>();
        while (true)
        {
            Assert.InRange(CardText.Bytes(page.Card().Content), 1, CardText.TargetBytes);
            var ids = page.Input("here")["choices"]!.Select(choice => (string)choice["value"]!).ToList();
            chosen.Add(ids[0]);
            if (page.Buttons().FirstOrDefault(button => (string?)button["title"] == "Weitere zeigen") is not { } next)
            {
                break;
            }

            page = await bot.PressAsync(next, CommandBot.Chair, entered: new Dictionary<string, string> { ["here"] = ids[0] });
        }

        Assert.InRange(chosen.Count, 5, 30);
        var form = await bot.PressAsync(page.Button("Auswahl übernehmen"), CommandBot.Chair, entered: new Dictionary<string, string> { ["here"] = chosen[^1] });
        Assert.Contains($"{chosen.Count} Vorhaben einzeln ausgewählt.", form.Text(), StringComparison.Ordinal);
        var review = await bot.PressAsync(form.Button("Weiter"), CommandBot.Chair, entered: Entered());
        await bot.PressAsync(review.Button("Eröffnen"), CommandBot.Chair);
        var body = JsonSerializer.Deserialize(town.Calls.Single(call => call.Method == "POST").Body, ContractsJson.Default.OpenRound)!;
        Assert.Equal(chosen, body.Items);
        Assert.Equal("Meine Runde", body.Title);
    }

    [Fact]
    public async Task Going_back_a_page_shows_what_was_chosen_there_and_it_can_be_taken_back()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        town.Get(Candidates, Many(40, titleLength: 20), ContractsJson.Default.CandidatesView);
        var first = await bot.PressAsync((await bot.TypeAsync("runde", CommandBot.Chair)).Button("Einzeln auswählen"), CommandBot.Chair, entered: Entered());

        var second = await bot.PressAsync(first.Button("Weitere zeigen"), CommandBot.Chair, entered: new Dictionary<string, string> { ["here"] = "verkehr-9-1,verkehr-9-2" });
        var back = await bot.PressAsync(second.Button("Vorige zeigen"), CommandBot.Chair, entered: new Dictionary<string, string> { ["here"] = "verkehr-9-30" });
        Assert.Equal("verkehr-9-1,verkehr-9-2", (string?)back.Input("here")["value"]);

        var form = await bot.PressAsync(back.Button("Auswahl übernehmen"), CommandBot.Chair, entered: new Dictionary<string, string> { ["here"] = "verkehr-9-2" });
        Assert.Equal("verkehr-9-30,verkehr-9-2", (string?)form.Button("Weiter")["data"]!["items"]);
    }

    [Fact]
    public async Task Whole_goals_begin_the_single_choice_as_chosen_and_limit_it()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);

        var page = await bot.PressAsync((await bot.TypeAsync("runde", CommandBot.Chair)).Button("Einzeln auswählen"), CommandBot.Chair, entered: Entered(("goals", "verkehr-1")));

        Assert.Equal("verkehr-1,verkehr-1-1,verkehr-1-2", (string?)page.Input("here")["value"]);
        Assert.Equal(3, page.Input("here")["choices"]!.Count());
    }

    [Fact]
    public async Task An_administrator_chooses_among_the_groups_or_types_one()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary);

        var asked = await bot.TypeAsync("runde", CommandBot.Administrator);
        Assert.Equal(["ag-verkehr", "ag-umwelt"], asked.Input("group")["choices"]!.Select(choice => (string?)choice["value"]));
        var form = await bot.PressAsync(asked.Button("Weiter"), CommandBot.Administrator, entered: new Dictionary<string, string> { ["group"] = "ag-verkehr" });
        Assert.Contains("Arbeitsgruppe Verkehr", form.Text(), StringComparison.Ordinal);

        Assert.Contains("Arbeitsgruppe Verkehr", (await bot.TypeAsync("runde verkehrr", CommandBot.Administrator)).Text(), StringComparison.Ordinal);
        Assert.Contains("Bitte wählen Sie zuerst", (await bot.PressAsync(asked.Button("Weiter"), CommandBot.Administrator)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_bound_channel_its_group_is_taken()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary).Bind(CommandBot.Channel.Conversation, "ag-verkehr");

        Assert.Equal("ag-verkehr", (string?)(await bot.TypeAsync("runde", CommandBot.Administrator, CommandBot.Channel)).Button("Weiter")["data"]!["group"]);
    }

    [Fact]
    public async Task A_group_without_drafts_gets_a_sentence()
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);
        town.Get(Candidates, new CandidatesView(TownApi.Traffic, [new CandidateSector("verkehr", "Verkehr", [])]), ContractsJson.Default.CandidatesView);

        Assert.Contains("keine Entwürfe", (await bot.TypeAsync("runde", CommandBot.Chair)).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open.edit")]
    [InlineData("open.review")]
    [InlineData("open.items")]
    [InlineData("open.take")]
    [InlineData("open.confirm")]
    public async Task A_card_that_carries_nonsense_is_answered_with_a_sentence(string verb)
    {
        await using var town = await TownAsync();
        await using var bot = new CommandBot(town.Address);

        Assert.Contains("passt nicht mehr", (await bot.PressAsync(new JObject { ["verb"] = verb, ["data"] = new JObject { ["concept"] = new JArray() } }, CommandBot.Chair)).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-28", "02:30", null, "wrong.skippedHour")]
    [InlineData("2027-03-28", "03:00", "2027-03-28T01:00:00Z", null)]
    [InlineData("2027-10-31", "02:30", "2027-10-31T01:30:00Z", null)]
    [InlineData("2027-07-01", "18:00", "2027-07-01T16:00:00Z", null)]
    [InlineData("2027-01-01", "18:00:00", "2027-01-01T17:00:00Z", null)]
    [InlineData("9999-12-31", "23:59", null, "wrong.date")]
    [InlineData("31.12.2026", "23:59", null, "wrong.date")]
    [InlineData("2026-12-31", "7 Uhr", null, "wrong.time")]
    public void The_due_instant_is_the_town_s_time(string date, string time, string? utc, string? problem)
    {
        var (due, wrong) = DueInput.Read(date, time, new DateTimeOffset(2026, 12, 20, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal((utc is null ? null : DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), problem), (due, wrong));
    }

    /// <summary>What a client sends of the form: everything but empty inputs.</summary>
    internal static Dictionary<string, string> Entered(params (string Name, string Value)[] values)
    {
        var entered = new Dictionary<string, string>
        {
            ["title"] = "Meine Runde",
            ["rule"] = "majority",
            ["quorum"] = "60",
            ["date"] = "2026-12-05",
            ["time"] = "18:00",
            ["openVoting"] = "false",
            ["steeringDays"] = "14",
        };
        foreach (var (name, value) in values)
        {
            entered[name] = value;
        }

        return entered.Where(pair => pair.Value.Length > 0).ToDictionary();
    }

    internal static async Task<TownApi> TownAsync()
    {
        var town = await TownApi.StartAsync();
        var sector = TownApi.Torgau.Sectors.Single(sector => sector.Key == "verkehr");
        var items = TownApi.Torgau.Goals.Where(goal => goal.Sector == "verkehr").SelectMany(goal => TownApi.Torgau.Measures.Where(measure => measure.Goal == goal.Id)
            .Select(measure => new CandidateItem("measure", measure.Id!, measure.Id!, measure.Title!, goal.Id, 1))
            .Prepend(new CandidateItem("goal", goal.Id!, $"{goal.Number}", goal.Title!, Goal: null, 1)));
        town.Get(Candidates, new CandidatesView(TownApi.Traffic, [new CandidateSector("verkehr", sector.Name!, [.. items])]), ContractsJson.Default.CandidatesView);
        town.Post(Rounds, Round("r-7", "Ziele 1 und 2", voted: 0), ContractsJson.Default.RoundView);
        return town;
    }

    internal static RoundView Round(string id, string title, int voted, string sector = "Verkehr/Technische Infrastruktur") => new()
    {
        Id = id,
        Title = title,
        Stage = "workingGroup",
        Group = "ag-verkehr",
        GroupName = TownApi.Traffic.Name,
        State = "open",
        Rule = "majority",
        QuorumPercent = 60,
        OpenedAt = CommandBot.Now,
        Due = new DateTimeOffset(2026, 12, 5, 17, 0, 0, TimeSpan.Zero),
        ItemCount = 7,
        ElectorateCount = 4,
        Concept = TownApi.Concept,
        ConceptName = "INSEK Torgau",
        Version = 1,
        OpenedBy = TownApi.Chair,
        Stamp = "s1",
        Items = [new BallotItemView { Kind = "goal", Id = "verkehr-1", Number = "1", Title = "Ziel", Sector = sector, Revision = 1 }],
        Electorate = TownApi.Traffic.Members,
        VotedCount = voted,
    };

    private static CandidatesView Many(int count, int titleLength) => new(TownApi.Traffic, [new CandidateSector("verkehr", "Verkehr", [.. Enumerable.Range(1, count)
        .Select(number => new CandidateItem("measure", $"verkehr-9-{number}", $"verkehr-9-{number}", $"Maßnahme {number} ".PadRight(titleLength, 'ä'), "verkehr-9", 1))])]);
}
