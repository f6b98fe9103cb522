using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Insek.Office.Functions.Tests.Sheets;

/// <summary>Makes good and bad workbooks.</summary>
internal static class Workbooks
{
    /// <summary>A workbook of sheets, each with rows of cells; null leaves a cell out.</summary>
    public static MemoryStream Of(params (string Name, Cell?[][] Rows)[] sheets)
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            for (var i = 0; i < sheets.Length; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(sheets[i].Rows.Select((row, index) => Row(row, (uint)index + 1))));
                list.Append(new Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = workbook.GetIdOfPart(part) });
            }

            workbook.Workbook = new Workbook(list);
        }

        stream.Position = 0;
        return stream;
    }

    public static Cell Text(string text) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };

    public static Cell Number(string number) => new(new CellValue(number)) { DataType = CellValues.Number };

    public static Cell Date(DateOnly date) => new(new CellValue((decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate())) { DataType = CellValues.Number, StyleIndex = 1 };

    public static Cell Formula(string formula, string cached) => new(new CellFormula(formula), new CellValue(cached)) { DataType = CellValues.String };

    public static Cell?[] Texts(params string[] texts) => [.. texts.Select(Text)];

    /// <summary>A zip that calls itself a workbook, with a part of so many equal bytes.</summary>
    public static MemoryStream Bomb(long bytes, int entries = 1)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            var block = new byte[1024 * 1024];
            for (var i = 0; i < entries; i++)
            {
                using var part = zip.CreateEntry(FormattableString.Invariant($"xl/worksheets/sheet{i}.xml"), CompressionLevel.Optimal).Open();
                for (long written = 0; written < bytes; written += block.Length)
                {
                    part.Write(block, 0, (int)Math.Min(block.Length, bytes - written));
                }
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>The workbook with one part replaced.</summary>
    public static MemoryStream Replace(MemoryStream workbook, string part, string xml)
    {
        using (var zip = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var content = zip.CreateEntry(part).Open();
            content.Write(Encoding.UTF8.GetBytes(xml));
        }

        workbook.Position = 0;
        return workbook;
    }

    private static Row Row(Cell?[] cells, uint index) => new(cells.Select((cell, column) => At(cell, column, index)).OfType<Cell>()) { RowIndex = index };

    private static Cell? At(Cell? cell, int column, uint row)
    {
        if (cell is not null)
        {
            cell.CellReference = FormattableString.Invariant($"{(char)('A' + column)}{row}");
        }

        return cell;
    }
}
