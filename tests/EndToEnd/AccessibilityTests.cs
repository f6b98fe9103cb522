using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>What people open in a browser, in a real one.</summary>
[Collection(nameof(DemoOutput))]
public sealed class AccessibilityTests(DemoOutput demo)
{
    // Nothing but the pages below is loaded; the switches keep the browser itself from calling home.
    private static readonly string[] _quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    [Fact]
    public async Task Tables_as_html_have_no_barrier_that_axe_finds()
    {
        var browserPath = Environment.GetEnvironmentVariable("INSEK_BROWSER")
            ?? throw new InvalidOperationException("INSEK_BROWSER names no browser; dotnet run --project dev -- test finds one.");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = browserPath, Args = _quiet });
        var page = await browser.NewPageAsync();
        var files = Directory.GetFiles(demo.Folder, "*.html");

        Assert.Equal(16, files.Length);
        foreach (var file in files)
        {
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice") });

            Assert.True(result.Violations.Length == 0, $"{Path.GetFileName(file)}: {string.Join("; ", result.Violations.Select(violation => $"{violation.Id}: {violation.Help}"))}");
            Assert.Equal("de", await page.Locator("html").GetAttributeAsync("lang"));
            Assert.True(await page.GetByRole(AriaRole.Columnheader).CountAsync() >= 3);
            Assert.True(await page.GetByRole(AriaRole.Rowheader).CountAsync() >= 2);
        }
    }
}
