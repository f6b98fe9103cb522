using System.Text.Json.Nodes;

namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>The four members of the working group vote: one in the page, three by what the page would send.</summary>
internal sealed class WorkingGroupVoting(TeamsOffice office, string round)
{
    public const string Refused = "verkehr-1-2";
    public const string Reason = "Die Trasse ist noch nicht gesichert.";

    private readonly Voter _chair = new(office, Member.VerkehrChair);
    private readonly Voter _civil = new(office, Member.CivilEngineering);
    private readonly Voter _planning = new(office, Member.PlanningOffice);

    /// <summary>The Playground never asks for person-specific views, so it is asked here as Teams asks: "automatic".</summary>
    public async Task The_card_shows_each_what_they_may_do()
    {
        var shared = await ChannelCardAsync();
        var data = new JsonObject { ["concept"] = "insek-torgau", ["round"] = round };

        var chair = await office.Others.InvokeAsync(Member.VerkehrChair, shared, "round.show", data, "automatic");
        var member = await office.Others.InvokeAsync(Member.CivilEngineering, shared, "round.show", data, "automatic");

        Assert.Contains("Runde schließen", chair.ItsCard().Buttons);
        Assert.DoesNotContain("Runde schließen", member.ItsCard().Buttons);
        Assert.DoesNotContain("Runde schließen", shared.Buttons);
    }

    public async Task One_votes_in_the_page_and_changes_the_vote()
    {
        await office.Page.GoToAsync(Chat.Personal);
        var card = await office.Page.CardAsync("Schritt 1 von 3", Opening.Title);
        await office.Page.LookAtAsync(card, "stimmzettel-1-vorhaben");

        await card.TickInListAsync("Einwände", "verkehr-2-1");
        await card.ClickAsync("Weiter");
        card = await office.Page.CardAsync("Schritt 2 von 3");
        await office.Page.LookAtAsync(card, "stimmzettel-2-details");
        await card.SelectAsync("enthalten");
        await card.ClickAsync("Weiter");
        card = await office.Page.CardAsync("Schritt 3 von 3", "Enthaltung");
        await office.Page.LookAtAsync(card, "stimmzettel-3-pruefen");
        Assert.Equal(0, await office.Api.CastingsAsync(round, Member.Coordination));

        var before = office.Stream.Count;
        await card.ClickAsync("Stimme abgeben");
        card = await office.Page.CardAsync("Ihre Stimme ist gezählt", "Enthaltung");
        await office.Page.LookAtAsync(card, "stimmzettel-4-gezaehlt");

        // The outbox brings what was sent up to date, too; a click in that moment would meet a card that is being replaced.
        await office.Stream.CardAsync("The receipt", sent => sent.Conversation == Chat.Personal.Id && sent.Text.Contains("Ihre Stimme ist gezählt", StringComparison.Ordinal), before);

        await card.ClickAsync("Stimme ändern");
        card = await office.Page.CardAsync("Schritt 1 von 3", "zählt, bis Sie eine neue abgeben");
        await office.Page.LookAtAsync(card, "stimmzettel-5-aendern");
        await card.TickInListAsync("Einwände", "verkehr-2-1");
        await card.ClickAsync("Weiter");
        card = await office.Page.CardAsync("Schritt 3 von 3", "Sie stimmen allen");
        await card.ClickAsync("Stimme abgeben");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Ihre Stimme ist gezählt", "1 von 4"), "stimmzettel-6-geaendert");
        Assert.Equal(2, await office.Api.CastingsAsync(round, Member.Coordination));
    }

    public async Task A_double_click_counts_once()
    {
        await _chair.TakesTheBallotSentAsync(round);
        await _chair.PicksAsync();
        await _chair.CastsWithADoubleClickAsync();

        Assert.Equal(1, await office.Api.CastingsAsync(round, Member.VerkehrChair));
    }

    public async Task A_stale_card_changes_nothing()
    {
        await _civil.OpensTheBallotAsync(await ChannelCardAsync());
        await _civil.PicksAsync();
        var beforeTheVote = _civil.Card;
        await _civil.CastsAsync();
        var (verb, data) = beforeTheVote.Click("Stimme abgeben", new Dictionary<string, string>());
        data["op"] = Guid.NewGuid().ToString("N");

        var answer = await office.Others.InvokeAsync(Member.CivilEngineering, beforeTheVote, verb, data, "manual");

        Assert.Equal(1, await office.Api.CastingsAsync(round, Member.CivilEngineering));
        Assert.Contains("Ihre Stimme ist gezählt", answer.ItsCard().Text, StringComparison.Ordinal);
    }

    public async Task The_channel_shows_how_far_it_is()
    {
        await office.Page.GoToAsync(Chat.Verkehr);
        await office.Page.LookAtAsync(await office.Page.CardAsync($"Abstimmung: {Opening.Title}", "3 von 4"), "kanal-runde-laeuft");
    }

    public async Task A_refusal_needs_its_reason()
    {
        await _planning.TakesTheBallotSentAsync(round);
        await _planning.PicksAsync(Refused);
        await _planning.SaysAsync(Refused, "reject");
        Assert.Contains("fehlt die Begründung", _planning.Card.Text, StringComparison.Ordinal);

        await _planning.SaysAsync(Refused, "reject", Reason);
        Assert.Contains(Reason, _planning.Card.Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.Api.CastingsAsync(round, Member.PlanningOffice));
        await _planning.ClicksAsync("Stimme abgeben");
    }

    /// <summary>The page was not left: the card changes in front of whoever looks at it.</summary>
    public async Task The_channel_shows_result_and_reason() =>
        await office.Page.LookAtAsync(await office.Page.CardAsync($"Ergebnis: {Opening.Title}", Reason), "kanal-runde-ergebnis");

    public async Task After_the_end_nothing_can_be_cast()
    {
        await _civil.ClicksAsync("Stimme ändern");

        Assert.Contains($"Ergebnis: {Opening.Title}", _civil.Card.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.Api.CastingsAsync(round, Member.CivilEngineering));
    }

    private Task<ShownCard> ChannelCardAsync() => office.Stream.CardAsync("The card in the channel", Opening.IsChannelCard);
}
