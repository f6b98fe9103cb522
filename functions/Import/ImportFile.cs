using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Import.Lists;
using Insek.Office.Functions.Sheets;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Import;

/// <summary>What kind of file an import is.</summary>
internal enum ImportFormat
{
    /// <summary>A whole concept as JSON.</summary>
    Json,

    /// <summary>Measures as CSV.</summary>
    Csv,

    /// <summary>Measures as an .xlsx workbook.</summary>
    Xlsx,

    /// <summary>A town hall's own list, whatever its kind.</summary>
    List,
}

/// <summary>A spooled upload.</summary>
/// <param name="Format">What the caller says it is.</param>
/// <param name="File">Readable and seekable; stays open.</param>
internal sealed record ImportUpload(ImportFormat Format, Stream File)
{
    /// <summary>The file's name without its ending; null where nobody said.</summary>
    public string? Name { get; init; }

    /// <summary>How a town hall's own list is read; null where nobody said.</summary>
    public ListMapping? Mapping { get; init; }
}

/// <summary>Reads a spooled upload and plans its import.</summary>
internal static class ImportFile
{
    /// <summary>Reads the file from its start to its end and plans it; nothing is written.</summary>
    /// <param name="request">What the import is planned against.</param>
    /// <param name="upload">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The plan; or why the file as a whole cannot be taken.</returns>
    public static async Task<Result<ImportPlan>> PlanAsync(ImportRequest request, ImportUpload upload, CancellationToken cancellationToken)
    {
        upload.File.Position = 0;
        if (upload.Format is ImportFormat.Json)
        {
            return (await ConceptJsonReader.ReadAsync(upload.File, cancellationToken)).TryGet(out var document, out var invalid)
                ? ImportPlanner.Plan(request, document)
                : invalid;
        }

        // Before the work of reading: measures need a concept to go to.
        if (request.Present is null)
        {
            return new UnknownConcept(request.Concept.Value);
        }

        // A workbook that is none shall not be read as text.
        var isWorkbook = ListFile.IsWorkbook(upload.File);
        if (upload.Format is ImportFormat.Xlsx && !isWorkbook)
        {
            return new NotAWorkbook();
        }

        // An export of ours is told by its headings; a file that only resembles one, or comes with a mapping, is read as what a town hall keeps.
        var mayBeOurs = upload.Mapping is null;
        if (mayBeOurs && !isWorkbook && TextOfOurs(upload.File) is { } text)
        {
            return PlanOurs(request, text, cancellationToken);
        }

        if (!ListFile.Open(upload.File, cancellationToken).TryGet(out var file, out var refusal))
        {
            return refusal;
        }

        // Opening a workbook takes half of reading it, and lists are far more frequent in that form than our exports: those are read twice, not the lists.
        if (!mayBeOurs || !file.Tables.Any(IsOurs))
        {
            return ListImport.Plan(request, file, upload, cancellationToken);
        }

        return XlsxSheet.Open(upload.File, MeasureSheet.IsOurs, cancellationToken).TryGet(out var sheet, out refusal) ? PlanOurs(request, sheet, cancellationToken) : refusal;
    }

    private static bool IsOurs(ListTable table) =>
        table.Lines.FirstOrDefault(line => !line.IsBlank) is { } first && MeasureSheet.IsOurs(new SheetRow(first.Number, [.. first.Cells.Select(cell => cell.Text)]));

    private static ISheet? TextOfOurs(Stream file)
    {
        if (!CsvSheet.Open(file).TryGet(out var sheet, out _))
        {
            return null;
        }

        if (MeasureSheet.IsOurs(sheet.Headings))
        {
            return sheet;
        }

        sheet.Dispose();
        return null;
    }

    private static Result<ImportPlan> PlanOurs(ImportRequest request, ISheet sheet, CancellationToken cancellationToken)
    {
        using (sheet)
        {
            return MeasureSheet.Read(sheet, cancellationToken).TryGet(out var measures, out var unreadable) ? ImportPlanner.Plan(request, measures) : unreadable;
        }
    }
}
