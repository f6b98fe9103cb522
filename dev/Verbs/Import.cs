using System.CommandLine;
using Insek.Office.Dev.Lists;
using Insek.Office.Dev.Office;
using Insek.Office.Dev.Setup;
using Insek.Office.Dev.Tokens;
using Insek.Office.Dev.Torgau;

namespace Insek.Office.Dev.Verbs;

/// <summary><c>import</c>: looks at a town hall's own list as the API reads it, or imports it into a running office.</summary>
internal static class Import
{
    public static Command Create(VerbContext context)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A list of measures: CSV, text or .xlsx." };
        var concept = new Option<string>("--concept") { Description = "The concept it belongs to.", HelpName = "ID", Required = true };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "How the list is read, as --mapping-out saved it, with answers.", HelpName = "FILE" };
        var mappingOut = new Option<FileInfo?>("--mapping-out") { Description = "Saves how the list was read, to be answered and used again.", HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only looks. Without a running office it looks against the Torgau sample, or an empty concept." };
        var partial = new Option<bool>("--partial") { Description = "Imports the rows without errors and open questions." };
        var command = new Command("import", "Prints how a list is read and what needs a person; without --dry-run imports it into a running `up`.")
        {
            file, concept, mapping, mappingOut, dryRun, partial, context.PortBase, context.NoBuild,
        };
        command.SetAction((arguments, _) => context.RunAsync(async () =>
        {
            var request = new ListRequest(
                arguments.GetRequiredValue(file).FullName, arguments.GetRequiredValue(concept), arguments.GetValue(mapping)?.FullName, arguments.GetValue(mappingOut)?.FullName, arguments.GetValue(dryRun), arguments.GetValue(partial));
            foreach (var needed in new[] { request.File, request.Mapping }.OfType<string>().Where(path => !File.Exists(path)))
            {
                throw new StepFailedException($"{needed} does not exist.");
            }

            var ports = arguments.GetValue(context.PortBase) is { } first ? Ports.From(first) : null;
            return await RunAsync(context, context.Workspace(arguments), request, ports, build: !arguments.GetValue(context.NoBuild)) ? ExitCodes.Done : ExitCodes.Failed;
        }));
        return command;
    }

    private static async Task<bool> RunAsync(VerbContext context, Workspace workspace, ListRequest request, Ports? given, bool build)
    {
        if (IsRunning(workspace))
        {
            using var running = new ListClient(new Uri($"http://localhost:{(given ?? Ports.Usual).Functions}/"), DevelopmentKey.Read(workspace.KeyFile), context.Clock);
            return await ShowAsync(context, running, request);
        }

        if (!request.DryRun)
        {
            throw new StepFailedException("No running `up` found in this checkout: what is imported would be gone at once. Start one with `dotnet run --project dev`, or look with --dry-run.");
        }

        var read = false;
        await PassingOffice.DuringAsync(context, workspace, "import", given, build, async (address, secret) =>
        {
            using var lists = new ListClient(address, secret, context.Clock);
            await lists.PrepareAsync(request.Concept, workspace.Torgau, context.Shutdown.Requested);
            read = await ShowAsync(context, lists, request);
        });
        return read;
    }

    private static bool IsRunning(Workspace workspace)
    {
        // A run that was killed leaves its key behind; the lock tells whether it still stands for something.
        using var free = FileLock.TryTake(workspace.RunningLock);
        return free is null && File.Exists(workspace.KeyFile);
    }

    private static async Task<bool> ShowAsync(VerbContext context, ListClient lists, ListRequest request)
    {
        var answer = await lists.ImportAsync(request, context.Shutdown.Requested);
        context.Screen.Show(answer.Report);
        if (request.MappingOut is { } path && answer.Report.List is { } list)
        {
            await ListClient.SaveAsync(list.Mapping, path, context.Shutdown.Requested);
            context.Screen.Ok("Mapping", path);
        }

        if (answer.Refusal is { } refusal)
        {
            context.Screen.Failed("Import", refusal);
        }

        return answer.Refusal is null;
    }
}
