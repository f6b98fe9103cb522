using System.CommandLine;
using Insek.Office.Dev.Testing;

namespace Insek.Office.Dev.Verbs;

/// <summary><c>test</c>: sets up, runs every test project and all checks; the last line says how many passed and failed.</summary>
internal static class Test
{
    public static Command Create(VerbContext context)
    {
        var names = new Argument<string[]>("PROJECT")
        {
            Description = "Only these test projects (folders in tests/), without the checks.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("test", "Sets up, runs all tests and checks; the last line is \"N passed, N failed\".") { names };
        command.SetAction((arguments, _) => context.RunAsync(async () =>
        {
            var workspace = context.Workspace(arguments);
            var wanted = arguments.GetValue(names) ?? [];
            var projects = Choose(TestProject.In(workspace), wanted);

            var tally = new Tally(context.Screen);
            await new TestRun(workspace, context.Screen, tally, context.Shutdown.Requested).RunAsync(projects, withChecks: wanted.Length == 0);
            tally.Show();
            return tally.Failed == 0 ? ExitCodes.Done : ExitCodes.Failed;
        }));
        return command;
    }

    private static IReadOnlyList<TestProject> Choose(IReadOnlyList<TestProject> all, string[] wanted)
    {
        var unknown = wanted.Except(all.Select(project => project.Name), StringComparer.OrdinalIgnoreCase).ToList();
        return unknown.Count == 0
            ? [.. all.Where(project => wanted.Length == 0 || wanted.Contains(project.Name, StringComparer.OrdinalIgnoreCase))]
            : throw new StepFailedException(
                $"No test project {string.Join(", ", unknown)}; there are {string.Join(", ", all.Select(project => project.Name))}.");
    }
}
