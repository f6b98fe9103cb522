using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Insek.Office.Testing.Cards;

/// <summary>
/// The reference renderer of Adaptive Cards (npm <c>adaptivecards</c>) in a real browser: reads a card, shows it as a client would, and says
/// what is wrong with it.
/// </summary>
/// <remarks>
/// <para>
/// The JSON is checked against the renderer's own schema, in the version the card names: unknown elements, unknown properties, properties
/// and values too new for the card, values that are ignored. The official <c>adaptive-card.json</c> is in no package for versions after
/// 1.2, so this is the official schema there is to check against. It is laxer than the published one in places: it takes <c>rtl</c> in any
/// version, for instance.
/// </para>
/// <para>A test class has it as its fixture. It starts one browser with one page, which shows one card after the other and loads nothing: a page each would cost a process each.</para>
/// </remarks>
public sealed partial class ReferenceRenderer : IAsyncLifetime
{
    /// <summary>The width of a phone, in pixels.</summary>
    public const int Phone = 360;

    /// <summary>The width of a channel on a desktop, in pixels.</summary>
    public const int Desktop = 700;

    private const string Page =
        """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Karte</title></head><body><main id="card"></main></body></html>""";

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    private static readonly JsonSerializerOptions _camelCase = new(JsonSerializerDefaults.Web);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private HeadlessBrowser? _browser;
    private IPage? _page;

    /// <summary>Starts the browser.</summary>
    /// <exception cref="InvalidOperationException">The environment names no browser.</exception>
    public async ValueTask InitializeAsync()
    {
        _browser = await HeadlessBrowser.LaunchAsync();
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { Locale = "de-DE" });
        await context.RouteAsync("**/*", route => route.AbortAsync());
        _page = await context.NewPageAsync();
    }

    /// <summary>Reads a card, without looking at it: quicker than <see cref="RenderAsync"/>.</summary>
    /// <returns>What is wrong with the JSON, a sentence each; nothing for a card that is right.</returns>
    /// <exception cref="PlaywrightException">The renderer cannot even read it: no JSON, or no card.</exception>
    public Task<IReadOnlyList<string>> ProblemsAsync(string json) => InTurnAsync(Desktop, page => ShowAsync(page, json, CardTheme.Light));

    /// <summary>Reads and shows a card.</summary>
    /// <param name="json">The card.</param>
    /// <param name="theme">The client's colours.</param>
    /// <param name="width">The card's width in pixels, such as <see cref="Phone"/> or <see cref="Desktop"/>.</param>
    /// <exception cref="PlaywrightException">The renderer cannot even read it: no JSON, or no card.</exception>
    public Task<CardReport> RenderAsync(string json, CardTheme theme, int width) => InTurnAsync(width, async page =>
    {
        var problems = await ShowAsync(page, json, theme);
        var card = page.Locator("#card");

        return new CardReport(
            problems,
            await ViolationsAsync(page),
            ControlsOf(await card.AriaSnapshotAsync()),
            await card.EvaluateAsync<bool>("card => overflows(card)"),
            await card.ScreenshotAsync());
    });

    /// <summary>Stops the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _turn.Dispose();
    }

    private static async Task<IReadOnlyList<string>> ShowAsync(IPage page, string json, CardTheme theme) =>
        await page.EvaluateAsync<string[]>(
            "arguments => renderCard(JSON.parse(arguments))",
            JsonSerializer.Serialize(new { json, colours = theme, allowances = CardAllowance.All }, _camelCase));

    // A new document each time: nothing of the card before is left, and the renderer's own script is read anew.
    private static async Task LoadAsync(IPage page, int width)
    {
        var package = Path.Combine(Repository.Root, "node_modules", "adaptivecards", "dist");
        var ours = Path.Combine(Repository.Root, "tests", "Testing", "Cards");

        await page.SetViewportSizeAsync(width, 800);
        await page.SetContentAsync(Page);
        _ = await page.AddStyleTagAsync(new PageAddStyleTagOptions { Path = Path.Combine(package, "adaptivecards.css") });
        _ = await page.AddStyleTagAsync(new PageAddStyleTagOptions { Path = Path.Combine(ours, "reference-renderer.css") });
        _ = await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(package, "adaptivecards.min.js") });
        _ = await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(ours, "reference-renderer.js") });
    }

    // Axe is run in the page itself: its wrapper for the browser would open another page for every result.
    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        _ = await page.AddScriptTagAsync(new PageAddScriptTagOptions { Content = _axe });

        return await page.EvaluateAsync<string[]>(
            """
            async tags => (await axe.run('#card', { runOnly: { type: 'tag', values: tags } }))
              .violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html}`))
            """,
            new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice" });
    }

    private async Task<T> InTurnAsync<T>(int width, Func<IPage, Task<T>> show)
    {
        var page = _page ?? throw new InvalidOperationException("The renderer was not started.");
        await _turn.WaitAsync();
        try
        {
            await LoadAsync(page, width);

            return await show(page);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static IReadOnlyList<CardControl> ControlsOf(string snapshot) =>
        [.. Control().Matches(snapshot).Select(match => new CardControl(match.Groups["role"].Value, Regex.Unescape(match.Groups["name"].Value)))];

    // A line of the snapshot: - button "Zustimmen"
    [GeneratedRegex("""^\s*- '?(?<role>button|checkbox|combobox|link|radio|searchbox|spinbutton|switch|textbox)\b(?: "(?<name>(?:[^"\\]|\\.)*)")?""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Control();
}
