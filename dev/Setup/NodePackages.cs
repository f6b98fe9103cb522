using System.Security.Cryptography;
using Insek.Office.Dev.Processes;

namespace Insek.Office.Dev.Setup;

/// <summary>The npm packages of the repository: installed anew only when package-lock.json has changed.</summary>
internal static class NodePackages
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <returns>What was done.</returns>
    /// <exception cref="StepFailedException">The installation failed.</exception>
    public static async Task<string> InstallAsync(Workspace workspace, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var modules = new DirectoryInfo(Path.Combine(workspace.Root, "node_modules"));
        if (modules.LinkTarget is not null)
        {
            // Work trees may share one installation; it is not ours to replace.
            return "linked, left as it is";
        }

        var stamp = Path.Combine(modules.FullName, ".insek-lock");
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(workspace.Root, "package-lock.json"), cancellationToken)));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
        {
            return "up to date";
        }

        progress.Report("npm ci");
        string[] arguments = ["ci", "--no-audit", "--no-fund"];

        // On Windows npm is a script, which only a shell can start.
        var npm = OperatingSystem.IsWindows()
            ? new Launch("cmd.exe", ["/d", "/c", "npm", .. arguments], workspace.Root)
            : new Launch("npm", arguments, workspace.Root);
        var result = await Command.RunAsync(npm, workspace.Log("npm-ci"), line => progress.Report(line), TimeLimit, cancellationToken);
        result.ThrowIfFailed("npm ci");
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
        return "installed";
    }
}
