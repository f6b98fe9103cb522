namespace Insek.Office.Domain;

/// <summary>A table as it is to be shown: columns, rows with keys, and when its newest content changed.</summary>
public sealed record Table
{
    /// <summary>The definition's id, for example "sector-measures".</summary>
    public required string Definition { get; init; }

    /// <summary>The concept it was made from.</summary>
    public required ConceptId Concept { get; init; }

    /// <summary>What it was asked for.</summary>
    public required TableParameters Parameters { get; init; }

    /// <summary>The caption, in German, without numbering and "Stand".</summary>
    public required string Title { get; init; }

    /// <summary>The columns.</summary>
    public required ValueList<TableColumn> Columns { get; init; }

    /// <summary>The rows, without the header.</summary>
    public required ValueList<TableRow> Rows { get; init; }

    /// <summary>"Stand": when the newest content shown changed, in UTC; null where nothing is shown that could change. Never the time of asking.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Key">Names it; stable.</param>
/// <param name="Heading">The heading, in German.</param>
/// <param name="Share">Its share of the width, in percent; all columns of a table add up to 100.</param>
/// <param name="Numeric">Whether it holds numbers, to be aligned at the end.</param>
public sealed record TableColumn(string Key, string Heading, int Share, bool Numeric = false);

/// <summary>Whether a row counts or sums up.</summary>
public enum TableRowKind
{
    /// <summary>A row like the others.</summary>
    Normal,

    /// <summary>The sum of the rows above.</summary>
    Total,
}

/// <summary>A row.</summary>
/// <param name="Key">Names the row across renderings: the goal's id, else the measure's, else what the row stands for.</param>
/// <param name="Cells">As many cells as there are columns.</param>
/// <param name="Kind">Whether it sums up.</param>
public sealed record TableRow(string Key, ValueList<TableCell> Cells, TableRowKind Kind = TableRowKind.Normal);

/// <summary>A cell: an ordered list of items, one paragraph each.</summary>
/// <param name="Items">The items; none for an empty cell.</param>
public sealed record TableCell(ValueList<CellItem> Items);

/// <summary>A piece of text that changes by itself.</summary>
/// <param name="Key">Names it within the cell, across renderings.</param>
/// <param name="Revision">The revision of the goal or measure it was taken from; 0 for a count.</param>
/// <param name="Text">The text.</param>
public sealed record CellItem(string Key, int Revision, string Text);
