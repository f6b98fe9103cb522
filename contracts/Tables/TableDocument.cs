namespace Insek.Office.Contracts;

/// <summary>A table as JSON.</summary>
public sealed record TableDocument
{
    /// <summary>The definition's id.</summary>
    public required string Definition { get; init; }

    /// <summary>The concept's id.</summary>
    public required string Concept { get; init; }

    /// <summary>The parameters in canonical form, "name=value" joined by ';'.</summary>
    public required string Parameters { get; init; }

    /// <summary>The caption, in German.</summary>
    public required string Title { get; init; }

    /// <summary>"Stand": when the newest content shown changed, in UTC.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The content hash: SHA-256 in lower-case hex over the table's canonical JSON.</summary>
    public required string Hash { get; init; }

    /// <summary>The columns.</summary>
    public required IReadOnlyList<TableColumnDocument> Columns { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<TableRowDocument> Rows { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Key">Names it.</param>
/// <param name="Heading">The heading, in German.</param>
/// <param name="Share">Its share of the width, in percent.</param>
/// <param name="Numeric">Whether it holds numbers.</param>
public sealed record TableColumnDocument(string Key, string Heading, int Share, bool Numeric);

/// <summary>A row.</summary>
/// <param name="Key">Names it across renderings.</param>
/// <param name="Kind">normal or total.</param>
/// <param name="Cells">As many as columns.</param>
public sealed record TableRowDocument(string Key, string Kind, IReadOnlyList<TableCellDocument> Cells);

/// <summary>A cell.</summary>
/// <param name="Items">Its items, one paragraph each.</param>
public sealed record TableCellDocument(IReadOnlyList<CellItemDocument> Items);

/// <summary>A piece of text that changes by itself.</summary>
/// <param name="Key">Names it within the cell.</param>
/// <param name="Revision">The revision it was taken from; 0 for a count.</param>
/// <param name="Text">The text.</param>
public sealed record CellItemDocument(string Key, int Revision, string Text);
