namespace Insek.Office.Domain;

/// <summary>What a table in a document is to become.</summary>
public sealed record RefreshOutcome
{
    /// <summary>Whether the table is replaced as a whole, header row included, because its columns are others.</summary>
    public bool ReplacesTable { get; init; }

    /// <summary>The rows without the header, from top to bottom; a row of the document that is not among them is deleted.</summary>
    public required ValueList<OutcomeRow> Rows { get; init; }

    /// <summary>The record afterwards; null where it is lost and something is still undecided.</summary>
    public TableRecord? Record { get; init; }

    /// <summary>The changes that somebody has decided on.</summary>
    public required ValueList<PlannedChange> Applied { get; init; }

    /// <summary>The changes that are left.</summary>
    public required ValueList<PlannedChange> Left { get; init; }

    /// <summary>Whether the document stays as it is, whatever becomes of its record.</summary>
    public bool LeavesDocument(int shownRows) =>
        KeepsRows(shownRows) && !Rows.Any(row => row.ChangesCells);

    /// <summary>Whether every row of the document stays in its place, and none is put in.</summary>
    public bool KeepsRows(int shownRows) => !ReplacesTable && Rows.Count == shownRows && !Rows.Where((row, place) => row.Shown != place).Any();
}

/// <summary>A row as it is to become.</summary>
/// <param name="Shown">The row of the document it is, counted from 0 without the header; null for a row that is put in.</param>
/// <param name="Cells">For each column what becomes of the cell; null where it stays as it is. Empty for a row that stays as it is.</param>
/// <param name="IsMoved">Whether it leaves its place for the one behind the row before it.</param>
public sealed record OutcomeRow(int? Shown, ValueList<OutcomeCell?> Cells, bool IsMoved = false)
{
    /// <summary>Whether any of its cells becomes another.</summary>
    public bool ChangesCells => Cells.Count > 0 && Cells.Any(cell => cell is not null);

    /// <summary>A row that is put in.</summary>
    public static OutcomeRow Of(TableRow row) => new(null, row.Cells.Select(cell => (OutcomeCell?)OutcomeCell.Of(cell.Items)).ToValueList());

    /// <summary>A row that stays as it is.</summary>
    public static OutcomeRow Kept(int shown) => new(shown, []);
}

/// <summary>A cell as it is to become; a paragraph of the document that is not among its paragraphs, and is not empty, is deleted.</summary>
/// <param name="Paragraphs">The paragraphs; none for an empty cell.</param>
public sealed record OutcomeCell(ValueList<OutcomeParagraph> Paragraphs)
{
    /// <summary>A cell of new paragraphs.</summary>
    public static OutcomeCell Of(ValueList<CellItem> items) => Of(items, []);

    /// <summary>A cell whose paragraphs become, one after the other, what the items say.</summary>
    /// <param name="items">The items.</param>
    /// <param name="shown">The paragraphs it shows that are not empty.</param>
    public static OutcomeCell Of(ValueList<CellItem> items, ValueList<string> shown) => new(items
        .Where(item => TableHash.Normalize(item.Text).Length > 0)
        .Select((item, index) => index < shown.Count
            ? new OutcomeParagraph(index, TableHash.Normalize(item.Text) == TableHash.Normalize(shown[index]) ? null : item.Text)
            : new OutcomeParagraph(null, item.Text))
        .ToValueList());
}

/// <summary>A paragraph as it is to become.</summary>
/// <param name="Shown">The paragraph of the cell it is, counted from 0 without empty ones; null for one that is put in.</param>
/// <param name="Text">What it is to say; null where it stays as it is.</param>
public sealed record OutcomeParagraph(int? Shown, string? Text);
