using System.Text.Json;
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

    public static Task<TestOutcome> RunAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var results = workspace.Log($"test-{Name}") + ".json";
        return TestOutcome.OfAsync(
            results,
            () => Addin.RunAsync(workspace, "test", $"test-{Name}", cancellationToken, "--", "--reporter=default", "--reporter=json", $"--outputFile.json={results}"),
            Read);
    }

    private static async Task<string> CheckAsync(Workspace workspace, string script, string what, CancellationToken cancellationToken)
    {
        var result = await Addin.RunAsync(workspace, script, $"{script}-{Name}", cancellationToken);
        result.ThrowIfFailed(what);
        return string.Empty;
    }

    private static TestOutcome Read(string results)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(results));
        var tests = document.RootElement.GetProperty("testResults").EnumerateArray().SelectMany(file => file.GetProperty("assertionResults").EnumerateArray()).ToLookup(test => test.GetProperty("status").GetString());
        var failures = tests["failed"].Select(test => new FailedTest(
            test.GetProperty("fullName").GetString()!,
            string.Join(Environment.NewLine, test.GetProperty("failureMessages").EnumerateArray().Select(message => message.GetString())),
            string.Empty)).ToList();
        return new TestOutcome(tests["passed"].Count(), tests.Where(group => group.Key is not ("passed" or "failed")).Sum(group => group.Count()), failures, Problem: null);
    }
}
