namespace Insek.Office.Domain.Lists;

/// <summary>Finds rows that say the same as an earlier one below the same group.</summary>
/// <param name="title">The column of the title.</param>
internal sealed class RowTwins(int title)
{
    // Hardly any title comes twice: only those that do have a list.
    private readonly Dictionary<string, (ListLine Line, string? Group)> first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(ListLine Line, string? Group)>> further = new(StringComparer.Ordinal);

    /// <summary>The number of the earlier row; null for the first of its kind, which is remembered.</summary>
    /// <remarks>Only rows with the same title are compared cell by cell.</remarks>
    public int? Find(ListLine line, string? group)
    {
        var text = TextOf(line, title);
        if (first.TryAdd(text, (line, group)))
        {
            return null;
        }

        var others = further.TryGetValue(text, out var known) ? known : further[text] = [first[text]];
        foreach (var other in others)
        {
            if (other.Group == group && IsSame(other.Line, line))
            {
                return other.Line.Number;
            }
        }

        others.Add((line, group));
        return null;
    }

    /// <summary>What rows are looked up by: the title, else the first text.</summary>
    public static string TextOf(ListLine line, int title) => line[title].Text ?? line[line.Filled[0]].Written;

    private static bool IsSame(ListLine line, ListLine other) =>
        line.Filled.SequenceEqual(other.Filled) && line.Filled.All(column => CellText.Clean(line[column].Text) == CellText.Clean(other[column].Text));
}
