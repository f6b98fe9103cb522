using System.Text;

namespace Insek.Office.Benchmarks.Running;

/// <summary>Lines as a Markdown table that also reads well in a terminal.</summary>
internal static class LineTable
{
    private static readonly string[] _headings = ["what", "ours", "baseline", "ratio", "limit", ""];

    public static string Write(IEnumerable<Line> lines)
    {
        string[][] rows = [_headings, .. lines.Select(line => line.Cells)];
        var widths = _headings.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        for (var i = 0; i < rows.Length; i++)
        {
            text.Append("| ").AppendJoin(" | ", rows[i].Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).AppendLine(" |");
            if (i == 0)
            {
                text.Append('|').AppendJoin('|', widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":")).AppendLine("|");
            }
        }

        return text.ToString();
    }
}
