using Insek.Office.Dev.Terminal;

namespace Insek.Office.Dev.Setup;

/// <summary>A program of the product: its folder, in the checkout as in a run's copies, and its project there.</summary>
internal sealed record BuiltProgram(string Folder, string Project)
{
    public static BuiltProgram Functions { get; } = new("functions", "Insek.Office.Functions.csproj");

    public static BuiltProgram Bot { get; } = new("bot", "Insek.Office.Bot.csproj");
}

/// <summary>Everything that has to be in place before something is started; one run at a time per checkout.</summary>
internal static class Preparation
{
    /// <summary>
    /// Checks the tools, installs packages and builds programs, or takes those built last. They run from copies, made in folders below
    /// <paramref name="into"/>, so that the next build does not meet files in use.
    /// </summary>
    /// <exception cref="StepFailedException">A step failed.</exception>
    /// <returns>The assemblies to run, in the order of the programs.</returns>
    public static async Task<IReadOnlyList<string>> ProgramsAsync(
        Workspace workspace, IReadOnlyList<BuiltProgram> programs, string into, bool build, Screen screen, CancellationToken cancellationToken)
    {
        using var alone = await AloneAsync(workspace, screen, cancellationToken);
        await ToolsAsync(workspace, screen, cancellationToken);

        if (build && programs.Contains(BuiltProgram.Bot))
        {
            // Before the bot, whose build takes the pages along.
            await AddinAsync(workspace, screen, cancellationToken);
        }

        var assemblies = new List<string>();
        foreach (var program in programs)
        {
            await screen.StepAsync($"{(build ? "Build" : "Find")} {program.Folder}", async _ =>
            {
                var project = Path.Combine(workspace.Root, program.Folder, program.Project);
                var built = await (build ? DotnetBuild.RunQuicklyAsync(workspace, project, cancellationToken) : DotnetBuild.FindAsync(workspace, project, cancellationToken));
                var copy = Path.Combine(into, program.Folder);
                CopyFolder(Path.GetDirectoryName(built)!, copy);
                assemblies.Add(Path.Combine(copy, Path.GetFileName(built)));
                return string.Empty;
            });
        }

        return assemblies;
    }

    public static async Task ToolsAsync(Workspace workspace, Screen screen, CancellationToken cancellationToken)
    {
        await screen.StepAsync("Check tools", _ => Toolchain.CheckAsync(workspace, cancellationToken));
        await screen.StepAsync("npm packages", progress => NodePackages.InstallAsync(workspace, progress, cancellationToken));
    }

    /// <summary>Builds the pages that the bot serves.</summary>
    public static Task AddinAsync(Workspace workspace, Screen screen, CancellationToken cancellationToken) =>
        screen.StepAsync("Build addin", progress => Addin.BuildAsync(workspace, progress, cancellationToken));

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
