using Insek.Office.EndToEnd.Tests.Teams;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>What the add-in is for: a group decides in Teams, and the draft in Word knows that its table is no longer current, and why.</summary>
[Collection(nameof(PaneInWordOffice))]
public sealed class PaneInWordRoundTests(PaneInWordOffice office)
{
    private const string Round = "Verkehr: Bundesstraße 87n";
    private const string Passed = "verkehr-1-1";
    private const string Refused = "verkehr-1-2";
    private const string Edited = "verkehr-2-1";
    private const string NewTitle = "Bundesstraßen 87 und 182: Knotenpunkte umbauen";

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_decision_in_teams_makes_the_table_outdated_and_the_accepted_proposal_makes_the_file_current()
    {
        await using var pane = await PaneInWordPage.OpenAsync(office);
        await pane.LookAsync("anfang");
        await pane.ChooseAsync("sector-measures", "verkehr", "Entwurf");
        await pane.LookAsync("vorschau");
        await pane.Button("An der Schreibmarke einfügen").ClickAsync();
        await pane.Progress.GetByText("Eingefügt:").WaitForAsync();
        await pane.CheckAsync();
        Assert.Equal("current", Assert.Single(await pane.StatesAsync()).State);
        await pane.LookAsync("eingefuegt");
        Assert.Equal("Load", await pane.InWordAsync<string>("word.office.state.startup"));

        await VoteAsync();
        await office.Concept.RetitleAsync(Edited, NewTitle);
        await pane.CheckAsync();
        var table = pane.Tables.First;
        Assert.Equal("outdated", Assert.Single(await pane.StatesAsync()).State);
        var said = await table.InnerTextAsync();
        Assert.Contains("1 Maßnahme geändert, 1 Maßnahme entfallen seit", said, StringComparison.Ordinal);
        Assert.Contains("Runde ", said, StringComparison.Ordinal);
        Assert.Contains("Verkehr", said[said.IndexOf("Runde ", StringComparison.Ordinal)..], StringComparison.Ordinal);
        await pane.LookAsync("veraltet");
        Assert.Equal("outdated", Assert.Single(await office.Concept.StatusAsync(await pane.SaveAsync())).State);

        await pane.Button("Vorschlag ansehen").ClickAsync();
        await pane.Proposal.WaitForAsync();
        var proposal = await pane.Proposal.InnerTextAsync();
        Assert.Contains($"Runde „{Round}“", proposal, StringComparison.Ordinal);
        Assert.Contains("durch den Abschluss der Runde", proposal, StringComparison.Ordinal);
        Assert.Contains("umbauen", proposal, StringComparison.Ordinal);
        await pane.LookAsync("vorschlag");
        await pane.Button("Alles übernehmen").ClickAsync();
        await pane.Progress.GetByText("2 Änderungen übernommen").WaitForAsync();
        await pane.SettledAsync();
        Assert.Equal("current", Assert.Single(await pane.StatesAsync()).State);
        await pane.LookAsync("uebernommen");

        var saved = new SavedDocument(await pane.SaveAsync());
        Assert.Equal("current", Assert.Single(await office.Concept.StatusAsync(saved.Bytes)).State);
        Assert.Contains(NewTitle, await pane.CellAsync(0, 2, 1));
        saved.AssertValid();

        // The number before it is left out: LibreOffice 7.4 shows a field in a content control with its instruction.
        await saved.AssertOpensAsync(Path.ChangeExtension(office.Screens.Path("in-libreoffice"), "pdf"), "Hier stehen die Maßnahmen.", ": Ziele und Maßnahmen: Verkehr/Technische Infrastruktur (Stand: ", NewTitle);
        pane.AssertClean();
    }

    /// <summary>The working group decides: one votes in the page of the local Teams client, one refuses a measure.</summary>
    private async Task VoteAsync()
    {
        await office.Page.GoToAsync(Chat.Personal);
        await office.Page.SayAsync("hilfe");
        await office.Page.CardAsync("Was Sie schreiben können");
        var round = await office.Api.OpenRoundAsync(Round, TimeProvider.System.GetUtcNow().AddDays(7), Passed, Refused);
        foreach (var member in (Member[])[Member.VerkehrChair, Member.CivilEngineering])
        {
            var voter = new Voter(office, member);
            await voter.TakesTheBallotSentAsync(round);
            await voter.AgreesToEverythingAsync();
        }

        var planning = new Voter(office, Member.PlanningOffice);
        await planning.TakesTheBallotSentAsync(round);
        await planning.PicksAsync(Refused);
        await planning.SaysAsync(Refused, "reject", "Die Trasse ist noch nicht gesichert.");
        await planning.ClicksAsync("Stimme abgeben");

        var card = await office.Page.CardAsync("Schritt 1 von 3", Round);
        await card.ClickAsync("Weiter");
        card = await office.Page.CardAsync("Schritt 3 von 3");
        await office.Page.LookAtAsync(card, "stimmzettel");
        await card.ClickAsync("Stimme abgeben");
        await ReachesAsync(Passed, "inSteeringGroup");
        await ReachesAsync(Refused, "draft");
    }

    private async Task ReachesAsync(string measure, string state)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(_limit);
        while (await office.Api.StateOfMeasureAsync(measure) is var now && now != state)
        {
            Assert.False(limit.IsCancellationRequested, $"{measure} is {now}, not {state}.");
            await Task.Delay(TimeSpan.FromMilliseconds(250), TestContext.Current.CancellationToken);
        }
    }
}
