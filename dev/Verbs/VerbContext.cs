using System.CommandLine;
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
