using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Browser;

/// <summary>
/// The browser Playwright downloads. Its installer lies in the output of every test project that uses the package and
/// is called there directly: the script meant for people needs PowerShell.
/// </summary>
internal static class PlaywrightBrowser
{
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(10);

    /// <summary>A download that says nothing for so long is not going to end; its usual progress is a line every few seconds.</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(60);

    private static readonly string[] Executables = ["chrome", "chrome.exe", "Chromium", "Google Chrome for Testing"];

    /// <returns>The path of the executable, or <see langword="null"/> when it could not be had.</returns>
    public static async Task<string?> ObtainAsync(
        Workspace workspace, IEnumerable<string> testFolders, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var installer = testFolders.Select(folder => Path.Combine(folder, ".playwright", "package", "cli.js")).FirstOrDefault(File.Exists);
        if (installer is null)
        {
            return null;
        }

        var folder = await FolderAsync(workspace, installer, cancellationToken);
        if (Executable(folder) is { } present)
        {
            return present;
        }

        progress.Report("downloading Playwright's");
        return await DownloadAsync(workspace, installer, progress, cancellationToken) ? Executable(folder) : null;
    }

    private static async Task<string?> FolderAsync(Workspace workspace, string installer, CancellationToken cancellationToken)
    {
        const string Label = "Install location:";
        var lines = new List<string>();
        await Command.RunAsync(
            new Launch("node", [installer, "install", "--dry-run", "--no-shell", "chromium"], workspace.Root),
            workspace.Log("playwright-ask"),
            line =>
            {
                lock (lines)
                {
                    lines.Add(line.Trim());
                }
            },
            AskLimit,
            cancellationToken);
        return lines.Find(line => line.StartsWith(Label, StringComparison.Ordinal))?[Label.Length..].Trim();
    }

    private static async Task<bool> DownloadAsync(Workspace workspace, string installer, IProgress<string> progress, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(SilenceLimit);
        try
        {
            var result = await Command.RunAsync(
                new Launch("node", [installer, "install", "--no-shell", "chromium"], workspace.Root),
                workspace.Log("playwright-install"),
                line =>
                {
                    silence.CancelAfter(SilenceLimit);
                    progress.Report(line);
                },
                DownloadLimit,
                silence.Token);
            return result.Succeeded;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string? Executable(string? folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).FirstOrDefault(file => Executables.Contains(Path.GetFileName(file)))
        : null;
}
