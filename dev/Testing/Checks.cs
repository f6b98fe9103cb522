using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>What is checked besides the tests.</summary>
internal static class Checks
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <summary>Restores the whole solution, which checking the format of all projects needs; nothing is built.</summary>
    public static Task<string> RestoreAsync(Workspace workspace, CancellationToken cancellationToken) =>
        RunAsync(workspace, "restore", ["restore", workspace.SolutionPath], "Restoring the solution", cancellationToken);

    /// <exception cref="StepFailedException">Files are not formatted; the details name them.</exception>
    public static Task<string> FormatAsync(Workspace workspace, CancellationToken cancellationToken) =>
        RunAsync(
            workspace,
            "format",
            ["format", workspace.SolutionPath, "--verify-no-changes", "--no-restore"],
            "Checking the format (dotnet format mends it)",
            cancellationToken);

    private static async Task<string> RunAsync(
        Workspace workspace, string log, IReadOnlyList<string> arguments, string what, CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync(
            new Launch(Workspace.Dotnet, arguments, workspace.Root), workspace.Log(log), onLine: null, TimeLimit, cancellationToken);
        result.ThrowIfFailed(what);
        return string.Empty;
    }
}
