using Insek.Office.Dev.Terminal;

namespace Insek.Office.Dev.Setup;

/// <summary>Everything that has to be in place before something is started; one run at a time per checkout.</summary>
internal static class Preparation
{
    /// <summary>
    /// Checks the tools, installs packages and builds the functions, or takes those built last. They run from a copy, made in the folder
    /// <paramref name="into"/>, so that the next build does not meet files in use.
    /// </summary>
    /// <exception cref="StepFailedException">A step failed.</exception>
    /// <returns>The assembly to run.</returns>
    public static async Task<string> FunctionsAsync(Workspace workspace, string into, bool build, Screen screen, CancellationToken cancellationToken)
    {
        using var alone = await AloneAsync(workspace, screen, cancellationToken);
        await ToolsAsync(workspace, screen, cancellationToken);

        var assembly = string.Empty;
        await screen.StepAsync(build ? "Build functions" : "Find functions", async _ =>
        {
            var project = Path.Combine(workspace.Root, "functions", "Insek.Office.Functions.csproj");
            var built = await (build ? DotnetBuild.RunQuicklyAsync(workspace, project, cancellationToken) : DotnetBuild.FindAsync(workspace, project, cancellationToken));
            CopyFolder(Path.GetDirectoryName(built)!, into);
            assembly = Path.Combine(into, Path.GetFileName(built));
            return string.Empty;
        });
        return assembly;
    }

    public static async Task ToolsAsync(Workspace workspace, Screen screen, CancellationToken cancellationToken)
    {
        await screen.StepAsync("Check tools", _ => Toolchain.CheckAsync(workspace, cancellationToken));
        await screen.StepAsync("npm packages", progress => NodePackages.InstallAsync(workspace, progress, cancellationToken));
    }

    public static Task<FileLock> AloneAsync(Workspace workspace, Screen screen, CancellationToken cancellationToken) =>
        FileLock.WaitAsync(workspace.SetupLock, () => screen.Note("Waiting", "another run is setting up this checkout"), cancellationToken);

    private static void CopyFolder(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
