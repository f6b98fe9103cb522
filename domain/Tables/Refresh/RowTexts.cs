namespace Insek.Office.Domain;

/// <summary>The texts of a row as they are compared: normalized, without empty paragraphs.</summary>
internal sealed class RowTexts(string[][] cells)
{
    /// <summary>Equal for rows that read the same. The separators cannot stand in a document (XML 1.0, section 2.2).</summary>
    public string Signature => field ??= string.Join('\u0001', cells.Select(cell => string.Join('\u0002', cell)));

    /// <summary>The texts of one cell.</summary>
    public string[] this[int column] => cells[column];

    public static RowTexts Of(ShownRow row) => new(Each(row.Cells, Of));

    public static RowTexts Of(RecordRow row) => new(Each(row.Cells, cell => Of(cell.Items)));

    public static RowTexts Of(TableRow row) => new(Each(row.Cells, cell => Of(cell.Items)));

    public static string[] Of(ValueList<CellItem> items) => WithoutEmpty(Each(items, item => TableHash.Normalize(item.Text)));

    public static string[] Of(ValueList<string> paragraphs) => WithoutEmpty(Each(paragraphs, TableHash.Normalize));

    /// <summary>Whether another row reads the same; without making both signatures.</summary>
    public bool ReadsAs(RowTexts other)
    {
        if (cells.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (!cells[i].AsSpan().SequenceEqual(other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many of its paragraphs stand in the same column of the other row.</summary>
    public int CountShared(RowTexts other)
    {
        var shared = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            foreach (var paragraph in cells[i])
            {
                shared += Array.IndexOf(other[i], paragraph) < 0 ? 0 : 1;
            }
        }

        return shared;
    }

    private int Length => cells.Length;

    private static string[] WithoutEmpty(string[] texts) => Array.Exists(texts, text => text.Length == 0) ? Array.FindAll(texts, text => text.Length > 0) : texts;

    private static TResult[] Each<T, TResult>(ValueList<T> list, Func<T, TResult> make)
    {
        var made = list.Count == 0 ? [] : new TResult[list.Count];
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = make(list[i]);
        }

        return made;
    }
}
