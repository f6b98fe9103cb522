namespace Insek.Office.Domain;

/// <summary>A row of a table in a document: as it was rendered, as it is shown, as the concept has it; each may be missing.</summary>
internal sealed class PlanRow
{
    /// <summary>The row's key, told apart from others of the same key; for a row added by hand its number in the document.</summary>
    public required string Label { get; init; }

    /// <summary>As it was rendered; null for a row added by hand or new in the concept, and where the record is lost.</summary>
    public RecordRow? Recorded { get; init; }

    /// <summary>As it is shown; null where it is not.</summary>
    public ShownRow? Shown { get; init; }

    /// <summary>Where it is shown, from 0; -1 where it is not.</summary>
    public int ShownPlace { get; init; } = -1;

    /// <summary>As the concept has it; null where it does not.</summary>
    public TableRow? Current { get; init; }

    /// <summary>The cells by column; none for a row added by hand.</summary>
    public PlanCell[] Cells { get; init; } = [];

    /// <summary>Whether it must move to stand where the concept has it.</summary>
    public bool Moves { get; set; }

    /// <summary>Whether somebody has left it out of the document on purpose.</summary>
    public bool IsLeftOut => Recorded?.IsOwn is true;

    /// <summary>Whether one of its cells is not the concept's any more.</summary>
    public bool IsEdited => Cells.Any(cell => cell.IsEdited || cell.IsOwn);

    /// <summary>The shown texts, cell by cell.</summary>
    public ValueList<string>? Mine => Shown?.Cells.Select(PlanCell.Join).ToValueList();

    /// <summary>The texts the concept has, cell by cell.</summary>
    public ValueList<string>? After => Current?.Cells.Select(cell => PlanCell.Join(cell.Items.Select(item => item.Text))).ToValueList();

    /// <summary>The texts as rendered, cell by cell.</summary>
    public ValueList<string>? Before => Recorded?.Cells.Select(cell => PlanCell.Join(cell.Items.Select(item => item.Text))).ToValueList();
}

/// <summary>A cell of a <see cref="PlanRow"/>.</summary>
internal sealed class PlanCell
{
    /// <summary>Compares a cell.</summary>
    /// <param name="column">The column's key.</param>
    /// <param name="recorded">As it was rendered; null where nobody knows.</param>
    /// <param name="shown">Its paragraphs; null where the row is not shown.</param>
    /// <param name="current">The items the concept has; null where it does not have the row.</param>
    public PlanCell(string column, RecordCell? recorded, ValueList<string>? shown, ValueList<CellItem>? current)
    {
        (Column, Recorded, Current) = (column, recorded?.Items, current);
        IsOwn = recorded?.IsOwn is true;
        Shown = shown is null ? null : WithoutEmpty(shown);
        var rendered = recorded?.Items ?? current ?? [];
        var differs = !IsOwn && Shown is not null && !ReadsAs(rendered, Shown);
        ReadsAsCurrent = differs && current is not null && ReadsAs(current, Shown!);
        IsEdited = differs && !ReadsAsCurrent;
        if (!IsOwn && recorded is not null && current is not null && !AreSame(recorded.Items, current))
        {
            Changes = new ItemChanges(recorded.Items, current);
        }
    }

    public string Column { get; }

    /// <summary>The items as rendered; null where nobody knows.</summary>
    public ValueList<CellItem>? Recorded { get; }

    /// <summary>The shown paragraphs that are not empty; null where the row is not shown.</summary>
    public ValueList<string>? Shown { get; }

    /// <summary>The items the concept has; null where it does not have the row.</summary>
    public ValueList<CellItem>? Current { get; }

    /// <summary>Whether somebody has made it the document's own.</summary>
    public bool IsOwn { get; }

    /// <summary>Whether it reads differently from what was rendered; where nobody knows that, from what the concept has.</summary>
    public bool IsEdited { get; }

    /// <summary>How its items changed; null where nobody would read a difference, or nothing can be compared.</summary>
    public ItemChanges? Changes { get; }

    /// <summary>Whether somebody has brought it up to date by hand: it reads as the concept has it, and not as it was rendered.</summary>
    public bool ReadsAsCurrent { get; }

    /// <summary>The texts as rendered, paragraph by paragraph.</summary>
    public ValueList<string>? Before => TextsOf(Recorded);

    /// <summary>The texts the concept has, paragraph by paragraph.</summary>
    public ValueList<string>? After => TextsOf(Current);

    /// <summary>Whether a change of the concept waits for this cell that nobody has edited.</summary>
    public bool IsOutdated => Changes is not null && !ReadsAsCurrent;

    /// <summary>Several paragraphs as one text.</summary>
    public static string Join(IEnumerable<string> paragraphs) => string.Join('\n', paragraphs.Where(text => TableHash.Normalize(text).Length > 0));

    private static ValueList<string>? TextsOf(ValueList<CellItem>? items) => items?.Select(item => item.Text).Where(text => TableHash.Normalize(text).Length > 0).ToValueList();

    /// <summary>The paragraphs that have a text.</summary>
    public static ValueList<string> WithoutEmpty(ValueList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (TableHash.Normalize(texts[i]).Length == 0)
            {
                return texts.Where(text => TableHash.Normalize(text).Length > 0).ToValueList();
            }
        }

        return texts;
    }

    /// <summary>Whether items, those without a text left out, read as paragraphs do that all have one.</summary>
    public static bool ReadsAs(ValueList<CellItem> items, ValueList<string> paragraphs)
    {
        var place = 0;
        for (var i = 0; i < items.Count; i++)
        {
            var text = TableHash.Normalize(items[i].Text);
            if (text.Length > 0 && (place >= paragraphs.Count || text != TableHash.Normalize(paragraphs[place++])))
            {
                return false;
            }
        }

        return place == paragraphs.Count;
    }

    // By far the most cells: nothing to compare item by item.
    private static bool AreSame(ValueList<CellItem> before, ValueList<CellItem> after)
    {
        if (before.Count != after.Count)
        {
            return false;
        }

        for (var i = 0; i < before.Count; i++)
        {
            if (before[i].Key != after[i].Key || TableHash.Normalize(before[i].Text) != TableHash.Normalize(after[i].Text))
            {
                return false;
            }
        }

        return true;
    }
}
