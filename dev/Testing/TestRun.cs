using Insek.Office.Dev.Browser;
using Insek.Office.Dev.Setup;
using Insek.Office.Dev.Terminal;

namespace Insek.Office.Dev.Testing;

/// <summary>One run of the tests of a checkout: set-up and builds first, alone; then the tests, one project after the other.</summary>
internal sealed class TestRun(Workspace workspace, Screen screen, Tally tally, CancellationToken cancellationToken)
{
    private readonly List<(TestProject Project, string Assembly)> _built = [];

    public async Task RunAsync(IReadOnlyList<TestProject> projects, bool withChecks)
    {
        var prepared = await PrepareAsync(projects, withChecks);
        if (!prepared.Succeeded)
        {
            return;
        }

        // The lock is free again: tests that start the product set it up themselves.
        foreach (var (project, assembly) in _built)
        {
            await TestAsync(project, assembly, prepared.Programs);
        }

        if (withChecks)
        {
            await TestAddinAsync();
            await screen.StepAsync($"Test {ManifestTests.Name}", async _ =>
            {
                var outcome = await ManifestTests.RunAsync(workspace, cancellationToken);
                tally.Add(ManifestTests.Name, outcome);
                return (outcome.Failed == 0, outcome.Summary);
            });
            await tally.CheckAsync("Check format", _ => Checks.FormatAsync(workspace, cancellationToken));
        }

        if (!prepared.Programs.ContainsKey(TestLibreOffice.Variable))
        {
            screen.Note("LibreOffice", "is not installed (no soffice): the tests that open documents in it could not run");
        }
    }

    private async Task<(bool Succeeded, Dictionary<string, string?> Programs)> PrepareAsync(IReadOnlyList<TestProject> projects, bool withChecks)
    {
        using var alone = await Preparation.AloneAsync(workspace, screen, cancellationToken);
        if (!await tally.NeedAsync("Tools and packages", () => Preparation.ToolsAsync(workspace, screen, cancellationToken)))
        {
            return (false, []);
        }

        await tally.NeedAsync("Build addin", () => Preparation.AddinAsync(workspace, screen, cancellationToken));

        if (withChecks)
        {
            await tally.NeedAsync("Restore", () => screen.StepAsync("Restore", _ => Checks.RestoreAsync(workspace, cancellationToken)));
        }

        foreach (var project in projects)
        {
            await tally.NeedAsync($"Build tests/{project.Name}", () => BuildAsync(project));
        }

        var benchmarks = Path.Combine(workspace.Root, "tests", "Benchmarks", "Insek.Office.Benchmarks.csproj");
        if (withChecks && File.Exists(benchmarks))
        {
            await tally.CheckAsync("Build tests/Benchmarks", async _ =>
            {
                await DotnetBuild.RunAsync(workspace, benchmarks, cancellationToken);
                return string.Empty;
            });
        }

        var programs = new Dictionary<string, string?>();
        await tally.CheckAsync("Browser", async progress =>
            programs[TestBrowser.Variable] = await TestBrowser.ObtainAsync(workspace, _built.Select(built => Path.GetDirectoryName(built.Assembly)!), progress, cancellationToken));
        await tally.NeedAsync("LibreOffice", () => screen.StepAsync("LibreOffice", async progress =>
        {
            if (await TestLibreOffice.ObtainAsync(workspace, progress, cancellationToken) is not { } path)
            {
                return "not installed";
            }

            programs[TestLibreOffice.Variable] = path;
            return path;
        }));
        return (true, programs);
    }

    private Task BuildAsync(TestProject project) => screen.StepAsync($"Build tests/{project.Name}", async _ =>
    {
        _built.Add((project, await DotnetBuild.RunAsync(workspace, project.Path, cancellationToken)));
        return string.Empty;
    });

    private async Task TestAddinAsync()
    {
        await tally.CheckAsync("Check types of addin", _ => AddinTests.TypesAsync(workspace, cancellationToken));
        await tally.CheckAsync("Check style of addin", _ => AddinTests.LintAsync(workspace, cancellationToken));
        await screen.StepAsync($"Test {AddinTests.Name}", async _ =>
        {
            var outcome = await AddinTests.RunAsync(workspace, cancellationToken);
            tally.Add(AddinTests.Name, outcome);
            return (outcome.Failed == 0, outcome.Summary);
        });
    }

    private Task TestAsync(TestProject project, string assembly, IReadOnlyDictionary<string, string?> programs) => screen.StepAsync($"Test {project.Name}", async progress =>
    {
        var outcome = await TestExecutable.RunAsync(workspace, project, assembly, programs, progress, cancellationToken);
        tally.Add(project.Name, outcome);
        return (outcome.Failed == 0, outcome.Summary);
    });
}
