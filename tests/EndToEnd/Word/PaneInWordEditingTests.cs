namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>What editors do with tables: by keyboard alone, by hand, and without the API.</summary>
[Collection(nameof(PaneInWordOffice))]
public sealed class PaneInWordEditingTests(PaneInWordOffice office)
{
    private const string Mine = "Von Hand geschrieben";

    private static int _editions;

    [Fact]
    public async Task Insert_and_refresh_need_nothing_but_a_keyboard()
    {
        await using var pane = await PaneInWordPage.OpenAsync(office);
        var keyboard = pane.Page.Keyboard;
        await pane.TabToAsync(pane.Page.Locator("#definition:not([disabled])"));
        await keyboard.TypeAsync("Ziele und Maßnahmen");
        await pane.TabToAsync(pane.Page.Locator("#parameters select").First);
        await keyboard.TypeAsync("Sport");
        await pane.Page.Locator("#preview table").WaitForAsync();
        await pane.PressAsync("An der Schreibmarke einfügen");
        await pane.Progress.GetByText("Eingefügt:").WaitForAsync();

        await office.Concept.RetitleAsync("sport-2-3", $"Öffentlichkeitsarbeit ausbauen, {Edition()}");
        await pane.Page.Locator("#tab-insert").FocusAsync();
        await keyboard.PressAsync("ArrowRight");
        Assert.Equal("true", await pane.Page.Locator("#tab-tables").GetAttributeAsync("aria-selected"));
        await pane.PressAsync("Stand prüfen");
        Assert.Equal("outdated", Assert.Single(await pane.StatesAsync()).State);
        await pane.TabToAsync(pane.Button("Vorschlag ansehen"));
        await keyboard.PressAsync("Enter");
        await pane.Page.Locator("#proposal-heading:focus").WaitForAsync();
        await pane.PressAsync("Alles übernehmen");

        await pane.Progress.GetByText("1 Änderung übernommen").WaitForAsync();
        Assert.Equal("current", Assert.Single(await pane.StatesAsync()).State);
        Assert.True(await pane.Page.EvaluateAsync<bool>("document.activeElement !== document.body"), "The focus is lost.");
        pane.AssertClean();
    }

    [Fact]
    public async Task An_edit_by_hand_that_the_concept_contradicts_is_a_conflict_with_three_ways_out()
    {
        await using var pane = await PaneInWordPage.OpenAsync(office);
        await pane.InsertAsync("sector-measures", "kultur");
        var concept = await pane.CellAsync(0, 1, 1);
        foreach (var (row, paragraph) in ((int, int)[])[(1, 0), (3, 0), (5, 0)])
        {
            await pane.InWordAsync($"word.userTypes(0, {row}, 1, '{Mine} {row}', {paragraph})");
        }

        await pane.CheckAsync();
        Assert.Equal("edited", Assert.Single(await pane.StatesAsync()).State);
        await pane.LookAsync("von-hand");
        await ChangeAsync("kultur-1-1", "kultur-3-1", "kultur-5-1");
        await pane.CheckAsync();
        Assert.Equal("outdated", Assert.Single(await pane.StatesAsync()).State);
        Assert.Contains("3 Konflikte mit Änderungen von Hand", await pane.Tables.First.InnerTextAsync(), StringComparison.Ordinal);
        await pane.RibbonAsync("refreshAll");
        Assert.Equal($"{Mine} 1", (await pane.CellAsync(0, 1, 1))[0]);
        Assert.Contains("3 Konflikte warten auf Ihre Entscheidung", await pane.Progress.InnerTextAsync(), StringComparison.Ordinal);

        await pane.Button("Vorschlag ansehen").ClickAsync();
        await pane.Proposal.WaitForAsync();
        var conflicts = pane.Proposal.Locator("fieldset");
        Assert.Equal(3, await conflicts.CountAsync());
        await pane.LookAsync("konflikte");
        await conflicts.Nth(0).GetByLabel("Mein Text bleibt", new() { Exact = false }).First.CheckAsync();
        await conflicts.Nth(1).GetByLabel("Text aus dem Konzept").CheckAsync();
        await conflicts.Nth(2).GetByLabel("Mein Text bleibt ab jetzt").CheckAsync();
        await pane.Button("Auswahl übernehmen (3)").ClickAsync();
        await pane.Progress.GetByText("3 Änderungen übernommen").WaitForAsync();
        await pane.SettledAsync();

        Assert.Equal($"{Mine} 1", (await pane.CellAsync(0, 1, 1))[0]);
        Assert.DoesNotContain(await pane.CellAsync(0, 3, 1), text => text.StartsWith(Mine, StringComparison.Ordinal));
        Assert.Equal($"{Mine} 5", (await pane.CellAsync(0, 5, 1))[0]);
        Assert.Equal(concept.Length, (await pane.CellAsync(0, 1, 1)).Length);
        Assert.Equal("edited", Assert.Single(await pane.StatesAsync()).State);
        var inFile = Assert.Single(await office.Concept.StatusAsync(await pane.SaveAsync()));
        Assert.Equal(("edited", 0, 2), (inFile.State, inFile.Conflicts, inFile.EditedCells));
        await pane.LookAsync("entschieden");

        // What was kept once is asked again; what is the editor's own is not.
        await ChangeAsync("kultur-1-1", "kultur-5-1");
        await pane.CheckAsync();
        Assert.Contains("1 Konflikt mit Änderungen von Hand", await pane.Tables.First.InnerTextAsync(), StringComparison.Ordinal);
        pane.AssertClean();
    }

