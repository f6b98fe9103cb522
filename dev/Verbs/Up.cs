using System.CommandLine;
using Insek.Office.Dev.Office;
using Insek.Office.Dev.Setup;
using Insek.Office.Dev.Tokens;
using Insek.Office.Dev.Torgau;

namespace Insek.Office.Dev.Verbs;

/// <summary><c>up</c>: everything a developer works with, until Ctrl+C.</summary>
internal static class Up
{
    /// <summary>Ctrl+C reaches the children too; one of them may be gone before we are told.</summary>
    private static readonly TimeSpan SignalGrace = TimeSpan.FromSeconds(1);

    /// <summary>A working day; the key that signs it goes with the run.</summary>
    private static readonly TimeSpan PageToken = TimeSpan.FromHours(8);

    public static Command Create(VerbContext context)
    {
        var command = new Command("up", "Sets up and starts everything, loads Torgau once, and stays until Ctrl+C (default).") { context.PortBase, context.NoBuild, context.StartClock, context.HttpsPort };
        command.SetAction((arguments, _) => RunAsync(context, arguments));
        return command;
    }

    public static Task<int> RunAsync(VerbContext context, ParseResult arguments) => context.RunAsync(async () =>
    {
        try
        {
            var ports = arguments.GetValue(context.PortBase) is { } first ? Ports.From(first) : Ports.Usual;
            await RunAsync(context, context.Workspace(arguments), ports, build: !arguments.GetValue(context.NoBuild), arguments.GetValue(context.StartClock), arguments.GetValue(context.HttpsPort));
        }
        catch (OperationCanceledException) when (context.Shutdown.Requested.IsCancellationRequested)
        {
            context.Screen.RestoreCursor();
            context.Screen.Ok("Stopped", context.Shutdown.Reason);
        }

        return ExitCodes.Done;
    });

    private static async Task RunAsync(VerbContext context, Workspace workspace, Ports ports, bool build, DateTimeOffset? clock, int? https)
    {
        var (screen, shutdown) = (context.Screen, context.Shutdown);
        using var running = FileLock.TryTake(workspace.RunningLock)
            ?? throw new StepFailedException($"`up` is already running in this checkout ({workspace.Local}). Stop it first.");
        ports.EnsureFree(withTeams: true);

        var assemblies = await Preparation.ProgramsAsync(workspace, [BuiltProgram.Functions, BuiltProgram.Bot], workspace.Local, build, screen, shutdown.Requested);
        using var key = DevelopmentKey.Create(workspace.KeyFile);
        var plan = new OfficePlan(assemblies[0], assemblies[1], ports, key.Path, Data: clock is null ? Path.Combine(workspace.Local, "azurite") : null, LogPrefix: string.Empty) { Clock = clock, HttpsPort = https };
        await using var office = await LocalOffice.StartAsync(workspace, plan, screen, shutdown);

        await office.WhileAllRunAsync(() => LoadTorgauAsync(context, workspace, office.Address, key), shutdown.Requested);
        var token = DevelopmentToken.Issue(key.Secret, "dev-administrator", [DevelopmentToken.Administrator], context.Clock.GetUtcNow(), PageToken);
        SayWhatToOpen(context, office, BotProcess.ListPage(ports, token), BotProcess.PanePage(ports, token), https is { } port ? BotProcess.SecurePanePage(port) : null);
        if (clock is { } instant)
        {
            screen.Text($"  Clock     began at {instant:yyyy-MM-dd HH:mm zzz}; data is in memory and forgotten.");
        }

        var crash = await office.CrashAsync(shutdown.Requested);
        await Task.Delay(SignalGrace, shutdown.Requested);
        screen.Failed(crash.Message, string.Empty);
        throw crash;
    }

    private static async Task LoadTorgauAsync(VerbContext context, Workspace workspace, Uri address, DevelopmentKey key)
    {
        using var torgau = new TorgauClient(address, key.Secret, context.Clock);
        await context.Screen.StepAsync("Load Torgau", async progress =>
        {
            if (await torgau.ExistsAsync(context.Shutdown.Requested))
            {
                return "already there";
            }

            progress.Report("concept.json");
            var report = await torgau.ImportAsync(Path.Combine(workspace.Torgau, "concept.json"), "application/json", context.Shutdown.Requested);
            return report.Summary;
        });
    }

    private static void SayWhatToOpen(VerbContext context, LocalOffice office, Uri lists, Uri pane, Uri? forWord)
    {
        var address = office.Address;
        var overview = new Uri(address, $"api/concepts/{TorgauClient.Concept}/tables/overview?format=html");
        var screen = context.Screen;
        screen.Text();
        screen.Heading("Ready. Ctrl+C stops everything.");
        screen.Text($"  Teams     {office.Teams}");
        screen.Text("            Personal Chat: type \"hilfe\" or \"runde\". Channel Verkehr: choose INSEK after @, then type \"verbinden\".");
        screen.Text($"  Lists     {lists}");
        screen.Text("            Imports a town hall's own list; the token in the address holds for this run, 8 hours at most.");
        screen.Text($"  Word      {pane}");
        screen.Text("            Tables of the concept, here in a plain browser: look, copy, download, check a .docx. Inside Word: addin/README.md, \"In Word\".");
        if (forWord is not null)
        {
            screen.Text($"            {forWord}");
        }

        screen.Text($"  API       {new Uri(address, "api")}");
        screen.Text($"            {new Uri(address, "api/openapi.json")}");
        screen.Text($"  Overview  {overview}");
        screen.Text("  Token     dotnet run --project dev -- token --as MEMBER --role Editor");
        screen.Text($"  Example   curl -H \"Authorization: Bearer $(dotnet run --project dev -- token --as MEMBER --role Editor)\" \"{overview}\"");
        screen.Text();
    }
}
