using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Insek.Office.Testing;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>The Playground as a person sees it, in a real browser.</summary>
internal sealed class PlaygroundPage : IAsyncDisposable
{
    /// <summary>The tallest card is to be seen whole: with every change of size, that of a picture of the full page included, the Playground shows its log again.</summary>
    private static readonly ViewportSize _size = new() { Width = 1280, Height = 2000 };

    /// <summary>A card comes after a call of the bot, which calls the API; what the outbox sends is paced, too.</summary>
    private const float Limit = 30_000;

    /// <summary>The Playground's renderer lets buttons name an element that it draws only once it is shown.</summary>
    private static readonly AxeRunOptions _barriers = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"),
        Rules = new Dictionary<string, RuleOptions> { ["aria-valid-attr-value"] = new() { Enabled = false } },
    };

    private readonly HeadlessBrowser _browser;
    private readonly IPage _page;
    private readonly Screens _screens;
    private readonly List<string> _found = [];
    private Chat _chat = Chat.Personal;

    private PlaygroundPage(HeadlessBrowser browser, IPage page, Screens screens) => (_browser, _page, _screens) = (browser, page, screens);

    public static async Task<PlaygroundPage> OpenAsync(Uri address, Screens screens)
    {
        var browser = await HeadlessBrowser.LaunchAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = _size, Locale = "de-DE", TimezoneId = "Europe/Berlin" });
        context.SetDefaultTimeout(Limit);
        var page = await context.NewPageAsync();

        // It asks a foreign host for fonts; what cannot be had must not be waited for.
        await page.RouteAsync(url => !(url.StartsWith(address.ToString(), StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal)), route => route.AbortAsync());
        await page.GotoAsync(address.ToString());
        var opened = new PlaygroundPage(browser, page, screens);
        opened._screens.Begin();
        await opened.Box.First.WaitForAsync();

        // The log repeats what the cards say.
        await page.GetByTitle("Hide log panel").ClickAsync();
        return opened;
    }

    private ILocator Box => _page.Locator("div[role='textbox'][contenteditable='true']");

    /// <summary>Opens a conversation.</summary>
    public async Task GoToAsync(Chat chat)
    {
        await _page.GetByRole(AriaRole.Treeitem, new PageGetByRoleOptions { Name = chat.Name }).ClickAsync();
        await Box.First.WaitForAsync();
        _chat = chat;
    }

    /// <summary>Writes to the bot: as one does in a personal chat, and with a mention in a channel.</summary>
    public async Task SayAsync(string text)
    {
        if (_chat == Chat.Personal)
        {
            await Box.FillAsync(text);
            await _page.Keyboard.PressAsync("Enter");
            return;
        }

        await Box.First.ClickAsync();
        await _page.Keyboard.TypeAsync("@");
        await _page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "INSEK" }).First.ClickAsync();
        await _page.Keyboard.TypeAsync(text);
        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Post", Exact = true }).ClickAsync();
    }

    /// <summary>Searches with the message extension from the personal chat.</summary>
    /// <returns>The entry that shows it.</returns>
    public async Task<PageCard> SearchAsync(string text, string found)
    {
        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Trigger Message Extension App" }).First.ClickAsync();
        await _page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Search Command" }).ClickAsync();
        await _page.GetByPlaceholder("Enter a search term").FillAsync(text);
        return await TextAsync(found);
    }

    /// <summary>Waits for a sentence outside a card.</summary>
    public async Task<PageCard> TextAsync(string says)
    {
        var text = _page.GetByText(says).Last;
        await text.WaitForAsync();
        return new PageCard(_page, text);
    }

    /// <summary>Sends what stands in the box of the personal chat.</summary>
    public Task SendAsync() => _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send Message" }).ClickAsync();

    /// <summary>Waits for the newest card that says all of this.</summary>
    public Task<PageCard> CardAsync(params string[] says) => CardAsync(TimeSpan.FromMilliseconds(Limit), says);

    /// <summary>Waits for the newest card that says all of this, as long as it may take.</summary>
    public async Task<PageCard> CardAsync(TimeSpan limit, params string[] says)
    {
        var cards = _page.Locator(".ac-adaptiveCard");
        foreach (var text in says)
        {
            cards = cards.Filter(new LocatorFilterOptions { HasText = text });
        }

        try
        {
            await cards.Last.WaitForAsync(new() { Timeout = (float)limit.TotalMilliseconds });
        }
        catch (TimeoutException)
        {
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = _screens.Path("fehlt") });
            var there = await _page.Locator(".ac-adaptiveCard").AllInnerTextsAsync();
            Assert.Fail($"No card in {_chat.Name} says \"{string.Join("\" and \"", says)}\". What is there:{Environment.NewLine}{string.Join($"{Environment.NewLine}---{Environment.NewLine}", there)}");
        }

        return new PageCard(_page, cards.Last);
    }

    /// <summary>Keeps a picture of the page with the card, and looks for barriers on the card.</summary>
    public async Task LookAtAsync(PageCard card, string name)
    {
        await card.Locator.ScrollIntoViewIfNeededAsync();
        await _page.ScreenshotAsync(new PageScreenshotOptions { Path = _screens.Path(name) });
        var result = await card.Locator.RunAxe(_barriers);
        _found.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} ({violation.Help}): {node.Html}")));
    }

    /// <summary>Fails if axe found a barrier on a card that was looked at.</summary>
    public void AssertNoBarriers() => Assert.True(_found.Count == 0, string.Join(Environment.NewLine, _found));

    public async ValueTask DisposeAsync() => await _browser.DisposeAsync();
}
