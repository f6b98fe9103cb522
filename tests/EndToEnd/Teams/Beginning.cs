namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>Before the first round.</summary>
internal sealed class Beginning(TeamsOffice office)
{
    public async Task A_newcomer_asks_for_help()
    {
        await office.Page.GoToAsync(Chat.Personal);
        await office.Page.SayAsync("hilfe");
        var card = await office.Page.CardAsync("Was Sie schreiben können", "runde", "offen");
        await office.Page.LookAtAsync(card, "hilfe");
    }

    public async Task The_channel_is_bound_to_the_working_group()
    {
        await office.Page.GoToAsync(Chat.Verkehr);
        await office.Page.SayAsync("verbinden");
        var card = await office.Page.CardAsync("Runden einer Gruppe hier zeigen");
        await office.Page.LookAtAsync(card, "verbinden");

        await card.ChooseAsync("Gruppe", "Arbeitsgruppe Verkehr/Technische Infrastruktur");
        await card.ClickAsync("Verbinden");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Verbunden", "Arbeitsgruppe Verkehr/Technische Infrastruktur"), "verbunden");
    }
}
