using System.IO.Compression;

namespace Insek.Office.EndToEnd.Tests;

[Collection(nameof(DemoOutput))]
public sealed class DemoTests(DemoOutput demo)
{
    private static readonly string[] Sectors = ["verkehr", "bildung", "staedtebau", "umwelt", "kultur", "sport", "finanzen", "wirtschaft"];

    [Fact]
    public void Demo_imports_shows_and_writes_every_document_and_leaves_nothing_running()
    {
        var result = demo.Result;

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.Contains("Import report: concept.json", result.Output, StringComparison.Ordinal);
        var expected =
            from sector in Sectors
            from definition in (string[])["sector-summary", "sector-measures"]
            from ending in (string[])["json", "csv", "html", "xml", "docx"]
            select $"{definition}-{sector}.{ending}";
        Assert.Equal(
            expected.Append("INSEK-Torgau.docx").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(demo.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.EnumerateFiles(demo.Folder, "*.docx"), AssertHoldsDocument);
        Assert.Contains("Functions stopped", result.Output, StringComparison.Ordinal);
        Assert.Contains("Azurite stopped", result.Output, StringComparison.Ordinal);
    }

    private static void AssertHoldsDocument(string path)
    {
        using var package = ZipFile.OpenRead(path);
        Assert.NotNull(package.GetEntry("word/document.xml"));
    }
}
