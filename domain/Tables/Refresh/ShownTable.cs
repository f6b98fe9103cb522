namespace Insek.Office.Domain;

/// <summary>What people see of a table in a document: insertions accepted, deletions left out.</summary>
/// <param name="Headings">The texts of the header row.</param>
/// <param name="Rows">The rows below it.</param>
public sealed record ShownTable(ValueList<string> Headings, ValueList<ShownRow> Rows)
{
    /// <summary>What a document shows that nobody has edited since it was rendered.</summary>
    public static ShownTable Of(TableRecord record, ValueList<string> headings) => new(
        headings,
        record.Rows.Where(row => !row.IsOwn).Select(row => new ShownRow(row.Cells.Select(cell => cell.Items.Select(item => item.Text).ToValueList()).ToValueList())).ToValueList());
}

/// <summary>A row as it is shown.</summary>
/// <param name="Cells">The paragraphs of each cell; empty ones do not count.</param>
public sealed record ShownRow(ValueList<ValueList<string>> Cells);
