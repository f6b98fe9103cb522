using CsvHelper;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Export;

/// <summary>Writes measures as CSV the way German spreadsheets open it: ';', UTF-8 with its mark, decimal commas, and no cell that runs as a formula.</summary>
internal static class MeasureCsvExport
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions _options = new()
    {
        Separator = ';',
        NewLine = "\r\n",
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
    };

    /// <summary>Writes the heading and a row for each measure; the stream stays open.</summary>
    public static async Task WriteAsync(IEnumerable<Measure> measures, Stream stream, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, _options, leaveOpen: true);
        var cells = MeasureColumns.All.Select(column => column.Heading).ToArray();
        await csv.WriteRecordAsync(cells, cancellationToken);
        foreach (var measure in measures)
        {
            var document = measure.ToDocument();
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = FormulaGuard.Protect(MeasureColumns.All[i].Text(document) ?? "");
            }

            await csv.WriteRecordAsync(cells, cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }
}
