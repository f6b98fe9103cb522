using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>The pane where there is no Word: a table is looked at, copied, downloaded, and a file is checked.</summary>
[Collection(nameof(PaneOffice))]
public sealed partial class ViewerTests(PaneOffice office)
{
    private const string Table = "Ziele und Maßnahmen";

    [Fact]
    public async Task A_table_is_chosen_seen_copied_and_downloaded_by_keyboard()
    {
        await using var page = await PanePage.OpenAsync(office);
        Assert.DoesNotContain("token", page.Page.Url, StringComparison.Ordinal);
        await page.LookAsync("anfang");
        Assert.Equal("true", await page.Button("Kopieren").GetAttributeAsync("aria-disabled"));

        await page.ChooseAsync(Table);
        await page.SaysAsync("Vorschau:");
        await page.LookAsync("vorschau");
        Assert.Equal(["Handlungsorientiertes Ziel", "Allgemeine Maßnahmen", "Plangebietsspezifische Maßnahmen"], await page.Page.Locator("#preview thead th").AllInnerTextsAsync());
        Assert.Equal(9, await page.Page.Locator("#preview tbody tr").CountAsync());

        await page.PressAsync("Kopieren");
        await page.SaysAsync("Zwischenablage");
        var copied = await page.ClipboardAsync(new Uri(office.Api, "api/health"));
        Assert.Contains("border", copied[0], StringComparison.Ordinal);
        Assert.Equal(11, copied[1].Split('\n').Length);

        foreach (var (button, ending) in ((string, string)[])[("Als Word-Datei (.docx)", "docx"), ("Als CSV (.csv)", "csv"), ("Als HTML (.html)", "html")])
        {
            var download = await page.Page.RunAndWaitForDownloadAsync(() => page.PressAsync(button));
            Assert.Equal($"Ziele und Maßnahmen Verkehr Technische Infrastruktur.{ending}", download.SuggestedFilename);
            Assert.True(new FileInfo((await download.PathAsync())!).Length > 500);
            if (ending == "docx")
            {
                Assert.Contains("insek:1:", await TextOfAsync((await download.PathAsync())!), StringComparison.Ordinal);
            }
        }

        // Nobody is asked but this machine, and Microsoft for Office.js.
        Assert.All(page.Asked, host => Assert.True(host is "localhost" or "127.0.0.1" or "appsforoffice.microsoft.com", host));
        page.AssertClean();
    }

    [Fact]
    public async Task What_was_chosen_is_there_the_next_time_and_the_page_speaks_english_in_the_dark()
    {
        await using var page = await PanePage.OpenAsync(office, "en-GB", ColorScheme.Dark);
        Assert.Equal("en", await page.Page.Locator("html").GetAttributeAsync("lang"));
        await page.ChooseAsync("Goals and measures");
        await page.SaysAsync("Preview:");
        await page.LookAsync("dunkel");

        await page.Page.ReloadAsync();
        await page.Page.Locator("#preview table").WaitForAsync();
        Assert.Equal("sector-measures", await page.Page.Locator("#definition").InputValueAsync());
        Assert.Equal("verkehr", await page.Page.Locator("#parameters select").First.InputValueAsync());
        page.AssertClean();
    }

    [Fact]
    public async Task A_file_shows_the_states_of_its_tables()
    {
        await using var page = await PanePage.OpenAsync(office);
        var file = await TableAsync("sector-measures.docx?sector=verkehr");
        await page.NextTabAsync();
        await page.LookAsync("datei-anfang");

        await page.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "Entwurf 4.docx", MimeType = "application/octet-stream", Buffer = file });
        await page.Page.GetByRole(AriaRole.Heading, new() { Name = "Tabellen in „Entwurf 4.docx“" }).WaitForAsync();
        await page.LookAsync("datei-aktuell");
        Assert.Equal("current", await page.Page.Locator(".tables > li").GetAttributeAsync("class"));
        Assert.Equal(0, await page.Button("Aktualisiert herunterladen").CountAsync());

        await page.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "Entwurf 3.docx", MimeType = "application/octet-stream", Buffer = Outdated(file) });
        await page.Page.GetByRole(AriaRole.Heading, new() { Name = "Tabellen in „Entwurf 3.docx“" }).WaitForAsync();
        await page.LookAsync("datei-veraltet");
        Assert.Equal("outdated", await page.Page.Locator(".tables > li").GetAttributeAsync("class"));
        var refreshed = await page.Page.RunAndWaitForDownloadAsync(() => page.PressAsync("Aktualisiert herunterladen"));
        Assert.Equal("Entwurf 3 (aktualisiert).docx", refreshed.SuggestedFilename);
        Assert.Contains("<w:ins ", await TextOfAsync((await refreshed.PathAsync())!), StringComparison.Ordinal);

        await page.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "Entwurf.docx", MimeType = "application/octet-stream", Buffer = "PK nothing"u8.ToArray() });
        await page.Page.Locator("#problem fluent-message-bar:focus").Filter(new() { HasText = "keine Word-Datei" }).WaitForAsync();
        await page.LookAsync("datei-keine");
        page.AssertClean();
    }

    [Fact]
    public async Task Without_the_service_the_page_says_so_and_goes_on_when_it_is_back()
    {
        await using var page = await PanePage.OpenAsync(office);
        await page.Page.RouteAsync("**/api/**", route => route.AbortAsync());
        await page.TabToAsync(page.Page.Locator("#definition"));
        await page.Page.Keyboard.TypeAsync("Frist");
        var problem = page.Page.Locator("#problem fluent-message-bar:focus").Filter(new() { HasText = "nicht erreichbar" });
        await problem.WaitForAsync();
        await page.LookAsync("dienst-weg");

        await page.Page.UnrouteAllAsync();
        await page.PressAsync("Erneut versuchen");
        await page.Page.Locator("#preview table").WaitForAsync();
        Assert.Equal(0, await problem.CountAsync());
        page.AssertClean();
    }

    private async Task<byte[]> TableAsync(string table)
    {
        using var http = new HttpClient { BaseAddress = office.Api };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", office.Token);
        return await http.GetByteArrayAsync(new Uri($"api/concepts/insek-torgau/tables/{table}", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    /// <summary>The file as if a goal had read otherwise when it was inserted: in the text and in what the document says about it.</summary>
    private static byte[] Outdated(byte[] file)
    {
        using var buffer = new MemoryStream();
        buffer.Write(file);
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            var record = zip.Entries.Single(entry => entry.FullName.StartsWith("customXml/item", StringComparison.Ordinal) && !entry.FullName.Contains("Props", StringComparison.Ordinal));
            var goal = FirstItem().Match(Read(record)).Groups["text"].Value;
            Rewrite(record, text => Hash().Replace(text.Replace($">{goal}<", ">1. Ein altes Ziel<", StringComparison.Ordinal), $"hash=\"{new string('0', 64)}\""));
            Rewrite(zip.GetEntry("word/document.xml")!, text => text.Replace($">{goal}<", ">1. Ein altes Ziel<", StringComparison.Ordinal));
        }

        return buffer.ToArray();
    }

    private static void Rewrite(ZipArchiveEntry entry, Func<string, string> change)
    {
        var text = change(Read(entry));
        using var stream = entry.Open();
        stream.SetLength(0);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static async Task<string> TextOfAsync(string path)
    {
        await using var zip = await ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<item [^>]*>(?<text>[^<]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstItem();

    [GeneratedRegex("hash=\"[0-9a-f]+\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();
}
