using System.Net.Http.Headers;
using System.Text.Json;

namespace Insek.Office.EndToEnd.Tests.Lists;

/// <summary>A town hall's list comes in through the page: looked at, decided by keyboard, imported.</summary>
[Collection(nameof(ListOffice))]
public sealed class ListPageTests(ListOffice office)
{
    [Fact]
    public async Task A_list_is_looked_at_decided_by_keyboard_and_imported()
    {
        await using var page = await ListPage.OpenAsync(office);
        Assert.DoesNotContain("token", page.Page.Url, StringComparison.Ordinal);
        await page.LookAsync("anfang");

        await page.ChooseAsync(TownHallList.FileName, TownHallList.Csv);
        await page.ReadAsync();
        await page.LookAsync("gelesen");
        Assert.Empty(await MeasuresAsync("Radweg an der Elbstraße"));

        await page.AnswerAsync("Digitale Stadt", "Finanzen");
        await page.AnswerAsync("höchste oder die niedrigste Priorität", "am wichtigsten");
        await page.AnswerAsync("der Tag oder der Monat", "Tag zuerst");
        await page.LookAsync("entschieden");
        await page.PressAsync("Importieren");
        Assert.Equal(0, await page.Page.Locator("dialog").CountAsync());

        await page.PressAsync("Neu lesen");
        await page.ReadAsync();
        await page.LookAsync("neu-gelesen");
        await page.PressAsync("Importieren");
        await page.Page.Locator("dialog[open]").WaitForAsync();
        await page.LookAsync("bestaetigen");
        await page.PressAsync("Jetzt importieren");
        await page.Page.GetByText("Heben Sie die Zuordnung auf").WaitForAsync();
        await page.LookAsync("importiert");

        var path = Assert.Single(await MeasuresAsync("Radweg an der Elbstraße"));
        Assert.Equal("verkehr", path.GetProperty("sector").GetString());
        Assert.Equal(1_250_000, path.GetProperty("costEuro").GetDecimal());
        Assert.Equal("2026-06-30", path.GetProperty("due").GetString());
        Assert.Single(await MeasuresAsync("Offenes WLAN am Markt"));
        Assert.Empty(await MeasuresAsync("Summe"));
        page.AssertClean();
    }

    private async Task<List<JsonElement>> MeasuresAsync(string title)
    {
        using var http = new HttpClient { BaseAddress = office.Api };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", office.Token);
        var found = new List<JsonElement>();
        for (string? next = ""; next is not null;)
        {
            using var page = JsonDocument.Parse(await http.GetStringAsync($"api/concepts/insek-torgau/measures{(next.Length == 0 ? "" : $"?continuation={Uri.EscapeDataString(next)}")}", TestContext.Current.CancellationToken));
            found.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Where(item => item.GetRawText().Contains(title, StringComparison.Ordinal)).Select(item => item.Clone()));
            next = page.RootElement.TryGetProperty("continuation", out var continuation) ? continuation.GetString() : null;
        }

        return found;
    }
}
