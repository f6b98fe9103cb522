using Insek.Office.Dev.Processes;

namespace Insek.Office.Dev.Testing;

/// <summary>A test that failed.</summary>
internal sealed record FailedTest(string Name, string Message, string StackTrace);

/// <summary>What the tests of one project came to.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Skipped">Tests that did not run, and said why.</param>
/// <param name="Failures">Tests that failed.</param>
/// <param name="Problem">Why the project failed as a whole, if it did; counts as one failure.</param>
internal sealed record TestOutcome(int Passed, int Skipped, IReadOnlyList<FailedTest> Failures, string? Problem)
{
    public int Failed => Failures.Count + (Problem is null ? 0 : 1);

    /// <summary>As in "12 passed, 1 failed, 2 skipped".</summary>
    public string Summary => $"{Passed} passed{(Failed > 0 ? $", {Failed} failed" : string.Empty)}{(Skipped > 0 ? $", {Skipped} skipped" : string.Empty)}";

    public static TestOutcome Broken(string problem) => new(0, 0, [], problem);

    /// <summary>Runs tests and judges them by the results they write; those of an earlier run are gone before.</summary>
    /// <param name="results">The file of the results.</param>
    /// <param name="run">Runs the tests; one that had to be stopped is a broken run.</param>
    /// <param name="read">Reads the results.</param>
    public static async Task<TestOutcome> OfAsync(string results, Func<Task<CommandResult>> run, Func<string, TestOutcome> read)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(results)!);
        File.Delete(results);
        try
        {
            return Judge(await run(), results, read);
        }
        catch (StepFailedException stopped)
        {
            return Broken(stopped.Message);
        }
    }

    /// <summary>A run counts only if it wrote its results, ran something, and its exit code tells the same story.</summary>
    private static TestOutcome Judge(CommandResult run, string results, Func<string, TestOutcome> read)
    {
        if (!File.Exists(results))
        {
            return Broken($"crashed with exit code {run.ExitCode}: {string.Join(Environment.NewLine, run.LastLines)}");
        }

        var outcome = read(results);
        var problem = outcome switch
        {
            { Passed: 0, Failures.Count: 0 } => "no test ran",
            { Failures.Count: 0 } when !run.Succeeded => $"exit code {run.ExitCode} although no test failed. Log: {run.LogPath}",
            _ => null,
        };
        return outcome with { Problem = problem };
    }
}
