using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>A table as one self-contained, accessible HTML page; its <c>table</c> element can also be taken alone.</summary>
internal static class TableHtml
{
    public const string MediaType = "text/html; charset=utf-8";

    // White on the header's blue has a contrast of 11.6:1. Browsers print no backgrounds, so paper gets dark text and lines.
    private const string Style = """
        body{margin:1.5rem;color:#1b1b1b;background:#fff;font:1rem/1.4 "Segoe UI",Arial,sans-serif}
        table{width:100%;border-collapse:collapse}
        caption{text-align:left;margin-bottom:.75rem}
        h1{font-size:1.25rem;margin:0}
        caption p,td p,th p{margin:0}
        th,td{border:1px solid #8496b0;padding:.4rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:auto}
        thead th{background:#1f3864;color:#fff}
        tbody th{font-weight:400}
        tbody tr:nth-child(even){background:#f2f5fa}
        tfoot th,tfoot td{font-weight:700;border-top:2px solid #1f3864}
        ul{margin:0;padding-left:1.1rem}
        p,li{white-space:pre-line}
        .n{text-align:right}
        @media print{body{margin:0}thead{display:table-header-group}tfoot{display:table-row-group}tr{break-inside:avoid}thead th{background:none;color:#000}}
        """;

    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the page; the caller flushes.</summary>
    public static void Write(Table table, IBufferWriter<byte> target)
    {
        var html = new Html(target);
        html.Raw("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width\" />\n<title>")
            .Text(table.Title).Raw("</title>\n<style>\n").Raw(Style).Raw("\n</style>\n</head>\n<body>\n<main>\n<table")
            .Attribute("data-concept", table.Concept.Value)
            .Attribute("data-definition", table.Definition)
            .Attribute("data-parameters", table.Parameters.ToString())
            .Attribute("data-hash", TableHash.Of(table))
            .Raw(">\n<caption><h1>").Text(table.Title).Raw("</h1>");
        if (table.AsOf is { } asOf)
        {
            html.Raw("<p>").Text(DocumentTexts.Stand(asOf)).Raw("</p>");
        }

        html.Raw("</caption>\n");
        WriteHead(html, table.Columns);
        WriteSection(html, "tbody", table, TableRowKind.Normal);
        WriteSection(html, "tfoot", table, TableRowKind.Total);
        html.Raw("</table>\n</main>\n</body>\n</html>\n");
    }

    private static void WriteHead(Html html, ValueList<TableColumn> columns)
    {
        html.Raw("<colgroup>");
        foreach (var column in columns)
        {
            html.Raw(FormattableString.Invariant($"<col style=\"width:{column.Share}%\" />"));
        }

        html.Raw("</colgroup>\n<thead>\n<tr>");
        foreach (var column in columns)
        {
            html.Raw(column.Numeric ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Text(column.Heading).Raw("</th>");
        }

        html.Raw("</tr>\n</thead>\n");
    }

    private static void WriteSection(Html html, string section, Table table, TableRowKind kind)
    {
        var rows = table.Rows.Where(row => row.Kind == kind).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        html.Raw($"<{section}>\n");
        foreach (var row in rows)
        {
            html.Raw("<tr").Attribute("data-key", row.Key).Raw(">");
            for (var i = 0; i < row.Cells.Count; i++)
            {
                WriteCell(html, row.Cells[i], table.Columns[i], isFirst: i == 0);
            }

            html.Raw("</tr>\n");
        }

        html.Raw($"</{section}>\n");
    }

    private static void WriteCell(Html html, TableCell cell, TableColumn column, bool isFirst)
    {
        // A header without text would announce nothing, so an empty first cell is an ordinary cell.
        var tag = isFirst && cell.Items.Count > 0 ? "th" : "td";
        html.Raw($"<{tag}");
        if (tag == "th")
        {
            html.Raw(" scope=\"row\"");
        }

        html.Raw(column.Numeric ? " class=\"n\">" : ">");
        var (list, element) = cell.Items.Count > 1 ? ("ul", "li") : ("", "p");
        html.Raw(list.Length > 0 ? $"<{list}>" : "");
        foreach (var item in cell.Items)
        {
            html.Raw($"<{element}").Attribute("data-key", item.Key).Raw(">").Text(item.Text).Raw($"</{element}>");
        }

        html.Raw(list.Length > 0 ? $"</{list}>" : "").Raw($"</{tag}>");
    }

    private readonly struct Html(IBufferWriter<byte> target)
    {
        public Html Raw(string markup)
        {
            Encoding.UTF8.GetBytes(markup, target);
            return this;
        }

        public Html Text(string text) => Raw(_encoder.Encode(XmlText.Clean(text)));

        public Html Attribute(string name, string value) => Raw($" {name}=\"").Text(value).Raw("\"");
    }
}
