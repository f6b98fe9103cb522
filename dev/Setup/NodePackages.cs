using System.Security.Cryptography;
using Insek.Office.Dev.Processes;

namespace Insek.Office.Dev.Setup;

/// <summary>The npm packages of the tools and of the add-in: installed anew only when a package-lock.json has changed.</summary>
internal static class NodePackages
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <returns>What was done.</returns>
    /// <exception cref="StepFailedException">The installation failed.</exception>
    public static Task<string> InstallAsync(Workspace workspace, IProgress<string> progress, CancellationToken cancellationToken) =>
        InstallAsync(workspace, workspace.Root, "npm-ci", progress, cancellationToken);

    /// <param name="workspace">The checkout.</param>
    /// <param name="folder">Where the package.json is.</param>
    /// <param name="log">The name of the log.</param>
    /// <param name="progress">Told what npm says.</param>
    /// <param name="cancellationToken">Stops npm.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="StepFailedException">The installation failed.</exception>
    public static async Task<string> InstallAsync(Workspace workspace, string folder, string log, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var modules = new DirectoryInfo(Path.Combine(folder, "node_modules"));
        if (modules.LinkTarget is not null)
        {
            // Work trees may share one installation; it is not ours to replace.
            return "linked, left as it is";
        }

        var stamp = Path.Combine(modules.FullName, ".insek-lock");
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellationToken)));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
        {
            return "up to date";
        }

        progress.Report("npm ci");
        var result = await Command.RunAsync(Npm(folder, "ci", "--no-audit", "--no-fund"), workspace.Log(log), line => progress.Report(line), TimeLimit, cancellationToken);
        result.ThrowIfFailed("npm ci");
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
        return "installed";
    }

    /// <summary>A call of npm. On Windows npm is a script, which only a shell can start.</summary>
    public static Launch Npm(string folder, params string[] arguments) => OperatingSystem.IsWindows()
        ? new Launch("cmd.exe", ["/d", "/c", "npm", .. arguments], folder)
        : new Launch("npm", arguments, folder);
}
