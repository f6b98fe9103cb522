using DocumentFormat.OpenXml.Spreadsheet;

namespace Insek.Office.Functions.Export;

/// <summary>The cell styles of an exported workbook.</summary>
internal static class XlsxStyles
{
    public const uint Plain = 0;

    /// <summary>Text that stays text when somebody edits the cell.</summary>
    public const uint Text = 1;

    public const uint Date = 2;

    public const uint Heading = 3;

    // Built-in formats of the file format: 14 is the reader's short date, 49 is text.
    private const uint ShortDateFormat = 14;
    private const uint TextFormat = 49;

    public static Stylesheet Create() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat { FormatId = 0 },
            new CellFormat { FormatId = 0, NumberFormatId = TextFormat, ApplyNumberFormat = true, QuotePrefix = true },
            new CellFormat { FormatId = 0, NumberFormatId = ShortDateFormat, ApplyNumberFormat = true },
            new CellFormat { FormatId = 0, FontId = 1, ApplyFont = true }));
}
