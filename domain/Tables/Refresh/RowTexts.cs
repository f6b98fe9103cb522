namespace Insek.Office.Domain;

/// <summary>The texts of a row as they are compared: normalized, without empty paragraphs.</summary>
internal sealed class RowTexts
{
    private readonly string[][] _cells;

    private RowTexts(string[][] cells) => (_cells, Signature) = (cells, string.Join('\u0001', cells.Select(cell => string.Join('\u0002', cell))));

    /// <summary>Equal for rows that read the same. The separators cannot stand in a document (XML 1.0, section 2.2).</summary>
    public string Signature { get; }

    /// <summary>The texts of one cell.</summary>
    public string[] this[int column] => _cells[column];

    public static RowTexts Of(ShownRow row) => new([.. row.Cells.Select(Of)]);

    public static RowTexts Of(RecordRow row) => new([.. row.Cells.Select(cell => Of(cell.Items))]);

    public static RowTexts Of(TableRow row) => new([.. row.Cells.Select(cell => Of(cell.Items))]);

    public static string[] Of(IEnumerable<CellItem> items) => Of(items.Select(item => item.Text));

    /// <summary>How many of its paragraphs stand in the same column of the other row.</summary>
    public int CountShared(RowTexts other)
    {
        var shared = 0;
        for (var i = 0; i < _cells.Length; i++)
        {
            foreach (var paragraph in _cells[i])
            {
                shared += Array.IndexOf(other._cells[i], paragraph) < 0 ? 0 : 1;
            }
        }

        return shared;
    }

    private static string[] Of(IEnumerable<string> paragraphs) => [.. paragraphs.Select(TableHash.Normalize).Where(text => text.Length > 0)];
}
