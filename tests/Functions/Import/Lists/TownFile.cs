using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Insek.Office.Functions.Tests.Sheets;

namespace Insek.Office.Functions.Tests.Import.Lists;

/// <summary>Saves a generated list as Excel and LibreOffice do.</summary>
internal static class TownFile
{
    /// <summary>The file in one of five ways: CSV in UTF-8 with and without its mark, CSV in Windows-1252, tab-separated UTF-16, and .xlsx.</summary>
    public static byte[] Save(IReadOnlyList<TownRow> rows, int way) => (way % 5) switch
    {
        0 => Encoding.UTF8.GetBytes(Text(rows, ';')),
        1 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text(rows, ';'))],
        2 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text(rows, ';')),
        3 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text(rows, '\t'))],
        _ => Workbook(rows),
    };

    private static string Text(IReadOnlyList<TownRow> rows, char separator)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(separator, row.Cells.Select(cell => Quote(cell, separator))).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Quote(string cell, char separator) =>
        cell.AsSpan().IndexOfAny(['"', '\n', separator]) >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static byte[] Workbook(IReadOnlyList<TownRow> rows)
    {
        using var workbook = Workbooks.Of(("Tabelle1", [.. rows.Select(row => (Cell?[])[.. row.Cells.Select(cell => cell.Length == 0 ? null : Workbooks.Text(cell))])]));
        return workbook.ToArray();
    }
}
