using System.Net.Http.Headers;
using System.Text;
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

        await page.AnswerAsync("Digitale Stadt", "Verkehr");
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

    [Fact]
    public async Task What_fails_is_said_in_a_sentence_and_file_and_decisions_stay()
    {
        await using var page = await ListPage.OpenAsync(office);
        await page.ChooseAsync("Emissionen.csv", "Jahr;CO2\r\n2020;12\r\n2021;11\r\n"u8.ToArray());
        await page.FailsWithAsync("keine Maßnahmenliste");
        await page.LookAsync("keine-liste");
        await page.ChooseAsync("Maßnahmen.pdf", "%PDF-1.7\n"u8.ToArray());
        await page.FailsWithAsync("Das ist ein PDF");
        await page.ChooseAsync("gross.csv", new byte[21_000_000]);
        await page.FailsWithAsync("zu groß");

        await page.ChooseAsync(TownHallList.FileName, TownHallList.Csv);
        await page.ReadAsync();
        await page.AnswerAsync("höchste oder die niedrigste Priorität", "am wichtigsten");
        await page.Page.RouteAsync("**/import?*", route => route.AbortAsync());
        await page.PressAsync("Neu lesen");
        await page.FailsWithAsync("nicht erreichbar");
        await page.FailsWithAsync("Entscheidungen sind noch da");
        await page.LookAsync("dienst-weg");

        await page.Page.UnrouteAllAsync();
        await page.PressAsync("Erneut versuchen");
        await page.ReadAsync();
        Assert.Contains("1 ist am wichtigsten", await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Table, new() { Name = "Entscheidungen, die bei diesem Lesen galten" }).InnerTextAsync(), StringComparison.Ordinal);
        page.AssertClean();
    }

    [Fact]
    public async Task What_was_not_seen_is_not_imported_and_a_mapping_dropped_with_its_list_counts_at_once()
    {
        await using var page = await ListPage.OpenAsync(office);
        await page.ChooseAsync(TownHallList.FileName, TownHallList.Csv);
        await page.ReadAsync();
        Assert.True(await page.Button("Importieren").IsVisibleAsync());

        // Another list that cannot be read: the reading of the first must not be taken for it.
        await page.Page.RouteAsync("**/import?*", route => route.AbortAsync());
        await page.ChooseAsync("Andere.csv", TownHallList.Csv);
        await page.FailsWithAsync("nicht erreichbar");
        Assert.False(await page.Button("Importieren").IsVisibleAsync());
        Assert.Equal("", await page.Page.Locator("#result").InnerTextAsync());
        await page.Page.UnrouteAllAsync();

        // While a list is read nothing can be chosen, dropping included.
        var mappings = new List<string>();
        var answer = new TaskCompletionSource();
        await page.Page.RouteAsync("**/import?*", async route =>
        {
            mappings.Add(Encoding.UTF8.GetString(route.Request.PostDataBuffer ?? []));
            await answer.Task;
            await route.ContinueAsync();
        });
        await page.DropAsync((TownHallList.FileName, TownHallList.Csv), ("zuordnung.json", """{"version":1,"priorityOrder":"oneIsHigh"}"""u8.ToArray()));
        await page.Page.Locator("#progress.busy").WaitForAsync();
        await page.DropAsync(("Dritte.csv", TownHallList.Csv));
        answer.SetResult();
        await page.ReadAsync();

        Assert.Contains(TownHallList.FileName, await page.Page.Locator("#result h2").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("oneIsHigh", Assert.Single(mappings), StringComparison.Ordinal);
        Assert.Equal(0, await page.Questions.Filter(new() { HasText = "höchste oder die niedrigste Priorität" }).CountAsync());
        page.AssertClean();
    }

    [Fact]
    public async Task A_concept_that_changed_since_it_was_looked_at_is_looked_at_again_before_the_import()
    {
        await using var page = await ListPage.OpenAsync(office);
        await page.ChooseAsync("Kurz.csv", "Nr.;Maßnahme;Handlungsfeld;Kosten\r\n901;Trinkbrunnen am Rathaus;Verkehr;20.000 €\r\n"u8.ToArray());
        await page.ReadAsync();
        using var http = Administrator();
        using var other = new StringContent("id;sector;title\nzwischendurch;verkehr;Von anderer Hand\n", Encoding.UTF8, "text/csv");
        using var meanwhile = await http.PostAsync("api/concepts/insek-torgau/import", other, TestContext.Current.CancellationToken);
        Assert.True(meanwhile.IsSuccessStatusCode);

        await page.PressAsync("Importieren");
        await page.PressAsync("Jetzt importieren");
        await page.FailsWithAsync("seit Sie die Liste angesehen haben");
        Assert.Empty(await MeasuresAsync("Trinkbrunnen am Rathaus"));

        await page.PressAsync("Erneut versuchen");
        await page.ReadAsync();
        await page.PressAsync("Importieren");
        await page.PressAsync("Jetzt importieren");
        await page.Page.GetByText("Heben Sie die Zuordnung auf").WaitForAsync();
        Assert.Single(await MeasuresAsync("Trinkbrunnen am Rathaus"));
        page.AssertClean();
    }

    [Fact]
    public async Task The_same_file_can_be_chosen_again()
    {
        await using var page = await ListPage.OpenAsync(office);
        await page.ChooseAsync(TownHallList.FileName, TownHallList.Csv);
        await page.ReadAsync();

        // A browser says nothing of a choice that is the one before, so that has to be gone when the dialog opens.
        var chooser = await page.OpenChooserAsync();
        Assert.Equal("", await page.Page.Locator("#file").InputValueAsync());
        await chooser.SetFilesAsync(new Microsoft.Playwright.FilePayload { Name = TownHallList.FileName, MimeType = "text/csv", Buffer = TownHallList.Csv });
        await page.ReadAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task A_broken_encoding_is_repaired_only_when_somebody_says_so_and_the_page_speaks_english()
    {
        await using var page = await ListPage.OpenAsync(office, "en-GB");
        await page.ChooseAsync("broken.csv", TownHallList.BrokenCsv);
        await page.ReadAsync();
        Assert.Equal("en", await page.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains("ElbstraÃŸe", await page.Page.Locator("table.readings").InnerTextAsync(), StringComparison.Ordinal);

        await page.AnswerAsync("encoding", "yes");
        await page.LookAsync("kodierung");
        await page.PressAsync("Read again");
        await page.ReadAsync();
        Assert.Contains("Radweg an der Elbstraße", await page.Page.Locator("table.readings").InnerTextAsync(), StringComparison.Ordinal);
        page.AssertClean();
    }

    [Fact]
    public async Task Pages_are_served_strictly_and_hashed_parts_for_ever()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(office.Page.GetLeftPart(UriPartial.Authority)) };
        using var page = await GetAsync(http, "/addin/import.html", "br");
        var html = await http.GetStringAsync("/addin/import.html", TestContext.Current.CancellationToken);
        var script = html.Split('"').First(part => part.StartsWith("/addin/assets/import-", StringComparison.Ordinal) && part.EndsWith(".js", StringComparison.Ordinal));
        using var asset = await GetAsync(http, script, "gzip");
        using var config = await GetAsync(http, "/addin/config.json", "br");
        using var missing = await GetAsync(http, "/addin/assets/../../appsettings.json", "br");

        Assert.Equal("br", Assert.Single(page.Content.Headers.ContentEncoding));
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal($"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' {office.Api.GetLeftPart(UriPartial.Authority)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", policy);
        Assert.Equal(["nosniff", "no-referrer", "no-cache"], new[] { "X-Content-Type-Options", "Referrer-Policy", "Cache-Control" }.Select(name => Assert.Single(page.Headers.GetValues(name))));
        Assert.Equal("gzip", Assert.Single(asset.Content.Headers.ContentEncoding));
        Assert.Contains("immutable", asset.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal($$$"""{"api":"{{{office.Api}}}","signIn":{"kind":"local"}}""", await config.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_pages_of_configured_origins_may_read_the_api(bool isOurs)
    {
        using var http = new HttpClient { BaseAddress = office.Api };
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "api/concepts/insek-torgau/import");
        preflight.Headers.Add("Origin", isOurs ? office.Page.GetLeftPart(UriPartial.Authority) : "https://elsewhere.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization");

        using var answer = await http.SendAsync(preflight, TestContext.Current.CancellationToken);

        Assert.Equal(isOurs, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient http, string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private HttpClient Administrator() => new() { BaseAddress = office.Api, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", office.Token) } };

    private async Task<List<JsonElement>> MeasuresAsync(string title)
    {
        using var http = Administrator();
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
