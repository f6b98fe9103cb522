using System.Text.Json;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>The tests of the app's manifests, which also check the manifests themselves; offline.</summary>
internal static class ManifestTests
{
    public const string Name = "manifest";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    public static async Task<TestOutcome> RunAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(workspace.Root, "manifest");
        var results = workspace.Log($"test-{Name}") + ".json";
        Directory.CreateDirectory(Path.GetDirectoryName(results)!);
        File.Delete(results);
        var tests = Directory.EnumerateFiles(Path.Combine(folder, "tests"), "*.test.mjs").Order(StringComparer.Ordinal);
        var reporter = new Uri(Path.Combine(folder, "scripts", "reporter.mjs")).AbsoluteUri;
        try
        {
            var run = await Command.RunAsync(
                new Launch("node", ["--test", $"--test-reporter={reporter}", $"--test-reporter-destination={results}", .. tests], workspace.Root),
                workspace.Log($"test-{Name}"), onLine: null, TimeLimit, cancellationToken);
            return Judge(run, results);
        }
        catch (StepFailedException stopped)
        {
            return TestOutcome.Broken(stopped.Message);
        }
    }

    /// <summary>As with the other tests, a run counts only if it wrote its results, ran something, and its exit code tells the same story.</summary>
    private static TestOutcome Judge(CommandResult run, string results)
    {
        if (!File.Exists(results))
        {
            return TestOutcome.Broken($"crashed with exit code {run.ExitCode}: {string.Join(Environment.NewLine, run.LastLines)}");
        }

        var tests = File.ReadLines(results).Select(line => JsonSerializer.Deserialize(line, ManifestTestJson.Default.ManifestTest)!).ToLookup(test => test.Passed);
        var failures = tests[false].Select(test => new FailedTest(test.Name, test.Message, string.Empty)).ToList();
        var passed = tests[true].Count();
        var problem = passed + failures.Count == 0 ? "no test ran"
            : failures.Count == 0 && !run.Succeeded ? $"exit code {run.ExitCode} although no test failed. Log: {run.LogPath}"
            : null;
        return new TestOutcome(passed, Skipped: 0, failures, problem);
    }
}
