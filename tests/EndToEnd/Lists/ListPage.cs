using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests.Lists;

/// <summary>The page for lists as an administrator has it, who uses nothing but a keyboard.</summary>
internal sealed class ListPage : IAsyncDisposable
{
    private const float Limit = 30_000;
    private const int MostTabs = 400;
    private const int MostPresses = 3;
    private const float ChooserLimit = 10_000;

    private static readonly string[] _quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Screens _screens;
    private readonly List<string> _complaints = [];

    private ListPage(IPlaywright playwright, IBrowser browser, IPage page, Screens screens) => (_playwright, _browser, Page, _screens) = (playwright, browser, page, screens);

    public IPage Page { get; }

    public ILocator Problem => Page.Locator("#problem fluent-message-bar");

    public ILocator Questions => Page.Locator("fieldset.question");

    public static async Task<ListPage> OpenAsync(ListOffice office, string locale = "de-DE")
    {
        var path = Environment.GetEnvironmentVariable("INSEK_BROWSER")
            ?? throw new InvalidOperationException("INSEK_BROWSER names no browser; dotnet run --project dev -- test finds one.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = _quiet });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = locale, TimezoneId = "Europe/Berlin" });
        context.SetDefaultTimeout(Limit);
        var page = await context.NewPageAsync();
        var opened = new ListPage(playwright, browser, page, office.Screens);

        // A page that breaks its own policy or its scripts says so in the console.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            {
                opened._complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => opened._complaints.Add(error);
        await page.GotoAsync(office.Page.AbsoluteUri);
        await page.Locator("#concept:not([disabled])").WaitForAsync();
        return opened;
    }

    /// <summary>Chooses a file as a keyboard does.</summary>
    public async Task ChooseAsync(string name, byte[] content)
    {
        await TabToAsync(Page.Locator("#file"));
        var chooser = await OpenChooserAsync();
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
    }

    // On a loaded machine Chromium now and then lets a key pass without opening its dialog; a person presses again.
    private async Task<IFileChooser> OpenChooserAsync()
    {
        for (var again = MostPresses; ; again--)
        {
            try
            {
                return await Page.RunAndWaitForFileChooserAsync(() => Page.Keyboard.PressAsync("Enter"), new() { Timeout = ChooserLimit });
            }
            catch (TimeoutException) when (again > 1)
            {
                await Page.BringToFrontAsync();
            }
        }
    }

    /// <summary>Waits until a list was read: the focus is on the heading of the result.</summary>
    public async Task ReadAsync()
    {
        await Page.Locator("#result h2:focus").WaitForAsync();
        await Page.Locator("#progress:not(.busy)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Waits for the message that something failed; the focus is on it.</summary>
    public async Task FailsWithAsync(string sentence)
    {
        try
        {
            await Page.Locator("#problem fluent-message-bar:focus").Filter(new() { HasText = sentence }).WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"\"{sentence}\" was not said. What is there:{Environment.NewLine}{await Page.Locator("main").InnerTextAsync()}");
        }

        await Page.Locator("#progress:not(.busy)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Gives a question one of its answers, by Tab and arrow keys.</summary>
    public async Task AnswerAsync(string question, string answer)
    {
        var asked = Questions.Filter(new() { HasText = question });
        await asked.First.WaitForAsync();
        var select = asked.First.Locator("select");
        if (await select.CountAsync() > 0)
        {
            await TabToAsync(select);
            await Page.Keyboard.TypeAsync(answer);
            Assert.StartsWith(answer, await select.EvaluateAsync<string>("select => select.selectedOptions[0].label"), StringComparison.Ordinal);
            return;
        }

        var labels = await asked.First.Locator("label").AllInnerTextsAsync();
        var place = labels.ToList().FindIndex(label => label.Contains(answer, StringComparison.Ordinal));
        Assert.True(place > 0, $"\"{question}\" has no answer \"{answer}\": {string.Join(" | ", labels)}");
        await TabToAsync(asked.First.Locator("input[type=radio]:checked"));
        for (var i = 0; i < place; i++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public ILocator Button(string text) => Page.Locator("fluent-button").Filter(new() { HasText = text });

    /// <summary>Tabs to a button and presses it.</summary>
    public async Task PressAsync(string text)
    {
        await TabToAsync(Button(text).First);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses Tab until the element has the focus; an element no Tab reaches fails the test.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"No Tab reaches {target}.");
    }

    /// <summary>Keeps a picture of the whole page and looks for barriers, in the window as it is and at 320 pixels.</summary>
    public async Task LookAsync(string name)
    {
        await LookAtAsync(name);
        await Page.SetViewportSizeAsync(320, 640);
        await LookAtAsync($"{name}-320");
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > 320)
        {
            _complaints.Add($"{name}: {width} pixels wide in a window of 320");
        }

        await Page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>Fails if a state that was looked at had a barrier, or the page complained.</summary>
    public void AssertClean() => Assert.True(_complaints.Count == 0, string.Join(Environment.NewLine, _complaints));

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private async Task LookAtAsync(string name)
    {
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = _screens.Path(name), FullPage = true });
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        _complaints.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} ({violation.Help}): {node.Html}")));
    }
}
