using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Mapping;
using WorkbookSheets = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace Insek.Office.Functions.Export;

/// <summary>Writes measures as a workbook of one sheet, row by row. Texts are typed as texts, so that none of them can run as a formula.</summary>
internal static class MeasureXlsxExport
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Excel keeps 15 significant digits; a number with more is written as text rather than rounded.
    private const int ExcelDigits = 15;

    // Excel's calendar has a 29 February 1900 that never was; days before March 1900 are written as text.
    private static readonly DateOnly _firstDay = new(1900, 3, 1);

    /// <summary>Writes the workbook.</summary>
    /// <param name="measures">In the order of the rows.</param>
    /// <param name="stream">Seekable, readable and writable; stays open.</param>
    /// <param name="cancellationToken">Ends the writing between two rows.</param>
    public static void Write(IEnumerable<Measure> measures, Stream stream, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Create();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        WriteSheet(sheet, measures, cancellationToken);
        workbook.Workbook = new Workbook(new WorkbookSheets(new Sheet { Name = MeasureColumnTexts.SheetName, SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
    }

    private static void WriteSheet(WorksheetPart part, IEnumerable<Measure> measures, CancellationToken cancellationToken)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        WriteFrozenHeading(xml);
        xml.WriteStartElement(new SheetData());
        xml.WriteStartElement(new Row());
        foreach (var column in MeasureColumns.All)
        {
            WriteText(xml, column.Heading, XlsxStyles.Heading);
        }

        xml.WriteEndElement();
        foreach (var measure in measures)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteRow(xml, measure.ToDocument());
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteFrozenHeading(OpenXmlWriter xml) => xml.WriteElement(new SheetViews(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
    {
        WorkbookViewId = 0,
    }));

    private static void WriteRow(OpenXmlWriter xml, MeasureDocument measure)
    {
        xml.WriteStartElement(new Row());
        foreach (var column in MeasureColumns.All)
        {
            if (column.Number?.Invoke(measure) is { } number && HasExcelDigits(number))
            {
                WriteNumber(xml, number.ToString(CultureInfo.InvariantCulture), XlsxStyles.Plain);
            }
            else if (column.Date?.Invoke(measure) is { } date && date >= _firstDay)
            {
                WriteNumber(xml, date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), XlsxStyles.Date);
            }
            else
            {
                WriteText(xml, column.Text(measure) ?? "", XlsxStyles.Text);
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteNumber(OpenXmlWriter xml, string number, uint style) =>
        xml.WriteElement(new Cell(new CellValue(number)) { DataType = CellValues.Number, StyleIndex = style });

    // An empty cell is written as well, so that every cell of a row stays under its heading without an address.
    private static void WriteText(OpenXmlWriter xml, string text, uint style) => xml.WriteElement(text.Length == 0
        ? new Cell { StyleIndex = style }
        : new Cell(new InlineString(new Text(XlsxText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style });

    private static bool HasExcelDigits(decimal number) => (decimal)(double)number == number && number.ToString(CultureInfo.InvariantCulture).Count(char.IsAsciiDigit) <= ExcelDigits;
}
