using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>The pane as somebody has it who uses nothing but a keyboard.</summary>
internal sealed class PanePage : IAsyncDisposable
{
    private const float Limit = 30_000;
    private const int MostTabs = 300;

    private static readonly string[] _quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Screens _screens;
    private readonly List<string> _complaints = [];
    private readonly List<string> _asked = [];

    private PanePage(IPlaywright playwright, IBrowser browser, IPage page, Screens screens) => (_playwright, _browser, Page, _screens) = (playwright, browser, page, screens);

    public IPage Page { get; }

    /// <summary>The hosts that the page has asked for something.</summary>
    public IReadOnlyList<string> Asked => [.. _asked.Distinct()];

    /// <summary>Opens the pane at the width Word gives it.</summary>
    /// <param name="office">What runs.</param>
    /// <param name="locale">The browser's language.</param>
    /// <param name="scheme">Light or dark.</param>
    public static async Task<PanePage> OpenAsync(PaneOffice office, string locale = "de-DE", ColorScheme scheme = ColorScheme.Light)
    {
        var path = Environment.GetEnvironmentVariable("INSEK_BROWSER")
            ?? throw new InvalidOperationException("INSEK_BROWSER names no browser; dotnet run --project dev -- test finds one.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = _quiet });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new() { Width = 350, Height = 800 },
            Locale = locale,
            TimezoneId = "Europe/Berlin",
            ColorScheme = scheme,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(Limit);
        var page = await context.NewPageAsync();
        var opened = new PanePage(playwright, browser, page, office.Screens);
        page.Request += (_, request) => opened._asked.Add(new Uri(request.Url).Host);

        // A page that breaks its own policy or its scripts says so in the console.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            {
                opened._complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => opened._complaints.Add(error);

        // Nobody else's network: as where it is out of reach.
        await page.RouteAsync("https://appsforoffice.microsoft.com/**", route => route.AbortAsync());
        await page.GotoAsync(office.Page.AbsoluteUri);
        await page.Locator("#definition:not([disabled])").WaitForAsync();
        return opened;
    }

    /// <summary>Chooses the goals and measures of Verkehr, by keyboard, and waits for the preview.</summary>
    /// <param name="definition">The table as the page names it.</param>
    public async Task ChooseAsync(string definition)
    {
        await TabToAsync(Page.Locator("#definition"));
        await Page.Keyboard.TypeAsync(definition);
        var sector = Page.Locator("#parameters select").First;
        await TabToAsync(sector);
        await Page.Keyboard.TypeAsync("Verkehr");
        await Page.Locator("#preview table").WaitForAsync();
    }

    public ILocator Button(string text) => Page.GetByRole(AriaRole.Button, new() { Name = text, Exact = true });

    /// <summary>Tabs to a button and presses it.</summary>
    public async Task PressAsync(string text)
    {
        await TabToAsync(Button(text).First);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to the other tab as a keyboard does.</summary>
    public async Task NextTabAsync()
    {
        await TabToAsync(Page.Locator("[role=tab][aria-selected=true]"));
        await Page.Keyboard.PressAsync("ArrowRight");
    }

    /// <summary>What lies on the clipboard as HTML and as text, read by a page that has no policy of ours.</summary>
    public async Task<string[]> ClipboardAsync(Uri elsewhere)
    {
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(elsewhere.AbsoluteUri);
        await other.BringToFrontAsync();
        var read = await other.EvaluateAsync<string[]>("""
            async () => {
              const [item] = await navigator.clipboard.read();
              return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
            }
            """);
        await other.CloseAsync();
        await Page.BringToFrontAsync();
        return read;
    }

    /// <summary>Waits until the page says a sentence.</summary>
    public Task SaysAsync(string sentence) => Page.Locator("#progress").Filter(new() { HasText = sentence }).WaitForAsync();

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

    /// <summary>Keeps a picture and looks for barriers: as it is, at 320 pixels, and at 200 % in a small window.</summary>
    public async Task LookAsync(string name)
    {
        var was = Page.ViewportSize!;
        await LookAtAsync(name);
        await Page.SetViewportSizeAsync(320, 640);
        await LookAtAsync($"{name}-320");
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > 320)
        {
            _complaints.Add($"{name}: {width} pixels wide in a window of 320");
        }

        // Half as many CSS pixels on a pane twice as wide is what 200 % are to a page.
        await Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        if (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is > 320 and var zoomed)
        {
            _complaints.Add($"{name}: {zoomed} pixels wide with letters of double size in a window of 320");
        }

        await Page.EvaluateAsync("document.documentElement.style.fontSize = ''");
        await Page.SetViewportSizeAsync(was.Width, was.Height);
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
