namespace Insek.Office.Domain;

/// <summary>What a document says was rendered last: the content of the custom XML part beside a table in Word.</summary>
public sealed record TableRecord
{
    /// <summary>The content hash, see <see cref="TableHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>"Stand" of what was rendered, in UTC; null where nothing was shown that could change.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The columns; null in documents of before they were recorded.</summary>
    public ValueList<RecordColumn>? Columns { get; init; }

    /// <summary>The rows, without the header.</summary>
    public required ValueList<RecordRow> Rows { get; init; }

    /// <summary>The record of a table that is rendered as it is.</summary>
    public static TableRecord Of(Table table) => new()
    {
        Hash = TableHash.Of(table),
        AsOf = table.AsOf,
        Columns = table.Columns.Select(column => new RecordColumn(column.Key, column.Heading)).ToValueList(),
        Rows = table.Rows.Select(row => RecordRow.Of(row, table.Columns)).ToValueList(),
    };
}

/// <summary>A column as it was rendered.</summary>
/// <param name="Key">Names it; stable.</param>
/// <param name="Heading">The heading, in German.</param>
public sealed record RecordColumn(string Key, string Heading);

/// <summary>A row as it was rendered.</summary>
/// <param name="Key">Names it across renderings.</param>
/// <param name="Cells">The cells, in the order of the columns.</param>
/// <param name="IsOwn">Whether somebody has left it out of the document on purpose: it is never put back.</param>
public sealed record RecordRow(string Key, ValueList<RecordCell> Cells, bool IsOwn = false)
{
    /// <summary>The record of a row that is rendered as it is.</summary>
    public static RecordRow Of(TableRow row, IReadOnlyList<TableColumn> columns) =>
        new(row.Key, row.Cells.Select((cell, index) => new RecordCell(columns[index].Key, cell.Items)).ToValueList());
}

/// <summary>A cell as it was rendered.</summary>
/// <param name="Column">The column's key.</param>
/// <param name="Items">The items, one paragraph each.</param>
/// <param name="IsOwn">Whether somebody has made it the document's own: it is not compared any more.</param>
public sealed record RecordCell(string Column, ValueList<CellItem> Items, bool IsOwn = false);
