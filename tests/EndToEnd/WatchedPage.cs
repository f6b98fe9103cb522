using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Insek.Office.Testing;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>A page of ours in a real browser, used by keyboard. What it complains of, and every barrier in a state that was looked at, is kept until <see cref="AssertClean"/>.</summary>
internal abstract class WatchedPage : IAsyncDisposable
{
    private const float Limit = 30_000;

    private readonly HeadlessBrowser _browser;
    private readonly Screens _screens;
    private readonly int _mostTabs;
    private readonly List<string> _complaints = [];

    /// <summary>Watches a page from before it is loaded.</summary>
    /// <param name="opened">The browser with an empty page, see <see cref="OpenWindowAsync"/>.</param>
    /// <param name="screens">Where pictures go.</param>
    /// <param name="mostTabs">How often Tab is pressed at most to reach something.</param>
    protected WatchedPage((HeadlessBrowser Browser, IPage Page) opened, Screens screens, int mostTabs)
    {
        (_browser, Page) = opened;
        (_screens, _mostTabs) = (screens, mostTabs);

        // A page that breaks its own policy or its scripts says so in the console.
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        Page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Presses Tab until the element has the focus; an element no Tab reaches fails the test.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var i = 0; i < _mostTabs; i++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"No Tab reaches {target}.");
    }

    /// <summary>Fails if a state that was looked at had a barrier, or the page complained.</summary>
    public void AssertClean() => Assert.True(_complaints.Count == 0, string.Join(Environment.NewLine, _complaints));

    public async ValueTask DisposeAsync() => await _browser.DisposeAsync();

    /// <summary>A browser with an empty page, in German time.</summary>
    /// <param name="width">The window's width in CSS pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="locale">The browser's language.</param>
    /// <param name="also">What else the window is to be.</param>
    protected static async Task<(HeadlessBrowser Browser, IPage Page)> OpenWindowAsync(int width, int height, string locale, Action<BrowserNewContextOptions>? also = null)
    {
        var options = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, Locale = locale, TimezoneId = "Europe/Berlin" };
        also?.Invoke(options);
        var browser = await HeadlessBrowser.LaunchAsync();
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Limit);
        return (browser, await context.NewPageAsync());
    }

    /// <summary>Keeps a picture of the whole page.</summary>
    protected Task KeepAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = _screens.Path(name), FullPage = true });

    /// <summary>Keeps a picture of the whole page and looks for barriers.</summary>
    protected async Task LookAtAsync(string name)
    {
        await KeepAsync(name);
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        _complaints.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} ({violation.Help}): {node.Html}")));
    }

    /// <summary>Complains where the page has to be scrolled sideways.</summary>
    protected async Task FitsAsync(string name)
    {
        var (wide, window) = (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await Page.EvaluateAsync<int>("document.documentElement.clientWidth"));
        if (wide > window)
        {
            _complaints.Add($"{name}: {wide} wide in {window}");
        }
    }
}
