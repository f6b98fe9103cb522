using System.CommandLine;
using System.Globalization;
using Insek.Office.Dev.Office;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;
using Insek.Office.Dev.Terminal;

namespace Insek.Office.Dev.Verbs;

/// <summary>What every verb works with.</summary>
internal sealed record VerbContext(Screen Screen, Shutdown Shutdown, TimeProvider Clock)
{
    private const int LowestPort = 1024;

    public Option<int?> PortBase { get; } = MakePortBase();

    public Option<bool> NoBuild { get; } = new("--no-build") { Description = "Starts the programs as they were built last." };

    /// <summary>Word loads pages by HTTPS only.</summary>
    public Option<int?> HttpsPort { get; } = new("--https") { Description = "Serves the bot's pages by HTTPS, too, on this port of localhost, so that Word can be given the pane. Needs `dotnet dev-certs https --trust` once.", HelpName = "PORT" };

    public Option<DateTimeOffset?> StartClock { get; } = MakeStartClock();

    /// <summary>Tests give each run a folder of its own.</summary>
    public Option<string?> Local { get; } = new("--local")
    {
        Description = "Folder for data, key and logs, in place of .local.",
        Recursive = true,
        Hidden = true,
    };

    public Workspace Workspace(ParseResult arguments) => Setup.Workspace.Find(arguments.GetValue(Local));

    /// <summary>Runs a verb and says clearly what went wrong.</summary>
    public async Task<int> RunAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (StepFailedException error)
        {
            Screen.Error(error);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException) when (Shutdown.Requested.IsCancellationRequested)
        {
            Screen.RestoreCursor();
            return ExitCodes.Interrupted;
        }
    }

    private static Option<DateTimeOffset?> MakeStartClock() => new("--clock")
    {
        Description = "Lets functions and bot begin at another instant, with its offset (2024-03-17T06:00+01:00), on fresh data in memory. Tokens keep the real time.",
        HelpName = "INSTANT",
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: var text }] && text.Length > 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && HasOffset(text))
            {
                return instant;
            }

            result.AddError("--clock takes an instant with its offset from UTC, for example 2024-03-17T06:00+01:00.");
            return null;
        },
    };

    // Without one it would be this machine's, and another day elsewhere.
    private static bool HasOffset(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-dd".Length;

    private static Option<int?> MakePortBase()
    {
        var option = new Option<int?>("--ports")
        {
            Description = $"Moves all ports: {Ports.Layout}.",
            HelpName = "BASE",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < LowestPort or > ushort.MaxValue - Ports.Count)
            {
                result.AddError($"--ports takes a number from {LowestPort} to {ushort.MaxValue - Ports.Count}.");
            }
        });
        return option;
    }
}
