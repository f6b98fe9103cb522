namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>A round of the working group is opened.</summary>
internal sealed class Opening(TeamsOffice office)
{
    public const string Title = "Verkehr: Ziele 1 und 2";

    private const string Group = "Arbeitsgruppe Verkehr/Technische Infrastruktur";

    /// <returns>The round's id.</returns>
    public async Task<string> A_dialog_opens_a_round()
    {
        await office.Page.GoToAsync(Chat.Personal);
        await office.Page.SayAsync("runde verkehr");
        var form = await office.Page.CardAsync("Abstimmungsrunde eröffnen", Group);
        await office.Page.LookAtAsync(form, "runde-formular");

        await form.ClickAsync("Weiter");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Bitte wählen Sie mindestens ein Ziel"), "runde-formular-fehlt-etwas");
        await form.ClickAsync("Einzeln auswählen");
        var items = await office.Page.CardAsync("Einzeln auswählen", "Auswahl übernehmen");
        await office.Page.LookAtAsync(items, "runde-einzeln");
        await items.ClickAsync("Auswahl übernehmen");

        form = await office.Page.CardAsync("Worüber wird abgestimmt?");
        await form.TickAsync("1 Ausbau des Bundesstraße");
        await form.TickAsync("2 ");
        await form.FillAsync("Titel der Runde", Title);
        await form.SelectAsync("Einstimmig");
        await form.FillAsync("Mindestbeteiligung in Prozent", "75");
        await form.ClickAsync("Weiter");
        var review = await office.Page.CardAsync("Runde so eröffnen?", Title);
        await office.Page.LookAtAsync(review, "runde-pruefen");

        await review.ClickAsync("Eröffnen");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Runde eröffnet", Title), "runde-eroeffnet");
        var channelCard = await office.Stream.CardAsync("The card in the channel", IsChannelCard);
        return channelCard.Carried("round")!;
    }

    public async Task Everybody_sees_it_in_the_channel()
    {
        await office.Page.GoToAsync(Chat.Verkehr);
        await office.Page.LookAtAsync(await office.Page.CardAsync($"Abstimmung: {Title}", "0 von 4"), "kanal-runde-offen");
        await office.Page.GoToAsync(Chat.Personal);
        await office.Page.SayAsync("offen");
        await office.Page.LookAtAsync(await office.Page.CardAsync("Ihre offenen Abstimmungen", Title), "offen");
    }

    /// <summary>Whether a card is the one of this round in its channel.</summary>
    public static bool IsChannelCard(ShownCard card) => card.Conversation.StartsWith(Chat.Verkehr.Id, StringComparison.Ordinal) && card.Text.Contains(Title, StringComparison.Ordinal);
}
