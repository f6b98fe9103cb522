using Insek.Office.Dev.Browser;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>Runs a built test project: its executable is its own test runner.</summary>
internal static class TestExecutable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(40);

    public static Task<TestOutcome> RunAsync(
        Workspace workspace, TestProject project, string assembly, string? browser, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var results = workspace.Log($"test-{project.Name}") + ".trx";
        var finished = 0;
        var launch = new Launch(
            Workspace.Dotnet,
            ["exec", assembly, "-noLogo", "-noColor", "-noAutoReporters", "-reporter", "verbose", "-trx", results],
            Path.GetDirectoryName(assembly)!)
        {
            Environment = browser is null ? new Dictionary<string, string?>() : new() { [TestBrowser.Variable] = browser },
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
