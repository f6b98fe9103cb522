namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>A Monday morning in the Playground: what an administrator is reminded of, once, and what can be done about it without leaving the chat.</summary>
[Collection(nameof(MorningOffice))]
public sealed class RemindersInTeamsTests(MorningOffice office)
{
    private const string CouncilDate = "Vorstellung/Diskussion des INSEK-Entwurfes im Stadtrat";
    private const string Round = "Radverkehr vor dem Stadtrat";

    [Fact]
    public async Task One_digest_on_Monday_names_the_council_date_and_a_round_without_quorum_is_escalated()
    {
        await office.Page.GoToAsync(Chat.Personal);
        await office.Page.SayAsync("hilfe");
        await office.Page.CardAsync("Was Sie schreiben können", "fristen");
        await office.Api.OpenRoundAsync(Round, new DateTimeOffset(2024, 3, 20, 17, 0, 0, TimeSpan.Zero), "verkehr-1-1", "verkehr-1-2");

        var digest = await office.Page.CardAsync(MorningOffice.UntilEight, "Ihre Fristen am", CouncilDate);
        await office.Page.LookAtAsync(digest, "morgens");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Wochenübersicht", Round), "wochenuebersicht");
        var escalation = await office.Page.CardAsync("Noch kein Quorum", Round);
        await office.Page.LookAtAsync(escalation, "ohne-quorum");

        await escalation.ClickAsync("Erinnern");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Noch kein Quorum", "Erinnert:"), "erinnert");

        await digest.ClickAsync("Erledigt");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Ihre Fristen am", CouncilDate, "Erledigt am"), "erledigt");
        Assert.Equal("done", (await office.Api.DeadlineAsync(CouncilDate)).GetProperty("state").GetString());

        await office.Page.SayAsync("fristen alle");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Fristen: alle", Round), "fristen");

        // The others of the group get theirs in their own chats.
        Assert.Equal(1, office.Stream.Messages(card => card.Conversation == Chat.Personal.Id && card.Text.Contains("Ihre Fristen am", StringComparison.Ordinal)));
        office.Page.AssertNoBarriers();
    }
}
