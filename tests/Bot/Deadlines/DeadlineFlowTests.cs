using System.Text.Json;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Deadlines;

/// <summary>What a click on a deadline does, and what is shown afterwards.</summary>
public sealed class DeadlineFlowTests
{
    [Fact]
    public async Task Done_is_one_tap_on_the_version_that_was_shown_and_the_digest_shows_it()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var after = Card(await bot.PressAsync(await bot.DigestAsync(), "Erledigt", "d-council"));

        var change = Assert.Single(town.Changes);
        Assert.Equal(("/api/concepts/insek-torgau/deadlines/d-council/done", "\"3\"", "owner"), (change.Target, change.Header("If-Match"), change.Header("Insek-Acting-Member")));
        Assert.Equal("done", town.Find("d-council").State);
        Assert.Contains("Erledigt: „Beschluss des Stadtrats über das INSEK“.", Shown.Text(after), StringComparison.Ordinal);
        Assert.Contains("Ihre Fristen am Mo., 18.03.2024", Shown.Text(after), StringComparison.Ordinal);
        Assert.Contains("Erledigt am Mo., 18.03.2024, 08:00 Uhr von Stadtentwicklung, Sachbearbeitung", Shown.Text(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_counts_once_and_both_answers_show_the_same()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var digest = await bot.DigestAsync();

        var answers = await Task.WhenAll(bot.PressAsync(digest, "Erledigt", "d-council"), bot.PressAsync(digest, "Erledigt", "d-council"));

        Assert.Equal(2, town.Changes.Count);
        Assert.Single(town.Changes.Select(change => change.Header("Insek-Operation")).Distinct());
        Assert.Equal(4, town.Find("d-council").Version);
        Assert.All(answers, answer => Assert.Contains("Erledigt: „Beschluss", Shown.Text(Card(answer)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_changed_again_and_shown_as_it_is()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var digest = await bot.DigestAsync();
        town.Change("d-council", deadline => deadline with { Due = new DateOnly(2024, 4, 17), DaysLeft = 30 });

        var after = Card(await bot.PressAsync(digest, "Erledigt", "d-council"));

        Assert.Equal("open", town.Find("d-council").State);
        Assert.Contains("Diese Frist wurde inzwischen geändert.", Shown.Text(after), StringComparison.Ordinal);
        Assert.Contains("In 30 Tagen fällig: Mi., 17.04.2024", Shown.Text(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_closed_meanwhile_is_said_to_be_closed()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var digest = await bot.DigestAsync();
        town.Change("d-council", deadline => deadline with { State = "done", Actions = new DeadlineActions { Reopen = true } });

        var after = Card(await bot.PressAsync(digest, "Verschieben…", "d-council"));

        Assert.Contains("Diese Frist ist schon abgeschlossen.", Shown.Text(after), StringComparison.Ordinal);
        Assert.Empty(town.Changes);
    }

    [Fact]
    public async Task Moving_asks_for_a_day_and_shows_the_list_with_the_new_one()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var question = Card(await bot.PressAsync(await bot.DigestAsync(), "Verschieben…", "d-council"));
        Assert.Empty(town.Changes);
        var after = Card(await bot.PressAsync(question, "Verschieben", null, ("newDue", "2024-04-17")));

        var moved = JsonSerializer.Deserialize(Assert.Single(town.Changes).Body, ContractsJson.Default.MoveDeadline)!;
        Assert.Equal((new DateOnly(2024, 4, 17), null, null), (moved.Due, moved.DueAt, moved.Reason));
        Assert.Contains("Verschoben: „Beschluss des Stadtrats über das INSEK“ ist jetzt fällig am Mi., 17.04.2024.", Shown.Text(after), StringComparison.Ordinal);
        Assert.Contains("verschoben vom Mi., 20.03.2024", Shown.Text(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_at_an_hour_stays_due_at_that_hour_though_the_clocks_change()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        town.Change("d-round", deadline => deadline with { Actions = new DeadlineActions { Move = true } });

        var question = Card(await bot.PressAsync(await bot.DigestAsync(), "Verlängern…", "d-round"));
        _ = await bot.PressAsync(question, "Verlängern", null, ("newDue", "2024-04-03"));

        var moved = JsonSerializer.Deserialize(Assert.Single(town.Changes).Body, ContractsJson.Default.MoveDeadline)!;
        Assert.Equal((null, new DateTimeOffset(2024, 4, 3, 16, 0, 0, TimeSpan.Zero)), (moved.Due, moved.DueAt?.ToUniversalTime()));
        Assert.Contains("Neuer Tag (um 18:00 Uhr)", Shown.Text(question), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Ein Grund.", "Bitte wählen Sie ein Datum.")]
    [InlineData("2024-02-30", "Ein Grund.", "Bitte wählen Sie ein Datum.")]
    [InlineData("2024-03-17", "Ein Grund.", "Die neue Frist darf nicht in der Vergangenheit")]
    [InlineData("2024-03-20", "Ein Grund.", "Das ist die Frist, die schon gilt.")]
    [InlineData("2024-04-17", "", "Bitte einen Grund angeben.")]
    [InlineData("2024-04-17", "   ", "Bitte einen Grund angeben.")]
    public async Task Moving_somebody_else_s_deadline_needs_a_day_to_come_and_a_reason(string day, string reason, string expected)
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        town.Change("d-council", deadline => deadline with { Actions = Due.Others });

        var question = Card(await bot.PressAsync(await bot.DigestAsync(), "Verschieben…", "d-council"));
        var again = Card(await bot.PressAsync(question, "Verschieben", null, ("newDue", day), ("reason", reason)));

        Assert.Contains(expected, Shown.Text(again), StringComparison.Ordinal);
        Assert.Contains("Warum? (wird gebraucht)", Shown.Text(again), StringComparison.Ordinal);
        Assert.Empty(town.Changes);
    }

    [Fact]
    public async Task Handing_over_takes_a_person_and_shows_whose_it_is_now()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var question = Card(await bot.PressAsync(await bot.DigestAsync(), "Abgeben an…", "d-council"));
        var nobody = Card(await bot.PressAsync(question, "Abgeben"));
        var after = Card(await bot.PressAsync(question, "Abgeben", null, ("person", "roads"), ("reason", "Urlaub")));

        Assert.DoesNotContain("\"owner\"", question.ToJson(), StringComparison.Ordinal);
        Assert.Contains("Bitte wählen Sie eine Person.", Shown.Text(nobody), StringComparison.Ordinal);
        Assert.Equal(new HandOverDeadline("roads", "Urlaub"), JsonSerializer.Deserialize(Assert.Single(town.Changes).Body, ContractsJson.Default.HandOverDeadline));
        Assert.Contains("Abgegeben: „Beschluss des Stadtrats über das INSEK“ liegt jetzt bei Tiefbauamt, Leitung.", Shown.Text(after), StringComparison.Ordinal);
        Assert.Contains("Abgegeben, jetzt bei: Tiefbauamt, Leitung", Shown.Text(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_access_cannot_take_over_and_the_card_says_so()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address, searchesTenant: true);
        town.Refuse("POST /api/concepts/insek-torgau/deadlines/d-council/hand-over", 400, "unknown-member");

        var question = Card(await bot.PressAsync(await bot.DigestAsync(), "Abgeben an…", "d-council"));
        var after = Card(await bot.PressAsync(question, "Abgeben", null, ("person", "stranger")));

        Assert.Contains("graph.microsoft.com/users", question.ToJson(), StringComparison.Ordinal);
        Assert.Contains("Diese Person hat keinen Zugang zu diesem Konzept.", Shown.Text(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_shows_one_deadline_and_leads_back_to_the_list()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var opened = Card(await bot.PressAsync(await bot.DigestAsync(), "Öffnen", "d-measure"));
        var back = Card(await bot.PressAsync(opened, "Zurück"));

        Assert.Equal(["Erledigt", "Maßnahme ansehen", "Verschieben…", "Abgeben an…", "Zurück"], DeadlineBot.Buttons(opened));
        Assert.Contains("Ihre Fristen am Mo., 18.03.2024", Shown.Text(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiving_needs_a_reason_and_opening_again_takes_one_tap()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        town.Change("d-council", deadline => deadline with { Actions = Due.Others });

        var question = Card(await bot.PressAsync(Card(await bot.PressAsync(await bot.DigestAsync(), "Öffnen", "d-council")), "Aussetzen…"));
        var missing = Card(await bot.PressAsync(question, "Aussetzen"));
        var waived = Card(await bot.PressAsync(question, "Aussetzen", null, ("reason", "Entfällt.")));
        var reopened = Card(await bot.PressAsync(waived, "Wieder öffnen", "d-council"));

        Assert.Contains("Bitte einen Grund angeben.", Shown.Text(missing), StringComparison.Ordinal);
        Assert.Contains("Ausgesetzt: Entfällt.", Shown.Text(waived), StringComparison.Ordinal);
        Assert.Contains("Wieder offen: „Beschluss", Shown.Text(reopened), StringComparison.Ordinal);
        Assert.Equal("open", town.Find("d-council").State);
    }

    [Fact]
    public async Task An_API_that_is_away_is_said_and_nothing_is_lost()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var digest = await bot.DigestAsync();
        town.IsDown = true;

        var answer = Assert.IsType<CardReply.Message>(await bot.PressAsync(digest, "Erledigt", "d-council"));
        town.IsDown = false;
        var after = Card(await bot.PressAsync(digest, "Erledigt", "d-council"));

        Assert.Contains("nicht erreichbar", answer.Text, StringComparison.Ordinal);
        Assert.Equal("done", town.Find("d-council").State);
        Assert.Contains("Erledigt: „Beschluss", Shown.Text(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_is_said_though_the_list_cannot_be_read_afterwards()
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        var digest = await bot.DigestAsync();
        town.HidesLists = true;

        var answer = Assert.IsType<CardReply.Message>(await bot.PressAsync(digest, "Erledigt", "d-council"));

        Assert.Equal("Erledigt: „Beschluss des Stadtrats über das INSEK“.", answer.Text);
        Assert.Equal("done", town.Find("d-council").State);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"concept":"../x","deadline":"d-council","version":"3","op":"a"}""")]
    [InlineData("""{"concept":"insek-torgau","deadline":"d-council"}""")]
    [InlineData("""{"concept":"insek-torgau","deadline":"d-council","version":"x","op":"a"}""")]
    [InlineData("""{"concept":"insek-torgau","deadline":"d-council","version":"3","op":"a b/.."}""")]
    public async Task A_forged_click_changes_nothing(string data)
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);

        var answer = Assert.IsType<CardReply.Message>(await bot.SendAsync("deadline.done", JObject.Parse(data)));

        Assert.StartsWith("Diese Karte ist beschädigt oder zu alt.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(town.Changes);
    }

    private static AdaptiveCard Card(CardReply reply) => Assert.IsType<CardReply.Card>(reply).Content;
}
