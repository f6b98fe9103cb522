using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Deadlines;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Ballots;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Bot.Tests.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Tests.Deadlines;

/// <summary>Reminders as notices, and what is typed and clicked around them.</summary>
public sealed class ReminderFlowTests
{
    [Theory]
    [InlineData("deadlineOverview", "Wochenübersicht: Mo., 18.03.2024 bis So., 24.03.2024")]
    [InlineData("progressAsked", "Stand Ihrer Maßnahmen im 1. Quartal 2024")]
    [InlineData("roundEscalation", "Noch kein Quorum: Verkehr und Mobilität, Ziele 1 bis 3")]
    [InlineData("reminderDigest", "Ihre Fristen am Mo., 18.03.2024")]
    public async Task A_notice_is_read_in_the_name_of_its_recipient_and_says_itself(string kind, string expected)
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var rendered = await bot.RenderAsync(Everything(kind));

        Assert.StartsWith(expected, rendered!.Summary, StringComparison.Ordinal);
        Assert.Contains(expected, Shown.Text(rendered.Card), StringComparison.Ordinal);
        Assert.All(town.Calls, call => Assert.Equal("owner", call.Header("Insek-Acting-Member")));
    }

    [Fact]
    public async Task A_reminder_of_a_round_shows_what_has_become_of_the_vote()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new DeadlineBot(api.Address);
        var notice = DeadlineBot.Notice("roundReminder") with { Concept = "torgau", Round = "r1", Member = Sample.Planner };

        var missing = await bot.RenderAsync(notice);
        api.Ballot = Sample.Cast(api.Round);
        var cast = await bot.RenderAsync(notice);
        api.Round = api.Round with { State = "paused", PausedFor = "groupEmpty" };
        var paused = await bot.RenderAsync(notice with { Kind = "roundPaused" });

        Assert.Equal("Abstimmen", Assert.Single(Shown.Buttons(missing!.Card)));
        Assert.Equal("Sie haben abgestimmt: Verkehr und Mobilität, Ziele 1 bis 3", cast!.Summary);
        Assert.StartsWith("Runde wartet: ", paused!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_say_any_more_nothing_is_shown()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        town.Refuse("GET /api/overviews/2024-W12", 403, "not-allowed");

        Assert.Null(await bot.RenderAsync(Everything("deadlineOverview")));
        Assert.Null(await bot.RenderAsync(Everything("reminderDigest") with { Date = new DateOnly(2024, 3, 19) }));
        Assert.Null(await bot.RenderAsync(Everything("reminderDigest") with { Date = null }));
        Assert.Null(await bot.RenderAsync(Everything("reminderDigest") with { Member = null }));
        Assert.Null(await bot.RenderAsync(Everything("roundEscalation") with { Round = "../r1" }));
        Assert.Null(await bot.RenderAsync(Everything("progressAsked") with { Quarter = "2024-Q2" }));
    }

    [Fact]
    public async Task Nothing_new_is_an_answer_with_one_tap()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var asked = (await bot.RenderAsync(Everything("progressAsked")))!.Card;

        var after = Card(await bot.PressAsync(asked, "Nichts Neues", "verkehr-1-1"));

        var change = Assert.Single(town.Changes);
        Assert.Equal("/api/concepts/insek-torgau/measures/verkehr-1-1/progress", change.Target);
        Assert.Equal(new ProgressReport { Unchanged = true }, JsonSerializer.Deserialize(change.Body, ContractsJson.Default.ProgressReport));
        Assert.NotNull(change.Header("Insek-Operation"));
        Assert.Contains("Danke, Ihre Antwort ist gespeichert.", Shown.Text(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_next_step_and_cost_are_taken_as_people_write_them()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var question = Card(await bot.PressAsync((await bot.RenderAsync(Everything("progressAsked")))!.Card, "Neuer Stand…", "verkehr-1-1"));

        _ = await bot.PressAsync(question, "Speichern", null, ("progress", "40 %"), ("nextStep", ""), ("cost", "1.250.000,50 €"));

        var report = JsonSerializer.Deserialize(Assert.Single(town.Changes).Body, ContractsJson.Default.ProgressReport)!;
        Assert.Equal((40, string.Empty, 1_250_000.5m), (report.Progress, report.NextStep, report.ActualCostEuro));
    }

    [Theory]
    [InlineData("vierzig", "1000", "Bitte eine ganze Zahl von 0 bis 100 angeben.")]
    [InlineData("101", "1000", "Bitte eine ganze Zahl von 0 bis 100 angeben.")]
    [InlineData("-1", "1000", "Bitte eine ganze Zahl von 0 bis 100 angeben.")]
    [InlineData("40", "12500.50", "Die Kosten sind kein Betrag")]
    [InlineData("40", "-5", "Die Kosten sind kein Betrag")]
    [InlineData("40", "viel", "Die Kosten sind kein Betrag")]
    [InlineData("40", "0,001", "Die Kosten sind kein Betrag")]
    public async Task What_is_no_number_is_asked_again_with_what_was_entered(string progress, string cost, string expected)
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var question = Card(await bot.PressAsync((await bot.RenderAsync(Everything("progressAsked")))!.Card, "Neuer Stand…", "verkehr-1-1"));

        var again = Card(await bot.PressAsync(question, "Speichern", null, ("progress", progress), ("cost", cost)));

        Assert.Contains(expected, Shown.Text(again), StringComparison.Ordinal);
        Assert.Contains(cost, again.Body.OfType<AdaptiveTextInput>().Select(input => input.Value));
        Assert.Empty(town.Changes);
    }

    [Fact]
    public async Task An_escalation_is_answered_by_extending_reminding_or_a_deputy()
    {
        await using var town = await DeadlineTown.StartAsync(isAdministrator: true);
        await using var bot = new DeadlineBot(town.Address);
        var card = (await bot.RenderAsync(Everything("roundEscalation")))!.Card;
        Assert.Equal(["Verlängern", "Erinnern", "Stellvertretung", "Runde ansehen"], DeadlineBot.Buttons(card));

        var reminded = Card(await bot.PressAsync(card, "Erinnern"));
        var question = Card(await bot.PressAsync(card, "Stellvertretung"));
        var named = Card(await bot.PressAsync(question, "Benennen", null, ("member", "roads"), ("person", "administrator")));

        Assert.Contains("Erinnert: Stadtentwicklung, Sachbearbeitung; Tiefbauamt, Leitung", Shown.Text(reminded), StringComparison.Ordinal);
        var deputy = JsonSerializer.Deserialize(town.Changes.Single(change => change.Target == "/api/members/roads/deputy").Body, ContractsJson.Default.NameDeputy)!;
        Assert.Equal(("administrator", new DateOnly(2024, 3, 18), new DateOnly(2024, 3, 27)), (deputy.Deputy, deputy.From!.Value, deputy.Until!.Value));
        Assert.Contains("INSEK-Koordination, Stadtverwaltung vertritt Tiefbauamt, Leitung bis Mi., 27.03.2024.", Shown.Text(named), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chair_who_is_no_administrator_is_told_who_names_deputies()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var answer = Card(await bot.PressAsync((await bot.RenderAsync(Everything("roundEscalation")))!.Card, "Stellvertretung"));

        Assert.Contains("Für andere kann nur die Administration eine Stellvertretung benennen.", Shown.Text(answer), StringComparison.Ordinal);
        Assert.Contains("Noch kein Quorum", Shown.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extending_is_asked_with_the_proposal_filled_in()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        town.Serve("GET /api/concepts/insek-torgau/rounds/r1", Sample.Round() with { Concept = Due.Torgau, MayManage = true }, ContractsJson.Default.RoundView);

        var question = Card(await bot.PressAsync((await bot.RenderAsync(Everything("roundEscalation")))!.Card, "Verlängern"));

        Assert.Equal("2024-03-27", question.Body.OfType<AdaptiveDateInput>().Single().Value);
        Assert.Equal("18:00", question.Body.OfType<AdaptiveTimeInput>().Single().Value);
    }

    [Theory]
    [InlineData("fristen", "/api/me/deadlines?limit=500")]
    [InlineData("Deadlines", "/api/me/deadlines?limit=500")]
    [InlineData("fristen überfällig", "/api/concepts/insek-torgau/deadlines?state=&kind=&owner=&dueWithin=&overdue=true&text=&limit=500")]
    [InlineData("FRISTEN Massnahmen diese Woche", "/api/concepts/insek-torgau/deadlines?state=&kind=measureDue&owner=&dueWithin=7&overdue=&text=&limit=500")]
    [InlineData("deadlines of Tiefbau nobody", "/api/concepts/insek-torgau/deadlines?state=&kind=&owner=none&dueWithin=&overdue=&text=Tiefbau&limit=500")]
    [InlineData("frist erledigte runden", "/api/concepts/insek-torgau/deadlines?state=done&kind=roundDue&owner=&dueWithin=&overdue=&text=&limit=500")]
    public async Task What_is_typed_after_fristen_is_understood(string typed, string expected)
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        _ = await bot.TypeAsync(typed);

        Assert.Contains(expected, town.Calls.Select(call => Uri.UnescapeDataString(call.Target)));
    }

    [Theory]
    [InlineData("fristen auslegung")]
    [InlineData("fristen Ausslegung entwurff")]
    [InlineData("fristen tiefbauamt")]
    [InlineData("fristen oeffentliche")]
    public async Task A_slip_is_forgiven(string typed)
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var found = Card(await bot.TypeAsync(typed));

        Assert.Contains("Öffentliche Auslegung des Entwurfs", Shown.Text(found), StringComparison.Ordinal);
        Assert.Contains("1 Frist.", Shown.Text(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_is_answered_with_what_can_be_typed_and_a_word_nearly_right_with_a_question()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        Assert.StartsWith("Zu „Raumfahrt“ gibt es keine Frist.", Assert.IsType<CardReply.Message>(await bot.TypeAsync("fristen Raumfahrt")).Text, StringComparison.Ordinal);
        Assert.Contains("fristen", Shown.Text(Card(await bot.TypeAsync("fisten"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_nobody_s_own_deadlines_are_shown()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var shared = Card(await bot.TypeAsync("fristen", PlaceKind.Channel));

        Assert.DoesNotContain(town.Calls, call => call.Target.StartsWith("/api/me/deadlines", StringComparison.Ordinal));
        Assert.Contains("Offene Fristen", Shown.Text(shared), StringComparison.Ordinal);
        Assert.IsType<CardReply.Message>(await bot.TypeAsync("stellvertretung", PlaceKind.Channel));
        Assert.IsType<CardReply.Message>(await bot.TypeAsync("erinnerungen", PlaceKind.Channel));
    }

    [Fact]
    public async Task A_deputy_is_named_for_days_and_ended()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var card = Card(await bot.TypeAsync("vertretung"));

        var wrong = Card(await bot.PressAsync(card, "Benennen", null, ("person", "roads"), ("from", "2024-04-02"), ("until", "2024-04-01")));
        var named = Card(await bot.PressAsync(card, "Benennen", null, ("person", "roads"), ("from", "2024-04-02"), ("until", "2024-04-12")));
        var ended = Card(await bot.PressAsync(named, "Beenden"));

        Assert.Contains("Der letzte Tag liegt vor dem ersten.", Shown.Text(wrong), StringComparison.Ordinal);
        Assert.Equal(["PUT /api/me/deputy", "DELETE /api/me/deputy?from=2024-03-18"], town.Changes.Select(change => $"{change.Method} {change.Target}"));
        Assert.Contains("Die Stellvertretung ist eingetragen.", Shown.Text(named), StringComparison.Ordinal);
        Assert.Contains("Die Stellvertretung ist beendet.", Shown.Text(ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_need_both_ends_and_switching_off_is_saved()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var card = Card(await bot.TypeAsync("ruhezeiten"));

        var half = Card(await bot.PressAsync(card, "Speichern", null, ("quietUntil", "")));
        var saved = Card(await bot.PressAsync(card, "Speichern", null, ("reminders", "false"), ("quietFrom", ""), ("quietUntil", "")));

        Assert.Contains("Bitte geben Sie Anfang und Ende der Ruhezeit an", Shown.Text(half), StringComparison.Ordinal);
        Assert.Equal(new ReminderPreferences { Reminders = false, Progress = true }, JsonSerializer.Deserialize(Assert.Single(town.Changes).Body, ContractsJson.Default.ReminderPreferences));
        Assert.Contains("Gespeichert.", Shown.Text(saved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_overview_a_list_can_be_worked_on()
    {
        await using var town = await DeadlineTown.StartAsync(isAdministrator: true);
        await using var bot = new DeadlineBot(town.Address);
        var overview = (await bot.RenderAsync(Everything("deadlineOverview")))!.Card;

        _ = await bot.PressAsync(overview, "Zuständige festlegen");
        var overdue = Card(await bot.PressAsync(overview, "Überfällige bearbeiten"));
        var back = Card(await bot.PressAsync(overdue, "Zur Wochenübersicht"));
        var round = Card(await bot.PressAsync(overview, "Runde: Verkehr und Mobilität, Ziele 1 bis 3"));

        Assert.Contains(town.Calls, call => call.Target.Contains("owner=none", StringComparison.Ordinal));
        Assert.Contains(town.Calls, call => call.Target.Contains("overdue=true", StringComparison.Ordinal));
        Assert.Contains("Noch kein Quorum", Shown.Text(round), StringComparison.Ordinal);
        Assert.Equal(["Zur Wochenübersicht"], Shown.Buttons(round));
        Assert.Contains("Wochenübersicht: Mo., 18.03.2024", Shown.Text(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_address_is_shown_once_letter_by_letter_and_revoked()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var state = Card(await bot.PressAsync(Card(await bot.TypeAsync("erinnerungen")), "Ihr Kalender"));

        var made = Card(await bot.PressAsync(state, "Adresse erneuern"));
        var revoked = Card(await bot.PressAsync(made, "Widerrufen"));

        var address = new Uri(town.Address, DeadlineTown.FeedPath).AbsoluteUri;
        Assert.Contains($"\n{address}\n", $"\n{Shown.Text(made)}\n", StringComparison.Ordinal);
        Assert.DoesNotContain("key=", $"{made.Speak} {made.FallbackText} {state.ToJson()} {revoked.ToJson()}", StringComparison.Ordinal);
        Assert.Equal(["POST /api/me/calendar-link", "DELETE /api/me/calendar-link"], town.Changes.Select(change => $"{change.Method} {change.Target}"));
        Assert.Contains("Die Adresse ist widerrufen", Shown.Text(revoked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_address_is_no_matter_for_a_channel()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        Assert.IsType<CardReply.Message>(await bot.SendAsync(DeadlineVerbs.RenewCalendar, [], place: PlaceKind.Channel));
        Assert.Empty(town.Changes);
    }

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_holes()
    {
        var resources = new ResourceManager(typeof(DeadlineTexts));
        var (german, english) = (Texts(resources, CultureInfo.InvariantCulture), Texts(resources, CultureInfo.GetCultureInfo("en")));

        Assert.Equal(german.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(german, text => Assert.Equal(Holes(text.Value), Holes(english[text.Key])));
    }

    private static NoticeView Everything(string kind) => DeadlineBot.Notice(kind) with { Round = "r1", Date = new DateOnly(2024, 3, 18), Week = "2024-W12", Quarter = "2024-Q1" };

    private static Dictionary<string, string> Texts(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string Holes(string text) => string.Join(' ', Enumerable.Range(0, 5).Where(number => text.Contains($"{{{number}}}", StringComparison.Ordinal)));

    private static AdaptiveCard Card(CardReply reply) => Assert.IsType<CardReply.Card>(reply).Content;
}
