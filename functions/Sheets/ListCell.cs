using System.Text;

namespace Insek.Office.Functions.Sheets;

/// <summary>Several texts in one cell, joined by " | "; a bar or backslash inside a text is escaped by a backslash.</summary>
/// <remarks><c>Split(Join(texts))</c> gives the texts back exactly, blanks at their ends included. Cells typed by people ("A|B") are understood as well.</remarks>
internal static class ListCell
{
    private const string Separator = " | ";

    /// <summary>The texts as one cell; null where there are none.</summary>
    public static string? Join(IEnumerable<string> texts)
    {
        var cell = string.Join(Separator, texts.Select(Escape));
        return cell.Length == 0 ? null : cell;
    }

    /// <summary>The texts in a cell; empty ones, which a bar too many leaves, are dropped.</summary>
    public static IReadOnlyList<string> Split(string? cell)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        for (var i = 0; i < cell?.Length; i++)
        {
            if (cell[i] == '\\' && i + 1 < cell.Length && cell[i + 1] is '|' or '\\')
            {
                text.Append(cell[++i]);
            }
            else if (cell[i] != '|')
            {
                text.Append(cell[i]);
            }
            else
            {
                // The separator's own blanks: one before the bar, one after it.
                text.Length -= text.Length > 0 && i > 0 && cell[i - 1] == ' ' ? 1 : 0;
                i += i + 1 < cell.Length && cell[i + 1] == ' ' ? 1 : 0;
                Take(text, texts);
            }
        }

        Take(text, texts);
        return texts;
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static void Take(StringBuilder text, List<string> texts)
    {
        var taken = text.ToString();
        text.Clear();
        if (!string.IsNullOrWhiteSpace(taken))
        {
            texts.Add(taken);
        }
    }
}
