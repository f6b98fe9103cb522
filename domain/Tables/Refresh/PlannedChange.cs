namespace Insek.Office.Domain;

/// <summary>How a table in a document differs from the concept.</summary>
public enum TableChangeKind
{
    /// <summary>An item reads differently.</summary>
    ItemChanged,

    /// <summary>A cell has an item more.</summary>
    ItemAdded,

    /// <summary>A cell has an item less.</summary>
    ItemRemoved,

    /// <summary>A cell's items stand in another order.</summary>
    CellReordered,

    /// <summary>There is a row more.</summary>
    RowAdded,

    /// <summary>There is a row less.</summary>
    RowRemoved,

    /// <summary>A row stands in another place.</summary>
    RowMoved,

    /// <summary>A cell was edited by hand, and in the concept too.</summary>
    Cell,

    /// <summary>A row was removed by hand and has changed in the concept, or, where the record is lost, is not shown.</summary>
    RowMissing,

    /// <summary>Where the record is lost: a row is shown that the concept does not have.</summary>
    RowExtra,

    /// <summary>The columns are others: only the whole table can be replaced.</summary>
    Shape,
}

/// <summary>What somebody has edited by hand without a change of the concept.</summary>
public enum HandEditKind
{
    /// <summary>A cell reads differently.</summary>
    Edit,

    /// <summary>A row was removed.</summary>
    LeftOut,

    /// <summary>A row was added.</summary>
    Extra,

    /// <summary>A cell or a removed row that somebody has made the document's own.</summary>
    Own,
}

/// <summary>What somebody decides about a change or a hand edit.</summary>
public enum RefreshDecision
{
    /// <summary>A change without conflict is applied.</summary>
    Accept,

    /// <summary>A change without conflict is not applied and comes again.</summary>
    Reject,

    /// <summary>A conflict: what was edited by hand stays until the concept changes again.</summary>
    Mine,

    /// <summary>A conflict or a hand edit: the document takes what the concept has.</summary>
    Concept,

    /// <summary>A conflict or a hand edit: what was edited by hand stays for good.</summary>
    Own,
}

/// <summary>A difference between a table in a document and the concept, to be decided on.</summary>
/// <remarks>Texts of a cell come paragraph by paragraph, texts of a row cell by cell, the paragraphs of a cell joined by line feeds; empty paragraphs are left out.</remarks>
public sealed record PlannedChange
{
    /// <summary>Names it within the plan: kind, row, column and item joined by ':'.</summary>
    public required string Id { get; init; }

    /// <summary>What is different.</summary>
    public required TableChangeKind Kind { get; init; }

    /// <summary>The row's key, with "#k" from the second row of that key on; for <see cref="TableChangeKind.RowExtra"/> the row's number in the document, from 1; null for the whole table.</summary>
    public string? Row { get; init; }

    /// <summary>The column's key; null for a row or the whole table.</summary>
    public string? Column { get; init; }

    /// <summary>The item's key, with "#k" from the second item of that key on; null for a cell or more.</summary>
    public string? Item { get; init; }

    /// <summary>For something added or moved: the item or row that stands before it in the concept; null for the first.</summary>
    public string? Behind { get; init; }

    /// <summary>Whether it meets what somebody edited by hand.</summary>
    public bool IsConflict { get; init; }

    /// <summary>The texts as they were rendered; null where nothing was, or nobody knows.</summary>
    public ValueList<string>? Before { get; init; }

    /// <summary>The texts as the concept has them; null where it does not have them any more.</summary>
    public ValueList<string>? After { get; init; }

    /// <summary>The texts as the document shows them; null where nobody edited them.</summary>
    public ValueList<string>? Mine { get; init; }
}

/// <summary>Something edited by hand that no change of the concept meets.</summary>
public sealed record HandEdit
{
    /// <summary>Names it within the plan: kind, row and column joined by ':'.</summary>
    public required string Id { get; init; }

    /// <summary>What was done.</summary>
    public required HandEditKind Kind { get; init; }

    /// <summary>The row's key as in <see cref="PlannedChange.Row"/>; for <see cref="HandEditKind.Extra"/> the row's number in the document, from 1.</summary>
    public required string Row { get; init; }

    /// <summary>The column's key; null for a row.</summary>
    public string? Column { get; init; }

    /// <summary>The texts as the document shows them; null for a row it does not show.</summary>
    public ValueList<string>? Mine { get; init; }

    /// <summary>The texts as they were rendered; null for an added row.</summary>
    public ValueList<string>? Recorded { get; init; }
}
