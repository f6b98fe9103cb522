using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Tables;

/// <summary>Tables and records between the wire and the domain.</summary>
internal static class TableRecordMapping
{
    public static TableRecord ToDomain(this TableRecordDocument document) => new()
    {
        Hash = document.Hash,
        AsOf = document.AsOf,
        Columns = document.Columns?.Select(column => new RecordColumn(column.Key, column.Heading)).ToValueList(),
        Rows = document.Rows.Select(row => new RecordRow(row.Key, row.Cells.Select(ToDomain).ToValueList(), row.Own)).ToValueList(),
    };

    public static TableDocument ToDocument(this FoundTable found) => new()
    {
        Definition = found.Table.Definition,
        Concept = found.Table.Concept.Value,
        Parameters = found.Table.Parameters.ToString(),
        Title = found.Table.Title,
        AsOf = found.Table.AsOf,
        Hash = found.Hash,
        Columns = [.. found.Table.Columns.Select(column => new TableColumnDocument(column.Key, column.Heading, column.Share, column.Numeric))],
        Rows = [.. found.Table.Rows.Select(row => new TableRowDocument(row.Key, ParameterValue.Of(row.Kind), [.. row.Cells.Select(ToDocument)]))],
    };

    private static RecordCell ToDomain(RecordedCellDocument cell) =>
        new(cell.Column, cell.Items.Select(item => new CellItem(item.Key, item.Revision, item.Text)).ToValueList(), cell.Own);

    private static TableCellDocument ToDocument(TableCell cell) => new([.. cell.Items.Select(item => new CellItemDocument(item.Key, item.Revision, item.Text))]);
}
