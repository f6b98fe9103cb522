using Insek.Office.Dev.Processes;

namespace Insek.Office.Dev.Setup;

/// <summary>
/// Builds single projects, never the solution: that holds this very program, and a running executable cannot be
/// overwritten on Windows.
/// </summary>
internal static class DotnetBuild
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <summary>Builds a project.</summary>
    /// <returns>The path of the assembly.</returns>
    /// <exception cref="StepFailedException">The build failed; the details are the compiler's errors.</exception>
    public static Task<string> RunAsync(Workspace workspace, string project, CancellationToken cancellationToken) =>
        RunAsync(workspace, project, ["-target:Build"], "could not be built", cancellationToken);

    /// <summary>Builds a project to run it and no more: judging the code is what <c>test</c> does, and takes most of a build's time.</summary>
    /// <returns>The path of the assembly.</returns>
    /// <exception cref="StepFailedException">The build failed; the details are the compiler's errors.</exception>
    public static Task<string> RunQuicklyAsync(Workspace workspace, string project, CancellationToken cancellationToken) =>
        RunAsync(workspace, project, ["-target:Build", "-p:RunAnalyzers=false"], "could not be built", cancellationToken);

    /// <summary>Finds what the last build of a project left.</summary>
    /// <returns>The path of the assembly.</returns>
    /// <exception cref="StepFailedException">The project was never built.</exception>
    public static Task<string> FindAsync(Workspace workspace, string project, CancellationToken cancellationToken) =>
        RunAsync(workspace, project, ["--no-restore"], "has not been built yet", cancellationToken);

    private static async Task<string> RunAsync(
        Workspace workspace, string project, string[] arguments, string complaint, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var output = new List<string>();

        // Asked for a property, the build prints nothing but its value and the errors; without a target it does nothing else.
        var launch = new Launch(
            Workspace.Dotnet,
            ["build", project, "--configuration", Workspace.Configuration, .. arguments, "-getProperty:TargetPath"],
            workspace.Root);
        var result = await Command.RunAsync(
            launch,
            workspace.Log($"build-{name}"),
            line =>
            {
                lock (output)
                {
                    output.Add(line.Trim());
                }
            },
            TimeLimit,
            cancellationToken);

        if (result.Succeeded && output.FindLast(File.Exists) is { } assembly)
        {
            return assembly;
        }

        var errors = output.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
        throw new StepFailedException($"{name} {complaint}. Log: {result.LogPath}", errors.Count > 0 ? errors : result.LastLines);
    }
}
