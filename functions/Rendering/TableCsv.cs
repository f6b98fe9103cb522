using System.Buffers;
using System.Text;
using Insek.Office.Domain;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Rendering;

/// <summary>A table as CSV that German Excel opens by a double click: UTF-8 with a byte order mark, semicolons, CRLF, quoted as in RFC 4180.</summary>
/// <remarks>The first row holds the headings. A cell's items stand one below the other in the cell. No text runs as a formula, see <see cref="FormulaGuard"/>.</remarks>
internal static class TableCsv
{
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    private static readonly SearchValues<char> _quoted = SearchValues.Create(";\"\r\n");

    /// <summary>Writes the table; the caller flushes.</summary>
    public static void Write(Table table, IBufferWriter<byte> target)
    {
        target.Write(Encoding.UTF8.Preamble);
        WriteRecord(target, table.Columns.Select(column => column.Heading));
        foreach (var row in table.Rows)
        {
            WriteRecord(target, row.Cells.Select(cell => string.Join('\n', cell.Items.Select(item => item.Text))));
        }
    }

    private static void WriteRecord(IBufferWriter<byte> target, IEnumerable<string> fields)
    {
        var separator = "";
        foreach (var field in fields)
        {
            Encoding.UTF8.GetBytes(separator, target);
            Encoding.UTF8.GetBytes(Quote(FormulaGuard.Protect(field)), target);
            separator = ";";
        }

        target.Write("\r\n"u8);
    }

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(_quoted) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
