using System.Text.Json;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>The tests of the app's manifests, which also check the manifests themselves; offline.</summary>
internal static class ManifestTests
{
    public const string Name = "manifest";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    public static Task<TestOutcome> RunAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(workspace.Root, "manifest");
        var results = workspace.Log($"test-{Name}") + ".json";
        var tests = Directory.EnumerateFiles(Path.Combine(folder, "tests"), "*.test.mjs").Order(StringComparer.Ordinal);
        var reporter = new Uri(Path.Combine(folder, "scripts", "reporter.mjs")).AbsoluteUri;
        var launch = new Launch("node", ["--test", $"--test-reporter={reporter}", $"--test-reporter-destination={results}", .. tests], workspace.Root);
        return TestOutcome.OfAsync(results, () => Command.RunAsync(launch, workspace.Log($"test-{Name}"), onLine: null, TimeLimit, cancellationToken), Read);
    }

    private static TestOutcome Read(string results)
    {
        var tests = File.ReadLines(results).Select(line => JsonSerializer.Deserialize(line, ManifestTestJson.Default.ManifestTest)!).ToLookup(test => test.Passed);
        var failures = tests[false].Select(test => new FailedTest(test.Name, test.Message, string.Empty)).ToList();
        return new TestOutcome(tests[true].Count(), Skipped: 0, failures, Problem: null);
    }
}
