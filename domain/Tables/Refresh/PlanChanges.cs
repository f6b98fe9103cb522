namespace Insek.Office.Domain;

/// <summary>Lists what is to be decided on, and what was edited by hand beside it.</summary>
internal static class PlanChanges
{
    /// <summary>The changes, in the order of the document; rows that are new in the concept last.</summary>
    public static ValueList<PlannedChange> Of(RefreshRows rows, bool isLost)
    {
        var behind = new Dictionary<PlanRow, string?>();
        for (var i = 0; i < rows.ByConcept.Count; i++)
        {
            behind[rows.ByConcept[i]] = i == 0 ? null : rows.ByConcept[i - 1].Label;
        }

        var added = isLost ? [] : rows.ByConcept.Where(row => row.Recorded is null).Select(row => new PlannedChange
        {
            Id = $"row-added:{row.Label}",
            Kind = TableChangeKind.RowAdded,
            Row = row.Label,
            Behind = behind[row],
            After = row.After,
        });
        return rows.InOrder.SelectMany(row => isLost ? OfUnrecorded(row) : OfRecorded(row, behind)).Concat(added).ToValueList();
    }

    /// <summary>The hand edits, in the order of the document.</summary>
    public static ValueList<HandEdit> Edits(RefreshRows rows) => rows.InOrder.SelectMany(EditsOf).ToValueList();

    /// <summary>Whether a row that is not shown has changed in the concept since it was rendered.</summary>
    public static bool IsMissing(PlanRow row) => row is { Shown: null, Current: not null, IsLeftOut: false } && row.Cells.Any(cell => cell.Changes is not null);

    private static IEnumerable<PlannedChange> OfUnrecorded(PlanRow row)
    {
        if (row.Current is null)
        {
            return [Row(row, TableChangeKind.RowExtra, "row-extra", isConflict: true)];
        }

        return row.Shown is null
            ? [Row(row, TableChangeKind.RowMissing, "row-missing", isConflict: true)]
            : row.Cells.Where(cell => cell.IsEdited).Select(cell => Cell(row, cell));
    }

    private static IEnumerable<PlannedChange> OfRecorded(PlanRow row, Dictionary<PlanRow, string?> behind)
    {
        if (row.Recorded is null || row.IsLeftOut || row.Shown is null)
        {
            return IsMissing(row) ? [Row(row, TableChangeKind.RowMissing, "row-missing", isConflict: true)] : [];
        }

        if (row.Current is null)
        {
            return [Row(row, TableChangeKind.RowRemoved, "row-removed", row.IsEdited)];
        }

        // By far the most rows.
        if (!row.Moves && !Array.Exists(row.Cells, cell => cell.IsOutdated))
        {
            return [];
        }

        // A row moves as it is shown: nothing that was edited by hand gets lost on the way.
        var moved = row.Moves ? [Row(row, TableChangeKind.RowMoved, "row-moved", isConflict: false) with { Behind = behind[row] }] : Array.Empty<PlannedChange>();
        return moved.Concat(row.Cells.Where(cell => cell.IsOutdated).SelectMany(cell => cell.IsEdited ? [Cell(row, cell)] : cell.Changes!.List(row.Label, cell.Column)));
    }

    private static IEnumerable<HandEdit> EditsOf(PlanRow row)
    {
        if (row.IsLeftOut)
        {
            return [Edit(row, HandEditKind.Own, "own")];
        }

        if (row.Recorded is null)
        {
            return [Edit(row, HandEditKind.Extra, "extra")];
        }

        if (row.Shown is null || row.Current is null)
        {
            return row is { Shown: null, Current: not null } && !IsMissing(row) ? [Edit(row, HandEditKind.LeftOut, "left-out")] : [];
        }

        return !Array.Exists(row.Cells, cell => cell.IsOwn || cell.IsEdited) ? [] : row.Cells.Where(cell => cell.IsOwn || (cell.IsEdited && !cell.IsOutdated)).Select(cell => new HandEdit
        {
            Id = $"{(cell.IsOwn ? "own" : "edit")}:{row.Label}:{cell.Column}",
            Kind = cell.IsOwn ? HandEditKind.Own : HandEditKind.Edit,
            Row = row.Label,
            Column = cell.Column,
            Mine = cell.Shown,
            Recorded = cell.Before,
        });
    }

    private static PlannedChange Row(PlanRow row, TableChangeKind kind, string name, bool isConflict) => new()
    {
        Id = $"{name}:{row.Label}",
        Kind = kind,
        Row = row.Label,
        IsConflict = isConflict,
        Before = row.Before,
        After = row.After,
        Mine = isConflict ? row.Mine : null,
    };

    private static PlannedChange Cell(PlanRow row, PlanCell cell) => new()
    {
        Id = $"cell:{row.Label}:{cell.Column}",
        Kind = TableChangeKind.Cell,
        Row = row.Label,
        Column = cell.Column,
        IsConflict = true,
        Before = cell.Before,
        After = cell.After,
        Mine = cell.Shown,
    };

    private static HandEdit Edit(PlanRow row, HandEditKind kind, string name) => new()
    {
        Id = $"{name}:{row.Label}",
        Kind = kind,
        Row = row.Label,
        Mine = row.Mine,
        Recorded = row.Before,
    };
}
