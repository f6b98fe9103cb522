namespace Insek.Office.Contracts;

/// <summary>Tables of a document, to be told whether they are current.</summary>
public sealed record TableStatusRequest
{
    /// <summary>The most tables in one request.</summary>
    public const int MaxTables = 200;

    /// <summary>The largest body, in bytes.</summary>
    public const long MaxBytes = 10_000_000;

    /// <summary>The tables, 1 to 200.</summary>
    public required IReadOnlyList<AskedTable> Tables { get; init; }
}

/// <summary>A table in a document. Its tag says which it is; what the document's own record says counts where the tag does not.</summary>
public sealed record AskedTable
{
    /// <summary>Names it in the document: 8 characters, a to z and 0 to 9.</summary>
    public required string Instance { get; init; }

    /// <summary>The tag of its content control.</summary>
    public required string Tag { get; init; }

    /// <summary>The concept, as the record has it.</summary>
    public string? Concept { get; init; }

    /// <summary>The definition's id, as the record has it.</summary>
    public string? Definition { get; init; }

    /// <summary>The parameters in canonical form, as the record has them.</summary>
    public string? Parameters { get; init; }

    /// <summary>What was rendered last; absent where the document has lost it.</summary>
    public TableRecordDocument? Record { get; init; }
}

/// <summary>What a document says was rendered last: its custom XML part.</summary>
public sealed record TableRecordDocument
{
    /// <summary>The hash of what was rendered.</summary>
    public required string Hash { get; init; }

    /// <summary>"Stand" of what was rendered, in UTC.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The columns; absent in older documents.</summary>
    public IReadOnlyList<RecordedColumnDocument>? Columns { get; init; }

    /// <summary>The rows, without the header.</summary>
    public required IReadOnlyList<RecordedRowDocument> Rows { get; init; }
}

/// <summary>A column as it was rendered.</summary>
/// <param name="Key">Names it.</param>
/// <param name="Heading">The heading.</param>
public sealed record RecordedColumnDocument(string Key, string Heading);

/// <summary>A row as it was rendered.</summary>
public sealed record RecordedRowDocument
{
    /// <summary>Names it across renderings.</summary>
    public required string Key { get; init; }

    /// <summary>Whether somebody has left it out of the document on purpose.</summary>
    public bool Own { get; init; }

    /// <summary>The cells.</summary>
    public required IReadOnlyList<RecordedCellDocument> Cells { get; init; }
}

/// <summary>A cell as it was rendered.</summary>
public sealed record RecordedCellDocument
{
    /// <summary>The column's key.</summary>
    public required string Column { get; init; }

    /// <summary>Whether somebody has made it the document's own: it is not compared any more.</summary>
    public bool Own { get; init; }

    /// <summary>The items, one paragraph each.</summary>
    public required IReadOnlyList<CellItemDocument> Items { get; init; }
}
