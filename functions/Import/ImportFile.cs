using Insek.Office.Domain;
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
}

/// <summary>Reads a spooled upload and plans its import.</summary>
internal static class ImportFile
{
    /// <summary>Reads the file from its start to its end and plans it; nothing is written.</summary>
    /// <param name="request">What the import is planned against.</param>
    /// <param name="format">What kind of file it is.</param>
    /// <param name="file">Readable and seekable; stays open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The plan; or why the file as a whole cannot be taken.</returns>
    public static async Task<Result<ImportPlan>> PlanAsync(ImportRequest request, ImportFormat format, Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        if (format is ImportFormat.Json)
        {
            return (await ConceptJsonReader.ReadAsync(file, cancellationToken)).TryGet(out var document, out var invalid)
                ? ImportPlanner.Plan(request, document)
                : invalid;
        }

        // Before the work of reading: measures need a concept to go to.
        if (request.Present is null)
        {
            return new UnknownConcept(request.Concept.Value);
        }

        var opened = format is ImportFormat.Csv ? CsvSheet.Open(file) : XlsxSheet.Open(file, MeasureSheet.HasOurHeadings, cancellationToken);
        if (!opened.TryGet(out var sheet, out var refusal))
        {
            return refusal;
        }

        using (sheet)
        {
            return MeasureSheet.Read(sheet, cancellationToken).TryGet(out var measures, out var unreadable) ? ImportPlanner.Plan(request, measures) : unreadable;
        }
    }
}
