using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>A document as the fake of Word saves it, looked at by programs that know nothing of the fake.</summary>
internal sealed partial class SavedDocument(byte[] bytes)
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);

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
        if (Office() is not { } office)
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("insek-word-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "entwurf.docx"), bytes, TestContext.Current.CancellationToken);
            var pdf = await ConvertAsync(office, folder, "pdf", "pdf");
            var text = Encoding.UTF8.GetString(await ConvertAsync(office, folder, "txt:Text (encoded):UTF8", "txt"));
            Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
            Assert.All(texts, expected => Assert.Contains(expected, text, StringComparison.Ordinal));
            await File.WriteAllBytesAsync(kept, pdf, TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<byte[]> ConvertAsync(string office, string folder, string format, string extension)
    {
        // A profile of its own: LibreOffice otherwise hands the work to an instance a developer may have open.
        using var process = Process.Start(new ProcessStartInfo(office, [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", format, "entwurf.docx"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).WaitAsync(_limit, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var path = Path.Combine(folder, $"entwurf.{extension}");
        Assert.True(File.Exists(path), string.Join('\n', output));
        return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }

    private static string? Office()
    {
        string[] names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/Applications/LibreOffice.app/Contents/MacOS")
            .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LibreOffice", "program"));
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^customXml/item\d+\.xml$", RegexOptions.None, 1000)]
    private static partial Regex CustomXml();
}
