namespace Insek.Office.Domain.Lists;

/// <summary>Finds rows that say the same as an earlier one below the same group.</summary>
/// <param name="title">The column of the title.</param>
/// <param name="rows">How many rows there are at most.</param>
internal sealed class RowTwins(int title, int rows)
{
    private readonly Dictionary<string, List<(ListLine Line, string? Group)>> seen = new(rows, StringComparer.Ordinal);

    /// <summary>The number of the earlier row; null for the first of its kind, which is remembered.</summary>
    /// <remarks>Only rows with the same title are compared cell by cell.</remarks>
    public int? Find(ListLine line, string? group)
    {
        var text = line[title].Text ?? line[line.Filled[0]].Written;
        if (!seen.TryGetValue(text, out var others))
        {
            seen[text] = [(line, group)];
            return null;
        }

        foreach (var other in others)
        {
            if (other.Group == group && other.Line.Filled.SequenceEqual(line.Filled) && line.Filled.All(column => CellText.Clean(other.Line[column].Text) == CellText.Clean(line[column].Text)))
            {
                return other.Line.Number;
            }
        }

        others.Add((line, group));
        return null;
    }
}
