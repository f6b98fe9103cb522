using CsvHelper;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Reads a text file of cells, as Excel and LibreOffice save them: any common separator and encoding, quoted cells with line breaks.</summary>
internal static class TextTable
{
    private const int MaxRecordBytes = 1024 * 1024;

    /// <summary>Reads the whole file.</summary>
    public static Result<ListFile> Read(Stream stream, CancellationToken cancellationToken)
    {
        var encoding = TextEncoding.Detect(stream);
        var separator = SeparatorDetector.Detect(stream, encoding);
        var lines = new List<ListLine>();
        var broken = false;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            Encoding = encoding,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            MaxRecordSize = MaxRecordBytes,
            OnMalformedRecord = record => broken |= record.Reason is not CsvMalformedReason.StrayQuote,
        };
        stream.Position = 0;
        using var csv = CsvReader.Create(stream, options, leaveOpen: true);
        try
        {
            while (csv.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var line = ReadLine(csv);
                if (broken || Array.Exists(line.Cells, cell => cell.Text?.Contains('\0', StringComparison.Ordinal) is true))
                {
                    return new UnreadableFile(line.Number);
                }

                if (lines.Count >= XlsxSheet.MaxRows)
                {
                    return new WorkbookTooLarge(FormattableString.Invariant($"{XlsxSheet.MaxRows} rows"));
                }

                lines.Add(line);
            }
        }
        catch (CsvFormatException e)
        {
            return new UnreadableFile((int)e.LineNumber);
        }

        var last = lines.FindLastIndex(line => !line.IsBlank);
        return last < 0
            ? new EmptyFile()
            : new ListFile(separator == '\t' ? "text" : "csv", [new ListTable(null, lines)]) { Encoding = encoding.WebName, Delimiter = separator.ToString() };
    }

    private static ListLine ReadLine(CsvReader csv)
    {
        // What has been saved with trailing separators is no wider for it.
        var count = csv.FieldCount;
        while (count > 0 && csv.IsEmpty(count - 1))
        {
            count--;
        }

        var cells = count == 0 ? [] : new WrittenCell[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = csv.IsEmpty(i) ? default : new WrittenCell(csv.GetString(i));
        }

        return new ListLine((int)csv.LineNumber, cells);
    }
}
