namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>What passed the working group comes before the steering group, without anybody's doing.</summary>
internal sealed class SteeringGroupVoting(TeamsOffice office)
{
    private ShownCard? _shared;

    public async Task Its_round_has_opened_by_itself()
    {
        _shared = await office.Stream.CardAsync("The steering group's card", card => card.Conversation.StartsWith(Chat.General.Id, StringComparison.Ordinal) && card.Buttons.Contains("Abstimmen"));
        await office.Page.GoToAsync(Chat.General);
        await office.Page.LookAtAsync(await office.Page.CardAsync("Abstimmung:", "Steuergruppe", "0 von 4"), "steuergruppe-offen");
    }

    public async Task All_its_members_agree()
    {
        var round = _shared!.Carried("round")!;
        foreach (var member in (Member[])[Member.VerkehrChair, Member.SteeringChair, Member.TownCouncil])
        {
            var voter = new Voter(office, member);
            await voter.TakesTheBallotSentAsync(round);
            await voter.AgreesToEverythingAsync();
        }

        await office.Page.GoToAsync(Chat.Personal);
        var card = await office.Page.CardAsync("Schritt 1 von 3", "Einwände");
        await card.ClickAsync("Weiter");
        card = await office.Page.CardAsync("Schritt 3 von 3");
        await office.Page.LookAtAsync(card, "steuergruppe-stimmzettel");
        await card.ClickAsync("Stimme abgeben");
        await office.Page.GoToAsync(Chat.General);
        await office.Page.LookAtAsync(await office.Page.CardAsync("Ergebnis:", "abgestimmt"), "steuergruppe-ergebnis");
    }

    public async Task What_passed_is_agreed_and_what_was_refused_is_a_draft_again()
    {
        Assert.Equal("agreed", await office.Api.StateOfMeasureAsync("verkehr-1-1"));
        Assert.Equal("agreed", await office.Api.StateOfMeasureAsync("verkehr-2-1"));
        Assert.Equal("draft", await office.Api.StateOfMeasureAsync(WorkingGroupVoting.Refused));
    }
}
