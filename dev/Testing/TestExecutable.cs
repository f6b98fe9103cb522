using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>Runs a built test project: its executable is its own test runner. The programs that tests drive are named in its environment.</summary>
internal static class TestExecutable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(40);

    public static Task<TestOutcome> RunAsync(
        Workspace workspace, TestProject project, string assembly, IReadOnlyDictionary<string, string?> programs, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var results = workspace.Log($"test-{project.Name}") + ".trx";
        var finished = 0;
        var launch = new Launch(
            Workspace.Dotnet,
            ["exec", assembly, "-noLogo", "-noColor", "-noAutoReporters", "-reporter", "verbose", "-trx", results],
            Path.GetDirectoryName(assembly)!)
        {
            Environment = programs,
        };

        return TestOutcome.OfAsync(
            results,
            () => Command.RunAsync(
                launch,
                workspace.Log($"test-{project.Name}"),
                line =>
                {
                    if (line.Contains(" [FINISHED]", StringComparison.Ordinal))
                    {
                        progress.Report($"{Interlocked.Increment(ref finished)} tests");
                    }
                },
                TimeLimit,
                cancellationToken),
            TrxFile.Read);
    }
}
