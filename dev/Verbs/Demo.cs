using System.CommandLine;
using Insek.Office.Contracts;
using Insek.Office.Dev.Office;
using Insek.Office.Dev.Setup;
using Insek.Office.Dev.Torgau;

namespace Insek.Office.Dev.Verbs;

/// <summary><c>demo</c>: the main job without a browser, from the import through a round of both groups to the documents, in memory and on free ports.</summary>
internal static class Demo
{
    private static readonly string[] Definitions = ["sector-summary", "sector-measures"];

    /// <summary>Formats of a table and the endings of their files.</summary>
    private static readonly (string Format, string Ending)[] Formats =
        [("json", "json"), ("csv", "csv"), ("html", "html"), ("ooxml", "xml"), ("docx", "docx")];

    public static Command Create(VerbContext context)
    {
        var output = new Option<string?>("--out") { Description = "Folder for the documents, in place of out.", HelpName = "DIR" };
        var command = new Command("demo", "Imports Torgau, shows the overview, carries a round through both groups, writes the documents to out/, and ends.") { output, context.PortBase, context.NoBuild };
        command.SetAction((arguments, _) => context.RunAsync(async () =>
        {
            var workspace = context.Workspace(arguments);
            var ports = arguments.GetValue(context.PortBase) is { } first ? Ports.From(first) : null;
            var target = Path.GetFullPath(arguments.GetValue(output) ?? Path.Combine(workspace.Root, "out"));
            await RunAsync(context, workspace, ports, build: !arguments.GetValue(context.NoBuild), target);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task RunAsync(VerbContext context, Workspace workspace, Ports? given, bool build, string target)
    {
        given?.EnsureFree(withTeams: false);
        await PassingOffice.DuringAsync(context, workspace, "demo", given, build, async (address, secret) =>
        {
            using var torgau = new TorgauClient(address, secret, context.Clock);
            using var rounds = new RoundClient(address, secret, context.Clock);
            await ShowAsync(context, workspace, torgau, new TorgauRound(rounds, workspace.DirectoryFile), target);
        });
    }

    private static async Task ShowAsync(VerbContext context, Workspace workspace, TorgauClient torgau, TorgauRound round, string target)
    {
        var (screen, cancellationToken) = (context.Screen, context.Shutdown.Requested);
        foreach (var (file, contentType) in ((string, string)[])[("concept.json", "application/json"), ("measures.csv", "text/csv")])
        {
            ImportReport? report = null;
            await screen.StepAsync($"Import {file}", async _ =>
            {
                report = await torgau.ImportAsync(Path.Combine(workspace.Torgau, file), contentType, cancellationToken);
                return report.Applied ? "applied" : throw new StepFailedException($"The import of {file} was not applied.");
            });
            screen.Show($"Import report: {file}", report!);
        }

        var overview = await torgau.TableAsync("overview", cancellationToken);
        screen.Show(overview);
        await round.RunAsync(screen, context.Clock, cancellationToken);

        // The overview has one row per sector concept, and the total.
        var sectors = overview.Rows.Where(row => !row.IsTotal).Select(row => row.Key).ToList();
        await screen.StepAsync("Write documents", async progress =>
            $"{await WriteAsync(torgau, sectors, target, progress, cancellationToken)} files in {target}");
    }

    private static async Task<int> WriteAsync(
        TorgauClient torgau, IReadOnlyList<string> sectors, string target, IProgress<string> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(target);
        await torgau.SaveDocumentAsync(Path.Combine(target, "INSEK-Torgau.docx"), cancellationToken);
        var files = 1;
        foreach (var sector in sectors)
        {
            foreach (var definition in Definitions)
            {
                foreach (var (format, ending) in Formats)
                {
                    var file = $"{definition}-{sector}.{ending}";
                    progress.Report(file);
                    await torgau.SaveTableAsync(definition, sector, format, Path.Combine(target, file), cancellationToken);
                    files++;
                }
            }
        }

        return files;
    }
}
