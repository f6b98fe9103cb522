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
}