    [Fact]
    public async Task What_a_check_finds_is_said_once_in_a_place_that_was_there_before_and_is_read_out()
    {
        await using var pane = await PaneInWordPage.OpenAsync(office);
        await pane.InsertAsync("sector-measures", "kultur");
        await pane.Page.Locator("#tab-tables").ClickAsync();
        await pane.Standing.EvaluateAsync("place => { place.dataset.before = ''; }");

        await pane.CheckAsync();

        var said = pane.Page.GetByText("nichts ist veraltet");
        Assert.Equal(1, await said.CountAsync());
        Assert.Equal(("status", ""), (await said.GetAttributeAsync("role"), await said.GetAttributeAsync("data-before")));
        Assert.Empty(await pane.Progress.InnerTextAsync());
        Assert.Equal("Tabellen in diesem Dokument", await pane.Page.Locator("#panel-tables h2").InnerTextAsync());
        pane.AssertClean();
    }

    [Fact]
    public async Task Without_the_api_the_pane_says_since_when_and_changes_nothing()
    {
        await using var pane = await PaneInWordPage.OpenAsync(office);
        await pane.InsertAsync("sector-measures", "sport");
        await pane.CheckAsync();
        await office.Concept.RetitleAsync("sport-1-2", $"Vereinssport stärken, {Edition()}");
        var before = new SavedDocument(await pane.SaveAsync()).Content();

        await pane.Page.RouteAsync("**/api/**", route => route.AbortAsync());
        await pane.CheckAsync();
        await pane.Problem.GetByText("nicht erreichbar").WaitForAsync();
        Assert.Contains("Was hier steht, galt am", await pane.Page.Locator("#panel-tables").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Single(await pane.StatesAsync());
        await pane.LookAsync("dienst-weg");
        await pane.RibbonAsync("refreshAll");
        Assert.Equal(before, new SavedDocument(await pane.SaveAsync()).Content());

        await pane.Page.UnrouteAllAsync();
        await pane.CheckAsync();
        Assert.Equal("outdated", Assert.Single(await pane.StatesAsync()).State);
        pane.AssertClean();
    }

    [Fact]
    public async Task A_document_that_is_opened_again_is_checked_quietly_and_shows_the_pane_only_where_something_is_outdated()
    {
        byte[] saved;
        await using (var pane = await PaneInWordPage.OpenAsync(office))
        {
            await pane.InsertAsync("sector-measures", "sport");
            saved = await pane.SaveAsync();
        }

        await using (var again = await PaneInWordPage.OpenAsync(office, saved))
        {
            await again.Tables.First.WaitForAsync();
            Assert.Equal("current", Assert.Single(await again.StatesAsync()).State);
            Assert.Equal(0, await again.Problem.CountAsync());
        }

        await office.Concept.RetitleAsync("sport-1-4", $"Außensportflächen, {Edition()}");
        await using var outdated = await PaneInWordPage.OpenAsync(office, saved);
        await outdated.Tables.First.WaitForAsync();
        Assert.Equal("outdated", Assert.Single(await outdated.StatesAsync()).State);
        Assert.Equal("visible", await outdated.InWordAsync<string>("word.office.state.pane"));
        outdated.AssertClean();
    }

    [Fact]
    public async Task The_pane_speaks_english_and_asks_before_a_table_is_turned_into_a_plain_one()
    {
        await using var pane = await PaneInWordPage.OpenAsync(office, locale: "en-GB");
        await pane.Page.Locator("#definition:not([disabled])").SelectOptionAsync("sector-measures");
        await pane.Page.Locator("#parameters select").First.SelectOptionAsync("sport");
        await pane.Page.Locator("#preview table").WaitForAsync();
        await pane.Page.Locator("#actions fluent-button").First.ClickAsync();
        await pane.SettledAsync();
        await pane.Page.Locator("#tab-tables").ClickAsync();
        await pane.Tables.First.WaitForAsync();
        Assert.Equal("en", await pane.Page.Locator("html").GetAttributeAsync("lang"));
        await pane.LookAsync("englisch");

        await pane.Page.Locator("[data-focus^='unlink-']").ClickAsync();
        await pane.Page.Locator("dialog[open]").WaitForAsync();
        await pane.LookAsync("loesen");
        await pane.Page.Keyboard.PressAsync("Escape");
        await pane.AnsweredAsync();
        Assert.Equal(1, await pane.Tables.CountAsync());
        await pane.Page.Locator("[data-focus^='unlink-']").ClickAsync();
        await pane.Page.Locator("dialog[open] fluent-button").First.ClickAsync();
        await pane.AnsweredAsync();
        Assert.Equal(0, await pane.Tables.CountAsync());
        Assert.Empty(await office.Concept.StatusAsync(await pane.SaveAsync()));
        pane.AssertClean();
    }

    /// <summary>Says something no other test has said.</summary>
    private static string Edition() => $"Fassung {Interlocked.Increment(ref _editions) + 1}";

    private async Task ChangeAsync(params string[] measures)
    {
        foreach (var measure in measures)
        {
            await office.Concept.RetitleAsync(measure, $"Neu gefasste Maßnahme, {Edition()}");
        }
    }
}
