using System.Diagnostics;
using System.Text;
using Xunit;

namespace Insek.Office.Testing;

/// <summary>A .docx opened in the one word processor there is for every platform.</summary>
public sealed class LibreOffice : IDisposable
{
    private const string Variable = "INSEK_LIBREOFFICE";
    private const string Name = "entwurf";

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("insek-");
    private readonly string _office;

    private LibreOffice(string office) => _office = office;

    /// <summary>The LibreOffice that the test command found; null where it found none, which it says.</summary>
    public static string? Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    /// <summary>Takes a file to open.</summary>
    /// <param name="office">The path of LibreOffice.</param>
    /// <param name="docx">The file.</param>
    public static async Task<LibreOffice> OpenAsync(string office, byte[] docx)
    {
        var opened = new LibreOffice(office);
        await File.WriteAllBytesAsync(opened.Place("docx"), docx, TestContext.Current.CancellationToken);
        return opened;
    }

    /// <summary>The file as PDF.</summary>
    public Task<byte[]> ToPdfAsync() => ConvertAsync("pdf", "pdf");

    /// <summary>What there is to read.</summary>
    public async Task<string> ToTextAsync() => Encoding.UTF8.GetString(await ConvertAsync("txt:Text (encoded):UTF8", "txt"));

    /// <summary>Deletes what it was opened with.</summary>
    public void Dispose() => _folder.Delete(recursive: true);

    private string Place(string extension) => System.IO.Path.Combine(_folder.FullName, $"{Name}.{extension}");

    private async Task<byte[]> ConvertAsync(string format, string extension)
    {
        // A profile of its own: LibreOffice otherwise hands the work to an instance a developer may have open.
        using var process = Process.Start(new ProcessStartInfo(_office, [$"-env:UserInstallation={new Uri(System.IO.Path.Combine(_folder.FullName, "profile"))}", "--headless", "--convert-to", format, $"{Name}.docx"])
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(_limit);
        try
        {
            var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);

            // It answers 0 even where it could not write.
            return process.ExitCode == 0 && File.Exists(Place(extension))
                ? await File.ReadAllBytesAsync(Place(extension), limit.Token)
                : throw new InvalidOperationException($"LibreOffice made no {extension}: {string.Join('\n', output)}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
