using System.Diagnostics;
using Insek.Office.EndToEnd.Tests.Teams;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>Alone, as <see cref="TeamsOffice"/> is.</summary>
[CollectionDefinition(nameof(PaneInWordOffice), DisableParallelization = true)]
public sealed class PaneInWordDefinition : ICollectionFixture<PaneInWordOffice>;

/// <summary>What <c>up</c> starts, with somebody in front of Teams and the pane beside a document.</summary>
public sealed class PaneInWordOffice() : TeamsOffice("word-teams-")
{
    private ConceptEditor? _concept;

    /// <summary>What somebody else does to the concept meanwhile.</summary>
    internal ConceptEditor Concept => _concept ?? throw new InvalidOperationException("Nothing has been started.");

    /// <summary>The script that puts the queueing fake of Word in front of a page.</summary>
    internal string Fake { get; private set; } = "";

    /// <summary>Pictures of the pane.</summary>
    internal Screens Screens { get; } = new("word-pane-");

    /// <summary>The pane for an editor, as <c>up</c> would print it.</summary>
    internal Uri Pane { get; private set; } = new("about:blank");

    public override async ValueTask InitializeAsync()
    {
        Screens.Begin();
        Fake = await BuildFakeAsync();
        await base.InitializeAsync();
        var token = await TokenAsync();
        _concept = new ConceptEditor(new Uri($"http://localhost:{Local.Ports}/"), token);
        Pane = new Uri($"http://localhost:{Local.Ports + 2}/addin/pane.html#token={token}");
    }

    private async Task<string> TokenAsync()
    {
        await using var run = DevRun.Start("token", "--as", Member.Coordination.Id, "--role", "Editor", "--minutes", "120", "--local", Local.Path);
        var result = await run.EndAsync();
        Assert.Equal(0, result.ExitCode);
        return result.Output.TrimEnd();
    }

    /// <summary>The fake is no part of what is shipped, so nothing else has built it.</summary>
    private static async Task<string> BuildFakeAsync()
    {
        var folder = Path.Combine(Checkout.Root, "addin");
        using var build = Process.Start(new ProcessStartInfo("node", [Path.Combine("node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "error", "--config", Path.Combine("fake", "vite.config.ts")])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var errors = await build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0, errors);
        return await File.ReadAllTextAsync(Path.Combine(folder, "fake", "dist", "fake.js"), TestContext.Current.CancellationToken);
    }
}
