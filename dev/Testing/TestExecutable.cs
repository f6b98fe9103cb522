using Insek.Office.Dev.Browser;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>Runs a built test project: its executable is its own test runner.</summary>
internal static class TestExecutable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(15);

    public static async Task<TestOutcome> RunAsync(
        Workspace workspace, TestProject project, string assembly, string? browser, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var results = workspace.Log($"test-{project.Name}") + ".trx";
        File.Delete(results);

        var finished = 0;
        var launch = new Launch(
            Workspace.Dotnet,
            ["exec", assembly, "-noLogo", "-noColor", "-noAutoReporters", "-reporter", "verbose", "-trx", results],
            Path.GetDirectoryName(assembly)!)
        {
            Environment = browser is null ? new Dictionary<string, string?>() : new() { [TestBrowser.Variable] = browser },
        };

        try
        {
            var run = await Command.RunAsync(
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
                cancellationToken);
            return Judge(run, results);
        }
        catch (StepFailedException stopped)
        {
            return TestOutcome.Broken(stopped.Message);
        }
    }

    /// <summary>A run counts only if it wrote its results, ran something, and its exit code tells the same story.</summary>
    private static TestOutcome Judge(CommandResult run, string results)
    {
        if (!File.Exists(results))
        {
            return TestOutcome.Broken($"crashed with exit code {run.ExitCode}: {string.Join(Environment.NewLine, run.LastLines)}");
        }

        var outcome = TrxFile.Read(results);
        var problem = outcome switch
        {
            { Passed: 0, Failures.Count: 0 } => "no test ran",
            { Failures.Count: 0 } when !run.Succeeded => $"exit code {run.ExitCode} although no test failed. Log: {run.LogPath}",
            _ => null,
        };
        return outcome with { Problem = problem };
    }
}
