using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using Insek.Office.Domain;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Insek.Office.Functions.Rendering;

/// <summary>Writes a table as Word holds it: a content control with caption, table and a trailing paragraph.</summary>
/// <remarks>The control is block-level and unlocked: people may edit, and a refresh tells their changes apart. Rows are written one by one; only one is in memory.</remarks>
internal static class WordTable
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>An A4 page's width less 2 cm at either side, in twentieths of a point.</summary>
    public const int TextWidth = 9638;

    // Word keeps 64 characters of a control's title.
    private const int MaxTitle = 64;

    // About a third of a page in the narrowest column. A longer row kept together would leave most of a page empty before it.
    private const int LongCell = 900;

    /// <summary>Writes the control.</summary>
    /// <param name="xml">Stands in a body.</param>
    /// <param name="placed">The table.</param>
    /// <param name="bookmarkId">The bookmark's number, used once in the document.</param>
    public static void Write(XmlWriter xml, PlacedTable placed, int bookmarkId)
    {
        xml.WriteStartElement("w", "sdt", Namespace);
        new W.SdtProperties(
            new W.SdtAlias { Val = Title(placed.Table.Title) },
            new W.Tag { Val = placed.Tag.ToString() },
            new W.SdtId { Val = placed.Identify().ControlId }).WriteTo(xml);
        xml.WriteStartElement("w", "sdtContent", Namespace);
        Caption(placed, bookmarkId).WriteTo(xml);
        WriteTable(xml, placed.Table);

        // A control must not end in a table: Word would merge it with a table that follows, and cannot put the cursor behind it.
        new W.Paragraph().WriteTo(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static W.Paragraph Caption(PlacedTable placed, int bookmarkId)
    {
        var id = bookmarkId.ToString(CultureInfo.InvariantCulture);
        var caption = WordText.Paragraph("Caption",
        [
            new W.BookmarkStart { Id = id, Name = placed.Bookmark },
            WordText.Run($"{DocumentTexts.CaptionLabel} "),
            .. WordText.Field($"SEQ {DocumentTexts.CaptionLabel} \\* ARABIC", placed.Number.ToString(CultureInfo.InvariantCulture)),
            new W.BookmarkEnd { Id = id },
            WordText.Run(placed.CaptionEnd),
        ]);

        // Not left to the style: the caption style of the document it is inserted into wins, and may lack it.
        caption.ParagraphProperties?.KeepNext = new W.KeepNext();
        return caption;
    }

    /// <summary>Writes the table alone, without control and caption.</summary>
    public static void WriteTable(XmlWriter xml, Table table)
    {
        xml.WriteStartElement("w", "tbl", Namespace);
        Properties(table).WriteTo(xml);
        new W.TableGrid(table.Columns.Select(column => new W.GridColumn { Width = Text(TextWidth * column.Share / 100) })).WriteTo(xml);
        HeaderRow(table).WriteTo(xml);
        foreach (var row in table.Rows)
        {
            Row(table, row).WriteTo(xml);
        }

        xml.WriteEndElement();
    }

    private static W.TableProperties Properties(Table table)
    {
        // The widths are shares of the text width, so a table inserted on a landscape page or between wide margins still fits.
        var hasTotal = table.Rows.Count > 0 && table.Rows[^1].Kind is TableRowKind.Total;
        var headings = table.Columns.Select(column => column.Heading).ToArray();
        return new W.TableProperties(
            new W.TableStyle { Val = WordStyles.TableStyleId },
            new W.TableWidth { Width = "5000", Type = W.TableWidthUnitValues.Pct },
            new W.TableLook
            {
                Val = hasTotal ? "0460" : "0420",
                FirstRow = true,
                LastRow = hasTotal,
                FirstColumn = false,
                LastColumn = false,
                NoHorizontalBand = false,
                NoVerticalBand = true,
            },
            new W.TableCaption { Val = XmlText.Clean(table.Title) },
            new W.TableDescription { Val = XmlText.Clean(DocumentTexts.AltText(table.Title, headings, table.Rows.Count)) });
    }

    private static W.TableRow HeaderRow(Table table) => new(
    [
        new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()),
        .. table.Columns.Select(column => Cell(column, [column.Heading])),
    ]);

    private static W.TableRow Row(Table table, TableRow row)
    {
        var cells = row.Cells.Select((cell, index) => Cell(table.Columns[index], cell.Items.Select(item => item.Text)));
        return row.Cells.Any(cell => cell.Items.Sum(item => item.Text.Length) > LongCell)
            ? new W.TableRow(cells)
            : new W.TableRow([new W.TableRowProperties(new W.CantSplit()), .. cells]);
    }

    private static W.TableCell Cell(TableColumn column, IEnumerable<string> items) => new(
    [
        new W.TableCellProperties(new W.TableCellWidth { Width = Text(column.Share * 50), Type = W.TableWidthUnitValues.Pct }),
        .. items.DefaultIfEmpty("").Select(item => Paragraph(item, column.Numeric)),
    ]);

    private static W.Paragraph Paragraph(string text, bool numeric)
    {
        var paragraph = new W.Paragraph();
        if (numeric)
        {
            paragraph.Append(new W.ParagraphProperties(new W.Justification { Val = W.JustificationValues.Right }));
        }

        if (text.Length > 0)
        {
            paragraph.Append(WordText.Run(text));
        }

        return paragraph;
    }

    private static string Title(string title)
    {
        var clean = XmlText.Clean(title).ReplaceLineEndings(" ");
        return clean.Length <= MaxTitle ? clean : XmlText.Clean(clean[..(MaxTitle - 1)]).TrimEnd('\uFFFD') + "…";
    }

    private static StringValue Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
