namespace Insek.Office.Domain.Tests.Tables.Refresh;

/// <summary>What a document shows after an outcome, and the comparisons tests make of it.</summary>
internal static class Refreshed
{
    /// <summary>The document after the outcome.</summary>
    public static ShownTable Apply(this ShownTable shown, RefreshOutcome outcome, Table current) => new(
        outcome.ReplacesTable ? current.Columns.Select(column => column.Heading).ToValueList() : shown.Headings,
        outcome.Rows.Select(row => Row(shown, row)).ToValueList());

    /// <summary>What people read: normalized, without empty paragraphs.</summary>
    public static string[] Read(this ShownTable shown) => Read(shown.Rows.Select(row => row.Cells.Select(cell => cell.AsEnumerable())));

    /// <summary>What people read in a table of the concept.</summary>
    public static string[] Read(this Table table) => Read(table.Rows.Select(row => row.Cells.Select(cell => cell.Items.Select(item => item.Text))));

    /// <summary>Without the paragraphs that do not count.</summary>
    public static ValueList<ShownRow> WithoutEmpty(this ValueList<ShownRow> rows) =>
        rows.Select(row => new ShownRow(row.Cells.Select(cell => cell.Where(text => TableHash.Normalize(text).Length > 0).ToValueList()).ToValueList())).ToValueList();

    private static ShownRow Row(ShownTable shown, OutcomeRow row)
    {
        if (row.Shown is { } place && row.Cells.Count == 0)
        {
            return shown.Rows[place];
        }

        return new ShownRow(row.Cells.Select((cell, column) => cell is null ? shown.Rows[row.Shown!.Value].Cells[column] : Cell(row.Shown is { } from ? shown.Rows[from].Cells[column] : [], cell)).ToValueList());
    }

    private static ValueList<string> Cell(ValueList<string> shown, OutcomeCell cell)
    {
        var paragraphs = shown.Where(text => TableHash.Normalize(text).Length > 0).ToArray();
        return cell.Paragraphs.Select(paragraph => paragraph.Text ?? paragraphs[paragraph.Shown!.Value]).ToValueList();
    }

    private static string[] Read(IEnumerable<IEnumerable<IEnumerable<string>>> rows) =>
        [.. rows.Select(row => string.Join(" | ", row.Select(cell => string.Join(" / ", cell.Select(TableHash.Normalize).Where(text => text.Length > 0)))))];
}
