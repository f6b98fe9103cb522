using Microsoft.Playwright;

namespace Insek.Office.Testing;

/// <summary>The browser that the test command found, without a window. Nothing but what a test opens is loaded: its switches keep the browser itself from calling home.</summary>
public sealed class HeadlessBrowser : IAsyncDisposable
{
    private const string Variable = "INSEK_BROWSER";

    private static readonly string[] _quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private HeadlessBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    /// <exception cref="InvalidOperationException">The environment names no browser.</exception>
    public static async Task<HeadlessBrowser> LaunchAsync()
    {
        var path = Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"{Variable} names no browser; dotnet run --project dev -- test finds one.");
        var playwright = await Playwright.CreateAsync();
        return new HeadlessBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = _quiet }));
    }

    /// <summary>Opens a window with nothing remembered.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null) => _browser.NewContextAsync(options);

    /// <summary>Ends it, with everything in it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
