using System.IO.Compression;
using ExcelDataReader;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Reads all worksheets of an .xlsx workbook, with what is merged, hidden and computed. Formulas are never evaluated: the value that was saved with them is read.</summary>
internal static class WorkbookTables
{
    // The library asks for Windows-1252 before it knows that a workbook needs none.
    static WorkbookTables() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <summary>Reads the whole workbook.</summary>
    public static Result<ListFile> Read(Stream stream, CancellationToken cancellationToken)
    {
        var formulas = new FormulaParts();
        if (WorkbookGuard.Check(stream, cancellationToken, formulas.Look) is { } refusal)
        {
            return IsOpenDocument(stream) ? new OtherWorkbook("ods") : refusal;
        }

        try
        {
            return ReadChecked(stream, formulas, cancellationToken);
        }
        catch (Exception e) when (e is not (IOException or OutOfMemoryException or OperationCanceledException))
        {
            // The library answers a damaged part with whatever its code happens to throw.
            return new NotAWorkbook();
        }
    }

    private static Result<ListFile> ReadChecked(Stream stream, FormulaParts formulas, CancellationToken cancellationToken)
    {
        var marks = WorkbookMarks.Read(stream, formulas, cancellationToken);
        stream.Position = 0;
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        var tables = new List<ListTable>();
        do
        {
            if (reader.FieldCount > XlsxSheet.MaxColumns)
            {
                return new WorkbookTooLarge(FormattableString.Invariant($"{XlsxSheet.MaxColumns} columns"));
            }

            var looks = new LineLooks();
            if (!ReadLines(reader, looks, cancellationToken).TryGet(out var lines, out var refusal))
            {
                return refusal;
            }

            tables.Add(new ListTable(reader.Name, lines)
            {
                IsHidden = reader.VisibleState is not "visible",
                Merges = [.. (reader.MergeCells ?? []).Select(merge => new MergedCells(merge.FromRow + 1, merge.ToRow + 1, merge.FromColumn, merge.ToColumn))],
                HiddenColumns = HiddenColumns(reader),
                Formulas = marks.FormulasOf(reader.Name),
                MayBeBroken = looks.MayBeBroken(),
            });
        }
        while (reader.NextResult());

        return tables.TrueForAll(table => table.Lines.Count == 0) ? new EmptyFile() : new ListFile("xlsx", tables) { Dates = marks.Dates };
    }

    private static Result<List<ListLine>> ReadLines(IExcelDataReader reader, LineLooks looks, CancellationToken cancellationToken)
    {
        var lines = new List<ListLine>();
        var filled = 0;
        var formats = new XlsxFormats();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = new ListLine(reader.Depth + 1, ReadCells(reader, formats), reader.RowHeight == 0);
            if (!line.IsBlank && line.Number > XlsxSheet.MaxRows)
            {
                return new WorkbookTooLarge(FormattableString.Invariant($"{XlsxSheet.MaxRows} rows"));
            }

            // Formatted but empty rows reach to the end of many a sheet.
            if (line.Number <= XlsxSheet.MaxRows)
            {
                lines.Add(line);
                looks.Add(line);
                filled = line.IsBlank ? filled : lines.Count;
            }
        }

        lines.RemoveRange(filled, lines.Count - filled);
        return lines;
    }

    private static WrittenCell[] ReadCells(IExcelDataReader reader, XlsxFormats formats)
    {
        var count = reader.FieldCount;
        while (count > 0 && reader.IsDBNull(count - 1))
        {
            count--;
        }

        var cells = count == 0 ? [] : new WrittenCell[count];
        for (var i = 0; i < count; i++)
        {
            var value = reader.GetValue(i);
            cells[i] = value is null or "" ? default : value is string text ? new WrittenCell(text) : formats.Read(value, reader.GetNumberFormatString(i));
        }

        return cells;
    }

    private static HashSet<int> HiddenColumns(IExcelDataReader reader)
    {
        var hidden = new HashSet<int>();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetColumnWidth(i) == 0)
            {
                hidden.Add(i);
            }
        }

        return hidden;
    }

    private static bool IsOpenDocument(Stream stream)
    {
        try
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("mimetype") is not null && zip.GetEntry("content.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
