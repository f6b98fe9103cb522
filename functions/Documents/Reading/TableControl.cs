using System.Xml.Linq;
using Insek.Office.Domain;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>The content of a content control of ours, as elements: what is read and what is edited.</summary>
internal sealed class TableControl
{
    private TableControl(XElement control, XElement? table) => (Control, Table) = (control, table);

    /// <summary>The control, <c>w:sdt</c>.</summary>
    public XElement Control { get; }

    /// <summary>Its table; null where it does not hold exactly one.</summary>
    public XElement? Table { get; }

    /// <summary>The paragraph above the table; null where there is none.</summary>
    public XElement? Caption => Control.Element(WordXml.W + "sdtContent")?.Elements().TakeWhile(element => element != Table).FirstOrDefault(element => element.Name == WordXml.W + "p" && ShownText.Of(element).Length > 0);

    /// <summary>The rows people see that are headings.</summary>
    public IReadOnlyList<XElement> Headings { get; private init; } = [];

    /// <summary>The rows people see below the headings.</summary>
    public IReadOnlyList<XElement> Rows { get; private init; } = [];

    /// <summary>Takes a control apart.</summary>
    public static TableControl Of(XElement control)
    {
        var tables = control.Element(WordXml.W + "sdtContent")?.Unwrap(WordXml.W + "tbl").Take(2).ToArray() ?? [];
        if (tables is not [var table])
        {
            return new TableControl(control, null);
        }

        var rows = table.Unwrap(WordXml.W + "tr").Where(IsShown).ToArray();
        var headings = Math.Max(rows.TakeWhile(row => row.Element(WordXml.W + "trPr")?.Element(WordXml.W + "tblHeader") is not null).Count(), Math.Min(1, rows.Length));
        return new TableControl(control, table) { Headings = rows[..headings], Rows = rows[headings..] };
    }

    /// <summary>The cells of a row that people see.</summary>
    public static IEnumerable<XElement> CellsOf(XElement row) => row.Unwrap(WordXml.W + "tc").Where(cell => cell.Element(WordXml.W + "tcPr")?.Element(WordXml.W + "cellDel") is null);

    /// <summary>What people see.</summary>
    public ShownTable Read() => new(
        Headings.Take(1).SelectMany(CellsOf).Select(cell => string.Join(' ', ShownParagraph.Of(cell).Select(paragraph => paragraph.Text))).ToValueList(),
        Rows.Select(row => new ShownRow(CellsOf(row).Select(cell => ShownParagraph.Of(cell).Select(paragraph => paragraph.Text).ToValueList()).ToValueList())).ToValueList());

    /// <summary>Whether the control stands around another of ours.</summary>
    public IEnumerable<XElement> Nested() => Control.Descendants(WordXml.W + "sdt").Where(inner => TableTagReader.IsOurs(inner.Element(WordXml.W + "sdtPr").Value("tag")));

    private static bool IsShown(XElement row) => row.Element(WordXml.W + "trPr")?.Element(WordXml.W + "del") is null;
}
