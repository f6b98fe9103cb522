using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Sheets;
using Insek.Office.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Import;

/// <summary>Takes a concept as JSON, or measures as CSV or .xlsx; answers a report.</summary>
internal static class PostImport
{
    public const string CsvType = "text/csv";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int MaxAttempts = 4;

    public static void MapImport(this IEndpointRouteBuilder concept) =>
        concept.MapPost("/import", HandleAsync)
            .RequireAuthorization(Policies.Administer)
            .WithTags("Import and export")
            .WithName("PostImport")
            .WithSummary("Imports a concept (JSON) or measures (CSV, xlsx), recognised by the content type. dryRun=true only reports; mode is atomic or partial.")
            .Accepts<ConceptDocument>("application/json", CsvType, XlsxType)
            .Produces<ImportReport>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> HandleAsync(
        string concept, string? dryRun, string? mode, Caller caller, HttpRequest request, ConceptReader reader, ImportRunner runner,
        TimeProvider clock, IOptions<ImportOptions> options, CancellationToken cancellationToken)
    {
        if (!ReadSwitches(dryRun, mode).TryGet(out var switches, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (MediaTypeOf(request) is not { } type)
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        await using var file = await Spool.ReadBodyAsync(request, options.Value.MaxUploadBytes, cancellationToken);
        if (!(await ReadAsync(type, file, cancellationToken)).TryGet(out var source, out refusal))
        {
            return refusal.ToProblem();
        }

        var id = new ConceptId(concept);
        var by = new Importer(caller.Id, clock.GetUtcNow(), LanguageOf(request), switches);
        return await ImportAsync(id, source, by, reader, runner, cancellationToken);
    }

    private static async Task<IResult> ImportAsync(ConceptId id, ImportSource source, Importer importer, ConceptReader reader, ImportRunner runner, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var status = await reader.FindStatusAsync(id, cancellationToken);
            if (!importer.Switches.DryRun && status?.Import is { } running)
            {
                if (!await runner.ResumeIfAbandonedAsync(id, running, cancellationToken))
                {
                    return new ImportRunning(id).ToProblem();
                }

                continue;
            }

            var before = await reader.FindAsync(id, cancellationToken);
            var request = new ImportRequest(id, before?.Snapshot, importer.Switches.Mode, importer.Switches.DryRun, importer.By, importer.At, importer.Culture);
            if (!source.Plan(request).TryGet(out var plan, out var refusal))
            {
                return refusal.ToProblem();
            }

            if (plan.IsRefused && !request.DryRun)
            {
                return ProblemMapping.Of(StatusCodes.Status422UnprocessableEntity, "import-refused", "Nothing was imported: the report lists what has to be corrected.", [new("report", plan.Report)]);
            }

            if (request.DryRun || plan.IsEmpty || await runner.ApplyAsync(id, before?.Status, ImportRows.From(plan, request, before, $"{importer.At.UtcTicks:D19}{Random.Shared.Next(0x10000):x4}"), cancellationToken))
            {
                return TypedResults.Ok(plan.Report);
            }
        }

        throw new ConceptUnsettledException(id);
    }

    private static async Task<Result<ImportSource>> ReadAsync(string type, FileStream file, CancellationToken cancellationToken)
    {
        if (type == "application/json")
        {
            return (await ConceptJsonReader.ReadAsync(file, cancellationToken)).TryGet(out var document, out var broken)
                ? new ImportSource(request => ImportPlanner.Plan(request, document))
                : broken;
        }

        if (!OpenSheet(type, file, cancellationToken).TryGet(out var sheet, out var refusal))
        {
            return refusal;
        }

        using (sheet)
        {
            return MeasureSheet.Read(sheet, cancellationToken).TryGet(out var measures, out refusal)
                ? new ImportSource(request => ImportPlanner.Plan(request, measures))
                : refusal;
        }
    }

    private static Result<ISheet> OpenSheet(string type, FileStream file, CancellationToken cancellationToken) =>
        type == CsvType ? CsvSheet.Open(file) : XlsxSheet.Open(file, MeasureSheet.HasOurHeadings, cancellationToken);

    private static string? MediaTypeOf(HttpRequest request) =>
        request.GetTypedHeaders().ContentType?.MediaType.Value?.ToLowerInvariant() is "application/json" or CsvType or XlsxType
            ? request.GetTypedHeaders().ContentType!.MediaType.Value!.ToLowerInvariant()
            : null;

    private static CultureInfo LanguageOf(HttpRequest request) => CultureInfo.GetCultureInfo(
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true ? "en" : "de");

    private static Result<ImportSwitches> ReadSwitches(string? dryRun, string? mode)
    {
        if (dryRun is not (null or "" or "true" or "false"))
        {
            return new InvalidParameter("dryRun", dryRun);
        }

        return mode is null ? new ImportSwitches(dryRun == "true", ImportMode.Atomic)
            : ParameterValue.Parse<ImportMode>(mode) is { } read ? new ImportSwitches(dryRun == "true", read)
            : new InvalidParameter("mode", mode);
    }

    private sealed record ImportSource(Func<ImportRequest, Result<ImportPlan>> Plan);

    private sealed record ImportSwitches(bool DryRun, ImportMode Mode);

    private sealed record Importer(MemberId By, DateTimeOffset At, CultureInfo Culture, ImportSwitches Switches);
}
