using System.Text;
using System.Text.RegularExpressions;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Rendering;

/// <summary>Opens a whole concept in the one word processor there is for every platform. Runs where LibreOffice is installed.</summary>
public sealed partial class LibreOfficeTests
{
    public static TheoryData<string> Installed => LibreOffice.Path is { } path ? [path] : [];

    [TheoryWithData]
    [MemberData(nameof(Installed))]
    public async Task The_concept_opens_with_every_page_and_text(string office)
    {
        using var opened = await LibreOffice.OpenAsync(office, Rendered.Docx(Given.Concept()));

        var (pdf, text) = (Encoding.Latin1.GetString(await opened.ToPdfAsync()), await opened.ToTextAsync());

        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.InRange(Page().Count(pdf), 10, 100);
        Assert.Contains("Integriertes Stadtentwicklungskonzept Torgau 2035+", text, StringComparison.Ordinal);
        Assert.Contains("Tabelle 17: Ziele und Maßnahmen: Finanzen/Verwaltung (Stand: 22.11.2026)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SEQ Tabelle", text, StringComparison.Ordinal);
        Assert.Contains("Barrierefreie Wege zwischen Bahnhof, Markt und Schloss Hartenfels", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Page();
}
