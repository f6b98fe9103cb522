using System.Text;
using ExcelDataReader;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Sheets;

/// <summary>One worksheet of an .xlsx workbook. Formulas are never evaluated: the value that was saved with them is read.</summary>
internal sealed class XlsxSheet : ISheet
{
    /// <summary>The last row that is read; a list of measures is far shorter.</summary>
    public const int MaxRows = 100_000;

    /// <summary>The last column that is read.</summary>
    public const int MaxColumns = 1_000;

    private readonly IExcelDataReader reader;

    // The library asks for Windows-1252 before it knows that a workbook needs none.
    static XlsxSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsxSheet(IExcelDataReader reader, string name, SheetRow headings, IReadOnlyList<string> others) =>
        (this.reader, Name, Headings, Others) = (reader, name, headings, others);

    public string? Name { get; }

    public SheetRow Headings { get; }

    public IReadOnlyList<string> Others { get; }

    public bool HasTypedCells => true;

    /// <summary>Opens a workbook at the first worksheet whose headings are wanted, else at the first that holds anything.</summary>
    /// <param name="stream">Seekable; stays open.</param>
    /// <param name="isWanted">Whether a row of headings is the wanted one.</param>
    /// <param name="cancellationToken">Ends the look through the file.</param>
    public static Result<ISheet> Open(Stream stream, Func<SheetRow, bool> isWanted, CancellationToken cancellationToken) =>
        WorkbookGuard.Check(stream, cancellationToken) is { } refusal ? refusal : Guarded<ISheet>(() => OpenChecked(stream, isWanted))!.Value;

    public IEnumerable<Result<SheetRow>> ReadRows(CancellationToken cancellationToken)
    {
        while (Guarded(() => Next(reader)) is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
            if (row.Refusal is not null)
            {
                yield break;
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private static Result<ISheet> OpenChecked(Stream stream, Func<SheetRow, bool> isWanted)
    {
        var workbook = ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        var sheets = new List<(string Name, int Place, SheetRow Headings)>();
        var place = 0;
        do
        {
            if (Next(workbook) is { } first)
            {
                if (!first.TryGet(out var headings, out var refusal))
                {
                    workbook.Dispose();
                    return refusal;
                }

                sheets.Add((workbook.Name, place, headings));
            }

            place++;
        }
        while (workbook.NextResult());

        if (sheets.Count == 0)
        {
            workbook.Dispose();
            return new EmptyFile();
        }

        var chosen = sheets.Find(sheet => isWanted(sheet.Headings));
        chosen = chosen.Headings is null ? sheets[0] : chosen;
        MoveBelowHeadings(workbook, chosen.Place, chosen.Headings.Number);
        return new XlsxSheet(workbook, chosen.Name, chosen.Headings, [.. sheets.Where(sheet => sheet.Place != chosen.Place).Select(sheet => sheet.Name)]);
    }

    private static void MoveBelowHeadings(IExcelDataReader reader, int place, int headingsRow)
    {
        reader.Reset();
        for (var i = 0; i < place; i++)
        {
            reader.NextResult();
        }

        while (reader.Read() && reader.Depth + 1 < headingsRow)
        {
        }
    }

    private static Result<SheetRow>? Next(IExcelDataReader reader)
    {
        if (reader.FieldCount > MaxColumns)
        {
            return new WorkbookTooLarge(FormattableString.Invariant($"{MaxColumns} columns"));
        }

        while (reader.Read())
        {
            var number = reader.Depth + 1;
            if (number > MaxRows)
            {
                return new WorkbookTooLarge(FormattableString.Invariant($"{MaxRows} rows"));
            }

            var row = new SheetRow(number, new string?[reader.FieldCount]);
            for (var i = 0; i < row.Cells.Length; i++)
            {
                row.Cells[i] = XlsxCell.ToText(reader.GetValue(i));
            }

            if (!row.IsBlank)
            {
                return row;
            }
        }

        return null;
    }

    // The library answers a damaged part with whatever its code happens to throw; only trouble with the disk or the machine is ours.
    private static Result<T>? Guarded<T>(Func<Result<T>?> read)
        where T : notnull
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (IOException or OutOfMemoryException or OperationCanceledException))
        {
            return new NotAWorkbook();
        }
    }
}
