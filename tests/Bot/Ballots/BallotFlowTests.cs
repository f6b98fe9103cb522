using System.Text.Json;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Bot.Tests.Rounds;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Ballots;

/// <summary>The way to a vote, click by click.</summary>
public sealed class BallotFlowTests
{
    private static JObject Name => new() { ["concept"] = "torgau", ["round"] = "r1" };

    [Fact]
    public async Task Nothing_counts_before_the_ballot_is_cast_and_then_exactly_what_was_confirmed()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var items = await bot.CardAsync(bot.SendAsync("ballot.show", Name));
        var details = await bot.CardAsync(bot.ClickAsync(items, "Weiter", Picked("m-12,m-22")));
        var confirm = await bot.CardAsync(bot.ClickAsync(details, "Weiter", Said(("m-12", "reject", "Zu teuer."), ("m-22", "abstain", ""))));
        Assert.Empty(api.Casts);
        Assert.Contains("2 × Zustimmung", Shown.Text(confirm), StringComparison.Ordinal);
        Assert.Contains("Zu teuer.", Shown.Text(confirm), StringComparison.Ordinal);

        var receipt = await bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben"));

        var cast = Assert.Single(api.Casts);
        Assert.Equal(("\"0\"", "planner"), (cast.Header("If-Match"), cast.Header("Insek-Acting-Member")));
        Assert.Equal(
            [new VoteView("g1", 1, "approve"), new VoteView("m-12", 3, "reject", "Zu teuer."), new VoteView("m-22", 1, "abstain"), new VoteView("m-23", 1, "approve")],
            JsonSerializer.Deserialize(cast.Body, ContractsJson.Default.CastBallot)!.Votes);
        Assert.Contains("Ihre Stimme ist gezählt", Shown.Text(receipt), StringComparison.Ordinal);
        Assert.Contains("3 von 4 haben abgestimmt", Shown.Text(receipt), StringComparison.Ordinal);
        Assert.Equal(["Stimme ändern"], Shown.Buttons(receipt));
    }

    [Fact]
    public async Task Who_picks_nothing_consents_to_everything_in_two_clicks()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var items = await bot.CardAsync(bot.SendAsync("ballot.show", Name));
        var confirm = await bot.CardAsync(bot.ClickAsync(items, "Weiter"));
        _ = await bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben"));

        Assert.Contains("Sie stimmen allen 4 Vorhaben dieser Runde zu.", Shown.Text(confirm), StringComparison.Ordinal);
        Assert.All(api.Ballot.Votes, vote => Assert.Equal("approve", vote.Choice));
    }

    [Fact]
    public async Task Choices_of_every_page_are_kept_and_shown_when_the_card_is_opened_again()
    {
        await using var api = await VotingApi.StartAsync(Sample.Round(80));
        await using var bot = new BallotBot(api.Address);

        var first = await bot.CardAsync(bot.SendAsync("ballot.show", Name));
        var second = await bot.CardAsync(bot.ClickAsync(first, "Weiter zu Seite 2", Picked("m-12")));
        var elsewhere = Question(second).Choices[0].Value!;
        var back = await bot.CardAsync(bot.ClickAsync(second, "Zurück", Picked(elsewhere)));

        Assert.Equal("m-12", Question(back).Value);
        Assert.Equal(["m-12", elsewhere], api.Draft!.Picked);
        Assert.Equal("m-12", Question(await bot.CardAsync(bot.SendAsync("ballot.show", Name))).Value);
        Assert.Empty(api.Casts);
    }

    [Fact]
    public async Task What_is_unpicked_is_consent_again()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var details = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.SendAsync("ballot.show", Name)), "Weiter", Picked("m-12")));
        var items = await bot.CardAsync(bot.ClickAsync(details, "Zurück", Said(("m-12", "reject", "Zu teuer."))));

        var confirm = await bot.CardAsync(bot.ClickAsync(items, "Weiter", Picked("")));
        _ = await bot.ClickAsync(confirm, "Stimme abgeben");

        Assert.All(api.Ballot.Votes, vote => Assert.Equal("approve", vote.Choice));
    }

    [Theory]
    [InlineData("reject", "", "zu V-12 fehlt die Begründung")]
    [InlineData("approveWithChange", "   ", "zu V-12 fehlt die Begründung")]
    [InlineData("", "Text ohne Stimme", "zu V-12 fehlt Ihre Stimme")]
    [InlineData("approve", "gefälscht", "zu V-12 fehlt Ihre Stimme")]
    public async Task What_is_missing_is_named_and_what_was_entered_stays(string choice, string text, string expected)
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var details = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.SendAsync("ballot.show", Name)), "Weiter", Picked("m-12,m-22")));

        var again = await bot.CardAsync(bot.ClickAsync(details, "Weiter", Said(("m-12", choice, text), ("m-22", "recused", "Mein Grundstück"))));

        Assert.Contains(expected, Shown.Text(again), StringComparison.Ordinal);
        Assert.Contains("Mein Grundstück", Shown.Text(again), StringComparison.Ordinal);
        Assert.DoesNotContain("V-22 fehlt", Shown.Text(again), StringComparison.Ordinal);
        Assert.Empty(api.Casts);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_given_back_whole_and_named()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var text = $"{new string('x', 2_000)}ENDE";
        var details = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.SendAsync("ballot.show", Name)), "Weiter", Picked("m-12")));

        var again = await bot.CardAsync(bot.ClickAsync(details, "Weiter", Said(("m-12", "reject", text))));

        Assert.Contains("länger als 2.000 Zeichen", Shown.Text(again), StringComparison.Ordinal);
        Assert.Contains(text, Shown.Text(again), StringComparison.Ordinal);
        Assert.Equal(2_000, api.Draft!.Votes.Single().Text!.Length);
    }

    [Fact]
    public async Task A_second_click_casts_nothing_and_shows_the_same_receipt()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var confirm = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.SendAsync("ballot.show", Name)), "Weiter"));

        var receipts = await Task.WhenAll(bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben")), bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben")));
        var later = await bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben"));

        Assert.Equal(1, api.Ballot.Version);
        Assert.All([.. receipts, later], receipt => Assert.Equal(Shown.Json(receipts[0]), Shown.Json(receipt)));
        Assert.Single(api.Casts.Select(cast => cast.Header("Insek-Operation")).Distinct());
    }

    [Fact]
    public async Task A_ballot_for_other_items_is_not_sent_and_the_present_ones_are_shown()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var confirm = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.SendAsync("ballot.show", Name)), "Weiter"));
        Withdraw(api);

        var current = await bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben"));

        Assert.Empty(api.Casts);
        Assert.Contains("Der Stimmzettel hat sich geändert", Shown.Text(current), StringComparison.Ordinal);
        Assert.DoesNotContain(Question(current).Choices, choice => choice.Value == "m-22");
    }

    [Fact]
    public async Task What_was_picked_on_an_outdated_card_is_not_lost()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var items = await bot.CardAsync(bot.SendAsync("ballot.show", Name));
        Withdraw(api);

        var current = await bot.CardAsync(bot.ClickAsync(items, "Weiter", Picked("m-12,m-22")));

        Assert.Contains("Der Stimmzettel hat sich geändert", Shown.Text(current), StringComparison.Ordinal);
        Assert.Equal("m-12", Question(current).Value);
    }

    [Fact]
    public async Task A_ballot_cast_elsewhere_stays_and_is_shown()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var items = await bot.CardAsync(bot.SendAsync("ballot.show", Name));
        var here = await bot.CardAsync(bot.ClickAsync(items, "Weiter"));
        var there = await bot.CardAsync(bot.ClickAsync(items, "Weiter"));
        _ = await bot.ClickAsync(there, "Stimme abgeben");

        var current = await bot.CardAsync(bot.ClickAsync(here, "Stimme abgeben"));

        Assert.Equal(1, api.Ballot.Version);
        Assert.Contains("inzwischen auf einer anderen Karte", Shown.Text(current), StringComparison.Ordinal);
        Assert.Equal(["Stimme ändern"], Shown.Buttons(current));
    }

    [Fact]
    public async Task Choices_changed_on_another_device_are_confirmed_anew_before_they_count()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var items = await bot.CardAsync(bot.SendAsync("ballot.show", Name));
        var confirm = await bot.CardAsync(bot.ClickAsync(items, "Weiter"));
        var details = await bot.CardAsync(bot.ClickAsync(items, "Weiter", Picked("m-12")));
        _ = await bot.ClickAsync(details, "Weiter", Said(("m-12", "reject", "Zu teuer.")));

        var anew = await bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben"));

        Assert.Empty(api.Casts);
        Assert.Contains("auf einem anderen Gerät geändert", Shown.Text(anew), StringComparison.Ordinal);
        Assert.Contains("Zu teuer.", Shown.Text(anew), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ballot.cast")]
    [InlineData("ballot.pick")]
    public async Task A_closed_round_takes_nothing_and_shows_its_result(string verb)
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var items = await bot.CardAsync(bot.SendAsync("ballot.show", Name));
        var confirm = await bot.CardAsync(bot.ClickAsync(items, "Weiter"));
        api.Round = Sample.Closed();

        var current = await bot.CardAsync(verb == "ballot.cast" ? bot.ClickAsync(confirm, "Stimme abgeben") : bot.ClickAsync(items, "Weiter"));

        Assert.Empty(api.Casts);
        Assert.Contains("nimmt keine Stimmen mehr an", Shown.Text(current), StringComparison.Ordinal);
        Assert.Contains("Ergebnis: Verkehr", Shown.Text(current), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_is_changed_from_what_was_cast_and_can_be_kept_after_all()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        api.Ballot = Sample.Cast(api.Round);
        var receipt = await bot.CardAsync(bot.SendAsync("ballot.show", Name));

        var items = await bot.CardAsync(bot.ClickAsync(receipt, "Stimme ändern"));
        Assert.Equal("m-12", Question(items).Value);
        var details = await bot.CardAsync(bot.ClickAsync(items, "Weiter", Picked("m-12,m-23")));
        Assert.Contains("Bitte die Variante 2 prüfen.", Shown.Text(details), StringComparison.Ordinal);
        var kept = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.ClickAsync(details, "Zurück")), "Bisherige Stimme behalten"));
        Assert.Equal(Shown.Json(receipt), Shown.Json(kept));

        var changed = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.ClickAsync(kept, "Stimme ändern")), "Weiter", Picked(""))), "Stimme abgeben"));
        Assert.Equal((2, "\"1\""), (api.Ballot.Version, api.Casts.Single().Header("If-Match")));
        Assert.Contains("4 × Zustimmung", Shown.Text(changed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deputy_votes_in_the_member_s_name_and_is_told_so_throughout()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var items = await bot.CardAsync(bot.SendAsync("ballot.show", new JObject(Name.Properties()) { ["for"] = "planner" }, "chair"));
        var confirm = await bot.CardAsync(bot.ClickAsync(items, "Weiter", actor: "chair"));
        var receipt = await bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben", actor: "chair"));

        Assert.All([items, confirm, receipt], card => Assert.Contains("In Vertretung für Planungsbüro", Shown.Text(card), StringComparison.Ordinal));
        Assert.Equal("chair", api.Casts.Single().Header("Insek-Acting-Member"));
        Assert.Contains("von AG Verkehr, Leitung", Shown.Text(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_entitled_hears_so_above_the_round()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var card = await bot.CardAsync(bot.SendAsync("ballot.show", Name, "stranger"));

        Assert.Contains("nicht stimmberechtigt", Shown.Text(card), StringComparison.Ordinal);
        Assert.Contains("Abstimmung: Verkehr", Shown.Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_removed_casts_nothing()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var confirm = await bot.CardAsync(bot.ClickAsync(await bot.CardAsync(bot.SendAsync("ballot.show", Name)), "Weiter"));
        api.Ballot = api.Ballot with { Removed = true };

        var card = await bot.CardAsync(bot.ClickAsync(confirm, "Stimme abgeben"));

        Assert.Empty(api.Casts);
        Assert.Contains("nicht stimmberechtigt", Shown.Text(card), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Malformed => new MatrixTheoryData<string, string>(
        ["ballot.show", "ballot.page", "ballot.pick", "ballot.detail", "ballot.confirm", "ballot.cast", "ballot.change", "round.show", "round.close", "round.extend", "round.cancel"],
        ["{}", """{"concept":"torgau"}""", """{"concept":"../x","round":"r1"}""", """{"concept":{"a":1},"round":["r1"]}""", """{"concept":"torgau","round":"r1\n"}"""]);

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Data_that_are_no_card_s_are_answered_with_a_sentence_and_reach_nobody(string verb, string data)
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var reply = Assert.IsType<CardReply.Message>(await bot.SendAsync(verb, JObject.Parse(data)));

        Assert.StartsWith("Diese Karte ist nicht lesbar.", reply.Text, StringComparison.Ordinal);
        Assert.Empty(api.Calls);
    }

    [Theory]
    [InlineData("ballot.show")]
    [InlineData("ballot.pick")]
    [InlineData("round.show")]
    public async Task A_round_of_another_concept_is_answered_with_a_sentence(string verb)
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var reply = Assert.IsType<CardReply.Message>(await bot.SendAsync(verb, new JObject { ["concept"] = "belgern", ["round"] = "r1" }));

        Assert.StartsWith("Diese Runde gibt es nicht", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_that_no_card_names_change_nothing_they_should_not()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var reply = await bot.SendAsync("ballot.pick", new JObject(Name.Properties()) { ["stamp"] = "s1", ["from"] = "99", ["to"] = "-1", ["objections"] = "m-12,nobody,../x" });

        _ = Assert.IsType<CardReply.Card>(reply);
        Assert.Empty(api.Draft!.Picked);
    }

    private static AdaptiveChoiceSetInput Question(AdaptiveCard card) => card.Body.OfType<AdaptiveChoiceSetInput>().Single();

    private static Dictionary<string, string> Picked(string items) => new() { ["objections"] = items };

    private static Dictionary<string, string> Said(params IEnumerable<(string Item, string Choice, string Text)> votes) => votes
        .SelectMany(vote => new[] { KeyValuePair.Create($"choice.{vote.Item}", vote.Choice), KeyValuePair.Create($"text.{vote.Item}", vote.Text) })
        .ToDictionary();

    private static void Withdraw(VotingApi api) =>
        api.Round = api.Round with { Stamp = "s2", Items = [.. api.Round.Items.Select(item => item.Id == "m-22" ? item with { Withdrawn = true } : item)] };
}
