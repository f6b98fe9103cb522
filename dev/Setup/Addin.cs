using System.Security.Cryptography;
using System.Text;
using Insek.Office.Dev.Processes;

namespace Insek.Office.Dev.Setup;

/// <summary>The pages of the add-in: packages of its own, built anew only when a source has changed.</summary>
internal static class Addin
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    public static string FolderIn(Workspace workspace) => Path.Combine(workspace.Root, "addin");

    /// <summary>Installs and builds; the bot's build takes what lies in <c>addin/dist</c> afterwards.</summary>
    /// <returns>What was done.</returns>
    /// <exception cref="StepFailedException">npm failed, or a page is larger than its budget.</exception>
    public static async Task<string> BuildAsync(Workspace workspace, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var folder = FolderIn(workspace);
        await NodePackages.InstallAsync(workspace, folder, "npm-ci-addin", progress, cancellationToken);

        var stamp = Path.Combine(folder, "dist", ".vite", "insek-sources");
        var wanted = Sources(folder);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
        {
            return "up to date";
        }

        progress.Report("vite build");
        var result = await RunAsync(workspace, "build", "build-addin", cancellationToken);
        result.ThrowIfFailed("The build of the add-in");
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
        return "built";
    }

    /// <summary>Runs one of the scripts of its package.json.</summary>
    public static Task<CommandResult> RunAsync(Workspace workspace, string script, string log, CancellationToken cancellationToken, params string[] arguments) =>
        Command.RunAsync(NodePackages.Npm(FolderIn(workspace), ["run", "--silent", script, .. arguments]), workspace.Log(log), onLine: null, TimeLimit, cancellationToken);

    private static string Sources(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sources = Directory.EnumerateFiles(folder)
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "src"), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "scripts")))
            .Order(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, source)));
            hash.AppendData(File.ReadAllBytes(source));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
