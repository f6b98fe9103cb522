namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>What people look up.</summary>
internal sealed class Looking(TeamsOffice office)
{
    public async Task Commands_show_how_far_it_is()
    {
        await office.Page.GoToAsync(Chat.Personal);
        await AskAsync("status verkehr", "status", "Stand: Verkehr", "4 abgestimmt");
        await AskAsync("maßnahme verkehr-1-1", "massnahme", "Hinwirken auf schnelle Umsetzung", "abgestimmt");
        await AskAsync("übersicht", "uebersicht", "Übersicht der Ziele und Maßnahmen", "Gesamt");
        await office.Page.SayAsync("zustellung");
        await office.Page.LookAtAsync(await office.Page.TextAsync("Alles ist zugestellt"), "zustellung-nichts-offen");
    }

    public async Task The_message_extension_finds_what_was_meant()
    {
        var found = await office.Page.SearchAsync("Trasenflächen", "Sicherung der Trassenflächen");
        await office.Page.LookAtAsync(found, "suche-treffer");
        await found.Locator.ClickAsync();
        await office.Page.SendAsync();
        await office.Page.LookAtAsync(await office.Page.CardAsync("Sicherung der Trassenflächen", "verkehr-1-2", "Entwurf"), "suche-gesendet");
    }

    private async Task AskAsync(string command, string name, params string[] says)
    {
        await office.Page.SayAsync(command);
        await office.Page.LookAtAsync(await office.Page.CardAsync(says), name);
    }
}
