using Insek.Office.Testing;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>The pane beside a document: real Chromium, the built page, the running API; only Word is a fake, which queues and fails as Word does.</summary>
internal sealed class PaneInWordPage : WatchedPage
{
    private const int MostTabs = 300;
    private const int Width = 350;
    private const int Height = 760;

    private PaneInWordPage((HeadlessBrowser Browser, IPage Page) opened, Screens screens)
        : base(opened, screens, MostTabs)
    {
    }

    /// <summary>What goes on, or was done.</summary>
    public ILocator Progress => Page.Locator("#progress");

    /// <summary>How the document stands, as the list says it.</summary>
    public ILocator Standing => Page.Locator("#panel-tables p[role=status]");

    public ILocator Problem => Page.Locator("#problem fluent-message-bar");

    /// <summary>The tables of the document, as the pane lists them.</summary>
    public ILocator Tables => Page.Locator("#panel-tables li[data-instance]");

    public ILocator Proposal => Page.Locator("section.proposal");

    /// <summary>Opens the pane beside a document.</summary>
    /// <param name="office">What runs.</param>
    /// <param name="document">The document; none for a new one with two paragraphs.</param>
    /// <param name="locale">The language of browser and Office.</param>
    public static async Task<PaneInWordPage> OpenAsync(PaneInWordOffice office, byte[]? document = null, string locale = "de-DE")
    {
        var opened = new PaneInWordPage(await OpenWindowAsync(Width, Height, locale), office.Screens);
        var content = document is null ? "['Entwurf', 'Hier stehen die Maßnahmen.']" : $"'{Convert.ToBase64String(document)}'";
        await opened.Page.AddInitScriptAsync($"window.wordFakeOptions = {{ language: '{locale}' }};\n{office.Fake}\nwindow.wordFake.open({content});");
        await opened.Page.GotoAsync(office.Pane.AbsoluteUri);
        await opened.Page.Locator("#concept:not([disabled])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await opened.SettledAsync();
        return opened;
    }

    /// <summary>Presses a ribbon button: its function runs to its end.</summary>
    public async Task RibbonAsync(string action)
    {
        await Page.EvaluateAsync("action => new Promise((resolve) => { window.wordFake.office.actions.get(action)({ completed: resolve }); })", action);
        await SettledAsync();
    }

    /// <summary>Waits until a question is gone and what its answer began has ended: a dialog tells that it was closed only after it is.</summary>
    public async Task AnsweredAsync()
    {
        await Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await SettledAsync();
    }

    /// <summary>Does something to the document as its editor would: typing, deleting, copying, undoing.</summary>
    public Task<T> InWordAsync<T>(string script) => Page.EvaluateAsync<T>($"(() => {{ const word = window.wordFake; return {script}; }})()");

    /// <inheritdoc cref="InWordAsync{T}"/>
    public Task InWordAsync(string script) => Page.EvaluateAsync($"(() => {{ const word = window.wordFake; {script}; }})()");

    /// <summary>The document as a file.</summary>
    public async Task<byte[]> SaveAsync() => Convert.FromBase64String(await InWordAsync<string>("word.save()"));

    /// <summary>What a cell says, paragraph by paragraph; row 0 is the header.</summary>
    public Task<string[]> CellAsync(int table, int row, int cell) =>
        InWordAsync<string[]>($"word.paragraphs({table}, {row}, {cell}).map((paragraph) => [...paragraph.getElementsByTagName('w:t')].map((text) => text.textContent).join(''))");

    /// <summary>Chooses a table and inserts it at the cursor.</summary>
    public async Task InsertAsync(string definition, string sector, params string[] states)
    {
        await Page.Locator("#tab-insert").ClickAsync();
        await ChooseAsync(definition, sector, states);
        await Button("An der Schreibmarke einfügen").ClickAsync();
        await Progress.GetByText("Eingefügt:").WaitForAsync();
        await SettledAsync();
    }

    /// <summary>Chooses a table and waits for its preview.</summary>
    public async Task ChooseAsync(string definition, string sector, params string[] states)
    {
        await Page.Locator("#definition:not([disabled])").SelectOptionAsync(definition);
        await Page.Locator("#parameters select").First.SelectOptionAsync(sector);
        if (states.Length > 0)
        {
            var details = Page.Locator("#parameters details").First;
            await details.Locator("summary").ClickAsync();
            foreach (var state in states)
            {
                await details.GetByLabel(state, new() { Exact = true }).CheckAsync();
            }
        }

        await Page.Locator("#preview table").WaitForAsync();
        await Button("An der Schreibmarke einfügen").WaitForAsync();
    }

    /// <summary>Opens the list of tables and asks where they stand.</summary>
    public async Task CheckAsync()
    {
        await Page.Locator("#tab-tables").ClickAsync();
        await Button("Stand prüfen").ClickAsync();
        await SettledAsync();
    }

    /// <summary>The state of each table, by its instance, as the pane says it.</summary>
    public async Task<IReadOnlyList<(string Instance, string State)>> StatesAsync()
    {
        var states = await Tables.EvaluateAllAsync<string[][]>("items => items.map((item) => [item.dataset.instance, item.dataset.state])");
        return [.. states.Select(state => (state[0], state[1]))];
    }

    /// <summary>Nothing is being done any more.</summary>
    public async Task SettledAsync()
    {
        await Page.Locator("#progress:not(.busy)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.Locator("#panel-tables:not([aria-busy])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public ILocator Button(string text) => Page.Locator("fluent-button:visible, button:visible").Filter(new() { HasText = text }).First;

    /// <summary>Tabs to a button and presses it.</summary>
    public async Task PressAsync(string text)
    {
        await TabToAsync(Button(text));
        await Page.Keyboard.PressAsync("Enter");
        await SettledAsync();
    }

    /// <summary>Keeps a picture and looks for barriers: as wide as panes are, at 320 pixels, and with text of twice the size.</summary>
    public async Task LookAsync(string name)
    {
        await LookAtAsync(name);
        await Page.SetViewportSizeAsync(320, Height);
        await LookAtAsync($"{name}-320");
        await FitsAsync($"{name}, 320 pixels");
        await Page.SetViewportSizeAsync(640, Height);
        await Page.EvaluateAsync("document.documentElement.style.zoom = '2'");
        await KeepAsync($"{name}-200-prozent");
        await FitsAsync($"{name}, 200 %");
        await Page.EvaluateAsync("document.documentElement.style.zoom = ''");
        await Page.SetViewportSizeAsync(Width, Height);
    }
}
