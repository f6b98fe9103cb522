using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Import.Lists;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Import;

/// <summary>Takes a concept as JSON, or measures as CSV or .xlsx; answers a report.</summary>
internal static class PostImport
{
    public const string CsvType = "text/csv";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string TextType = "text/plain";

    // What browsers call .xls, and on Windows every .csv.
    private const string OldExcelType = "application/vnd.ms-excel";

    private const int MaxAttempts = 4;

    public static void MapImport(this IEndpointRouteBuilder concept) =>
        concept.MapPost("/import", HandleAsync)
            .RequireAuthorization(Policies.Administer)
            .WithTags("Import and export")
            .WithName("PostImport")
            .WithHeader("If-Match", "Optional: the contentVersion of a report, in quotes. What has changed since is then not imported over: 412 with code concept-changed.")
            .WithSummary("Imports a concept (JSON) or measures (CSV, xlsx, text), recognised by the content type. A file whose headings are not ours is read as a town hall's own list. dryRun=true only reports; mode is atomic or partial.")
            .Accepts<ConceptDocument>("application/json", CsvType, XlsxType, TextType, OldExcelType, MultipartForm.MediaType)
            .WithListUpload()
            .Produces<ImportReport>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> HandleAsync(
        string concept, string? dryRun, string? mode, Caller caller, HttpRequest request, ConceptReader reader, ImportRunner runner,
        Withdrawals withdrawals, TimeProvider clock, IOptions<ImportOptions> options, CancellationToken cancellationToken)
    {
        if (!ReadSwitches(dryRun, mode).TryGet(out var switches, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (FormatOf(request) is not { } format)
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        await using var body = await Spool.ReadBodyAsync(request, options.Value.MaxUploadBytes, cancellationToken);
        if (!(await ImportBody.ReadAsync(request, format, body, cancellationToken)).TryGet(out var read, out refusal))
        {
            return refusal.ToProblem();
        }

        await using (read)
        {
            var importer = new Importer(new ConceptId(concept), caller.Id, clock.GetUtcNow(), LanguageOf(request), switches, version => IsWhatWasSeen(request, version));
            return await ImportAsync(importer, read.Upload, reader, runner, withdrawals, cancellationToken);
        }
    }

    private static async Task<IResult> ImportAsync(Importer importer, ImportUpload upload, ConceptReader reader, ImportRunner runner, Withdrawals withdrawals, CancellationToken cancellationToken)
    {
        var (id, switches) = (importer.Concept, importer.Switches);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var status = await reader.FindStatusAsync(id, cancellationToken);
            if (!switches.DryRun && status?.Import is { } running)
            {
                if (!await runner.ResumeIfAbandonedAsync(id, running, cancellationToken))
                {
                    return new ImportRunning(id).ToProblem();
                }

                continue;
            }

            var before = await reader.FindAsync(id, cancellationToken);
            if (!importer.IsWhatWasSeen(before?.Status.ContentVersion))
            {
                return new ConceptChanged().ToProblem();
            }

            var request = new ImportRequest(id, before?.Snapshot, switches.Mode, switches.DryRun, importer.By, importer.At, importer.Culture);
            if (!(await ImportFile.PlanAsync(request, upload, cancellationToken)).TryGet(out var plan, out var refusal))
            {
                return refusal is NotAList notAList ? refusal.ToProblem(notAList.Details) : refusal.ToProblem();
            }

            var report = plan.Report with { ContentVersion = before?.Status.ContentVersion };
            if (plan.HasOpenQuestions && !request.DryRun)
            {
                return ProblemMapping.Of(StatusCodes.Status422UnprocessableEntity, "questions-open", "Nothing was imported: a person has to answer the report's questions first, or import the rest with mode=partial.", [new("report", report)]);
            }

            if (plan.IsRefused && !request.DryRun)
            {
                return ProblemMapping.Of(StatusCodes.Status422UnprocessableEntity, "import-refused", "Nothing was imported: the report lists what has to be corrected.", [new("report", report)]);
            }

            if (request.DryRun || plan.IsEmpty)
            {
                return TypedResults.Ok(report);
            }

            var withdrawn = ImportRows.Withdrawn(plan);
            var rounds = await withdrawals.RoundsOfAsync(id, withdrawn, cancellationToken);
            if (await runner.ApplyAsync(id, before?.Status, ImportRows.From(plan, request, before, NewId(importer.At), rounds), cancellationToken))
            {
                await withdrawals.CheckAsync(id, withdrawn);
                return TypedResults.Ok(report);
            }
        }

        throw new ConceptUnsettledException(id);
    }

    // Nobody has to say what was seen; a concept that is not there is never it (RFC 9110, section 13.1.1).
    private static bool IsWhatWasSeen(HttpRequest request, long? version) =>
        request.Headers.IfMatch.Count == 0 || (version is { } present && EntityTags.Matches(request, present).TryGet(out var matches, out _) && matches);

    // Sorts by time; two imports of one instant into one concept meet at the concept row, where only one begins.
    private static string NewId(DateTimeOffset at) => FormattableString.Invariant($"{at.UtcTicks:D19}{Random.Shared.Next(0x10000):x4}");

    private static ImportFormat? FormatOf(HttpRequest request) => request.GetTypedHeaders().ContentType?.MediaType.Value?.ToLowerInvariant() switch
    {
        "application/json" => ImportFormat.Json,
        CsvType => ImportFormat.Csv,
        XlsxType => ImportFormat.Xlsx,
        TextType or OldExcelType or MultipartForm.MediaType => ImportFormat.List,
        _ => null,
    };

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

    private sealed record ImportSwitches(bool DryRun, ImportMode Mode);

    private sealed record Importer(ConceptId Concept, MemberId By, DateTimeOffset At, CultureInfo Culture, ImportSwitches Switches, Func<long?, bool> IsWhatWasSeen);
}
