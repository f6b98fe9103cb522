namespace Insek.Office.Contracts;

/// <summary>Where every table of a document stands.</summary>
/// <param name="CheckedAt">When they were compared, in UTC.</param>
/// <param name="Tables">The tables, in reading order.</param>
public sealed record DocumentStatusView(DateTimeOffset CheckedAt, IReadOnlyList<DocumentTableView> Tables);

/// <summary>A table in a document, and where it stands.</summary>
public record DocumentTableView
{
    /// <summary>Names it in the document.</summary>
    public required string Instance { get; init; }

    /// <summary>The tag of its content control.</summary>
    public required string Tag { get; init; }

    /// <summary>The concept; absent where it cannot be told.</summary>
    public string? Concept { get; init; }

    /// <summary>The definition's id; absent where it cannot be told.</summary>
    public string? Definition { get; init; }

    /// <summary>The parameters in canonical form; absent where they cannot be told.</summary>
    public string? Parameters { get; init; }

    /// <summary>The title of its content control.</summary>
    public string? Title { get; init; }

    /// <summary>The caption as the document shows it.</summary>
    public string? Caption { get; init; }

    /// <summary>current, outdated, edited or unknown.</summary>
    public required string State { get; init; }

    /// <summary>Why the state is unknown: a code.</summary>
    public string? Reason { get; init; }

    /// <summary>How many changes of the concept the document does not show; conflicts count.</summary>
    public int Changes { get; init; }

    /// <summary>How many of them meet what somebody edited by hand.</summary>
    public int Conflicts { get; init; }

    /// <summary>How many cells were edited by hand or made the document's own.</summary>
    public int EditedCells { get; init; }

    /// <summary>Whether another content control has the same instance.</summary>
    public bool Duplicate { get; init; }

    /// <summary>Whether the custom XML part with what was rendered last is missing.</summary>
    public bool RecordLost { get; init; }

    /// <summary>Whether it stands within another content control of ours.</summary>
    public bool Nested { get; init; }

    /// <summary>Whether the content control does not hold exactly one table.</summary>
    public bool Damaged { get; init; }

    /// <summary>"Stand" of the record, in UTC.</summary>
    public DateTimeOffset? RecordedAsOf { get; init; }

    /// <summary>"Stand" as it is now, in UTC.</summary>
    public DateTimeOffset? CurrentAsOf { get; init; }

    /// <summary>What has changed in the concept since; absent where nothing has.</summary>
    public TableChangeSummary? Summary { get; init; }
}

/// <summary>What a refresh has done to a document.</summary>
/// <param name="RefreshedAt">When, in UTC.</param>
/// <param name="Tables">The tables, in reading order.</param>
public sealed record DocumentRefreshView(DateTimeOffset RefreshedAt, IReadOnlyList<RefreshedTableView> Tables);

/// <summary>A table after a refresh: its state is the one it has now.</summary>
public sealed record RefreshedTableView : DocumentTableView
{
    /// <summary>The changes that were applied.</summary>
    public IReadOnlyList<TableChangeView> Applied { get; init => field = value ?? []; } = [];

    /// <summary>The changes that were left for somebody to decide on.</summary>
    public IReadOnlyList<TableChangeView> Left { get; init => field = value ?? []; } = [];
}

/// <summary>A difference between a table in a document and the concept.</summary>
public sealed record TableChangeView
{
    /// <summary>Names it within the table.</summary>
    public required string Id { get; init; }

    /// <summary>item-changed, item-added, item-removed, cell-reordered, row-added, row-removed, row-moved, cell, row-missing, row-extra or shape.</summary>
    public required string Kind { get; init; }

    /// <summary>The row's key; absent where the whole table is meant, or a row that was added by hand.</summary>
    public string? Row { get; init; }

    /// <summary>The column's key.</summary>
    public string? Column { get; init; }

    /// <summary>The item's key.</summary>
    public string? Item { get; init; }

    /// <summary>Whether it meets what somebody edited by hand.</summary>
    public bool Conflict { get; init; }

    /// <summary>The texts as they were rendered; a row's cell by cell.</summary>
    public IReadOnlyList<string>? Before { get; init; }

    /// <summary>The texts as the concept has them; a row's cell by cell.</summary>
    public IReadOnlyList<string>? After { get; init; }

    /// <summary>The texts as the document shows them, where they were edited by hand; a row's cell by cell.</summary>
    public IReadOnlyList<string>? Mine { get; init; }
}
