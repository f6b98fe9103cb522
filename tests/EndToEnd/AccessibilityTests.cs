using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Insek.Office.Testing;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>What people open in a browser, in a real one.</summary>
[Collection(nameof(DemoOutput))]
public sealed class AccessibilityTests(DemoOutput demo)
{
    [Fact]
    public async Task Tables_as_html_have_no_barrier_that_axe_finds()
    {
        await using var browser = await HeadlessBrowser.LaunchAsync();
        var page = await (await browser.NewContextAsync()).NewPageAsync();
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
