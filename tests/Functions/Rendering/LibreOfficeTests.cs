using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Insek.Office.Functions.Tests.Rendering;

/// <summary>Opens a whole concept in the one word processor there is for every platform. Runs where LibreOffice is installed.</summary>
public sealed partial class LibreOfficeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("insek-");

    /// <summary>The LibreOffice of this machine: on the path, else where its installers put it.</summary>
    public static TheoryData<string> Offices
    {
        get
        {
            string[] names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Append("/Applications/LibreOffice.app/Contents/MacOS")
                .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LibreOffice", "program"));
            return [.. folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).Where(File.Exists).Take(1)];
        }
    }

    [TheoryWithData]
    [MemberData(nameof(Offices))]
    public async Task The_concept_opens_with_every_page_and_text(string office)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "konzept.docx"), Rendered.Docx(Given.Concept()), TestContext.Current.CancellationToken);

        var pdf = Encoding.Latin1.GetString(await ConvertAsync(office, "pdf"));
        var text = Encoding.UTF8.GetString(await ConvertAsync(office, "txt:Text (encoded):UTF8", "txt"));

        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.InRange(Page().Count(pdf), 10, 100);
        Assert.Contains("Integriertes Stadtentwicklungskonzept Torgau 2035+", text, StringComparison.Ordinal);
        Assert.Contains("Tabelle 17: Ziele und Maßnahmen: Finanzen/Verwaltung (Stand: 22.11.2026)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SEQ Tabelle", text, StringComparison.Ordinal);
        Assert.Contains("Barrierefreie Wege zwischen Bahnhof, Markt und Schloss Hartenfels", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Page();

    private async Task<byte[]> ConvertAsync(string office, string format, string? extension = null)
    {
        var start = new ProcessStartInfo(office) { WorkingDirectory = _folder.FullName, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

        // A profile of its own: LibreOffice otherwise hands the work to an instance a developer may have open.
        foreach (var argument in (string[])[$"-env:UserInstallation={new Uri(Path.Combine(_folder.FullName, "profile"))}", "--headless", "--convert-to", format, "konzept.docx"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start);
        Assert.NotNull(process);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);

        Assert.True(process.ExitCode == 0, string.Join('\n', output));
        return await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, $"konzept.{extension ?? format}"), limit.Token);
    }
}
