using Insek.Office.Dev.Terminal;

namespace Insek.Office.Dev.Testing;

/// <summary>Counts tests and checks; a check counts as one.</summary>
internal sealed class Tally(Screen screen)
{
    private const int StackLines = 8;

    private readonly List<(string Where, FailedTest Test)> _failures = [];

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    /// <param name="project">The name of what was tested.</param>
    /// <param name="outcome">What it came to.</param>
    public void Add(string project, TestOutcome outcome)
    {
        Passed += outcome.Passed;
        foreach (var failure in outcome.Failures)
        {
            Add(project, failure);
        }

        if (outcome.Problem is { } problem)
        {
            Add(project, new FailedTest("the whole project", problem, string.Empty));
        }
    }

    /// <summary>Runs a step that the tests need; it counts only when it fails, and the run goes on.</summary>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> NeedAsync(string title, Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (StepFailedException error)
        {
            Add("set-up", new FailedTest(title, string.Join(Environment.NewLine, [.. error.Details, error.Message]), string.Empty));
            return false;
        }
    }

    /// <summary>Runs a check, which counts as one.</summary>
    public async Task CheckAsync(string title, Func<IProgress<string>, Task<string>> check)
    {
        if (await NeedAsync(title, () => screen.StepAsync(title, check)))
        {
            Passed++;
        }
    }

    /// <summary>Shows what failed and, as the very last line, the sum.</summary>
    public void Show()
    {
        foreach (var (where, test) in _failures)
        {
            screen.Text();
            screen.Failed($"{where}: {test.Name}", string.Empty);
            screen.Details(test.Message.ReplaceLineEndings("\n").Split('\n'));
            screen.Details(test.StackTrace.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(StackLines));
        }

        screen.Text();
        screen.Text($"{Passed} passed, {Failed} failed");
    }

    private void Add(string where, FailedTest failure)
    {
        Failed++;
        _failures.Add((where, failure));
    }
}
