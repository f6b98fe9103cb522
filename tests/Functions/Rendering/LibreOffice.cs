using System.Diagnostics;
using System.Text;

namespace Insek.Office.Functions.Tests.Rendering;

/// <summary>A .docx opened in the one word processor there is for every platform.</summary>
internal sealed class LibreOffice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("insek-");
    private readonly string _office;

    private LibreOffice(string office) => _office = office;

    /// <summary>The LibreOffice of this machine: on the path, else where its installers put it.</summary>
    public static TheoryData<string> Installed
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

    /// <summary>Takes a file to open.</summary>
    public static async Task<LibreOffice> OpenAsync(string office, byte[] docx)
    {
        var opened = new LibreOffice(office);
        await File.WriteAllBytesAsync(Path.Combine(opened._folder.FullName, "konzept.docx"), docx, TestContext.Current.CancellationToken);
        return opened;
    }

    /// <summary>The file as PDF, one character per byte.</summary>
    public async Task<string> ToPdfAsync() => Encoding.Latin1.GetString(await ConvertAsync("pdf"));

    /// <summary>What there is to read.</summary>
    public async Task<string> ToTextAsync() => Encoding.UTF8.GetString(await ConvertAsync("txt:Text (encoded):UTF8", "txt"));

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<byte[]> ConvertAsync(string format, string? extension = null)
    {
        var start = new ProcessStartInfo(_office) { WorkingDirectory = _folder.FullName, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

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
