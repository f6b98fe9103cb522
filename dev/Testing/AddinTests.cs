using System.Text.Json;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>What is checked of the add-in: its types, its rules of style, its tests.</summary>
internal static class AddinTests
{
    public const string Name = "addin";

    /// <exception cref="StepFailedException">The compiler complains.</exception>
    public static Task<string> TypesAsync(Workspace workspace, CancellationToken cancellationToken) => CheckAsync(workspace, "check", "The type check of the add-in", cancellationToken);

    /// <exception cref="StepFailedException">A rule is broken.</exception>
    public static Task<string> LintAsync(Workspace workspace, CancellationToken cancellationToken) => CheckAsync(workspace, "lint", "ESLint", cancellationToken);

    public static async Task<TestOutcome> RunAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var results = workspace.Log($"test-{Name}") + ".json";
        File.Delete(results);
        try
        {
            var run = await Addin.RunAsync(workspace, "test", $"test-{Name}", cancellationToken, "--", "--reporter=default", "--reporter=json", $"--outputFile.json={results}");
            return Judge(run, results);
        }
        catch (StepFailedException stopped)
        {
            return TestOutcome.Broken(stopped.Message);
        }
    }

    private static async Task<string> CheckAsync(Workspace workspace, string script, string what, CancellationToken cancellationToken)
    {
        var result = await Addin.RunAsync(workspace, script, $"{script}-{Name}", cancellationToken);
        result.ThrowIfFailed(what);
        return string.Empty;
    }

    /// <summary>As with the other tests, a run counts only if it wrote its results, ran something, and its exit code tells the same story.</summary>
    private static TestOutcome Judge(CommandResult run, string results)
    {
        if (!File.Exists(results))
        {
            return TestOutcome.Broken($"crashed with exit code {run.ExitCode}: {string.Join(Environment.NewLine, run.LastLines)}");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(results));
        var tests = document.RootElement.GetProperty("testResults").EnumerateArray().SelectMany(file => file.GetProperty("assertionResults").EnumerateArray()).ToLookup(test => test.GetProperty("status").GetString());
        var failures = tests["failed"].Select(test => new FailedTest(
            test.GetProperty("fullName").GetString()!,
            string.Join(Environment.NewLine, test.GetProperty("failureMessages").EnumerateArray().Select(message => message.GetString())),
            string.Empty)).ToList();
        var passed = tests["passed"].Count();
        var problem = passed + failures.Count == 0 ? "no test ran"
            : failures.Count == 0 && !run.Succeeded ? $"exit code {run.ExitCode} although no test failed. Log: {run.LogPath}"
            : null;
        return new TestOutcome(passed, tests.Where(group => group.Key is not ("passed" or "failed")).Sum(group => group.Count()), failures, problem);
    }
}
