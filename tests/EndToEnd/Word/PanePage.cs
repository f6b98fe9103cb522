using Insek.Office.Testing;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>The pane as somebody has it who uses nothing but a keyboard.</summary>
internal sealed class PanePage : WatchedPage
{
    private const int MostTabs = 300;

    private readonly List<string> _asked = [];

    private PanePage((HeadlessBrowser Browser, IPage Page) opened, Screens screens)
        : base(opened, screens, MostTabs) => Page.Request += (_, request) => _asked.Add(new Uri(request.Url).Host);

    /// <summary>The hosts that the page has asked for something.</summary>
    public IReadOnlyList<string> Asked => [.. _asked.Distinct()];

    /// <summary>Opens the pane at the width Word gives it.</summary>
    /// <param name="office">What runs.</param>
    /// <param name="locale">The browser's language.</param>
    /// <param name="scheme">Light or dark.</param>
    public static async Task<PanePage> OpenAsync(PaneOffice office, string locale = "de-DE", ColorScheme scheme = ColorScheme.Light)
    {
        var window = await OpenWindowAsync(350, 800, locale, options => (options.ColorScheme, options.Permissions) = (scheme, ["clipboard-read", "clipboard-write"]));
        var opened = new PanePage(window, office.Screens);

        // Nobody else's network: as where it is out of reach.
        await opened.Page.RouteAsync("https://appsforoffice.microsoft.com/**", route => route.AbortAsync());
        await opened.Page.GotoAsync(office.Page.AbsoluteUri);
        await opened.Page.Locator("#definition:not([disabled])").WaitForAsync();
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

    /// <summary>Keeps a picture and looks for barriers: as it is, at 320 pixels, and at 200 % in a small window.</summary>
    public async Task LookAsync(string name)
    {
        var was = Page.ViewportSize!;
        await LookAtAsync(name);
        await Page.SetViewportSizeAsync(320, 640);
        await LookAtAsync($"{name}-320");
        await FitsAsync($"{name}, 320 pixels");

        // Half as many CSS pixels on a pane twice as wide is what 200 % are to a page.
        await Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await FitsAsync($"{name}, letters of double size in 320 pixels");
        await Page.EvaluateAsync("document.documentElement.style.fontSize = ''");
        await Page.SetViewportSizeAsync(was.Width, was.Height);
    }
}
