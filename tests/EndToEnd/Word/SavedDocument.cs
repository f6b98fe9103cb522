using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Insek.Office.Testing;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>A document as the fake of Word saves it, looked at by programs that know nothing of the fake.</summary>
internal sealed partial class SavedDocument(byte[] bytes)
{
    public byte[] Bytes => bytes;

    /// <summary>What Microsoft's validator finds.</summary>
    public void AssertValid()
    {
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var found = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(found.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    /// <summary>Text and data of the document: what must be the same where nothing was changed.</summary>
    public IReadOnlyDictionary<string, string> Content()
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.Where(entry => entry.FullName is "word/document.xml" || CustomXml().IsMatch(entry.FullName)).ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);
    }

    /// <summary>LibreOffice, where it is installed, opens it and shows these texts; what it made of it is kept beside the pictures.</summary>
    public async Task AssertOpensAsync(string kept, params string[] texts)
    {
        if (LibreOffice.Path is not { } office)
        {
            return;
        }

        using var opened = await LibreOffice.OpenAsync(office, bytes);
        var pdf = await opened.ToPdfAsync();
        var text = await opened.ToTextAsync();
        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
        Assert.All(texts, expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        await File.WriteAllBytesAsync(kept, pdf, TestContext.Current.CancellationToken);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^customXml/item\d+\.xml$", RegexOptions.None, 1000)]
    private static partial Regex CustomXml();
}
