namespace Insek.Office.Domain;

/// <summary>Tables whose columns are others than those in the document: no cell of the one is a cell of the other.</summary>
internal static class TableShape
{
    /// <summary>Whether the columns of record, document and concept differ in number or order.</summary>
    public static bool Differs(TableRecord? record, ShownTable shown, Table current)
    {
        var columns = current.Columns.Select(column => column.Key).ToArray();
        if (shown.Headings.Count != columns.Length || record is null)
        {
            return shown.Headings.Count != columns.Length;
        }

        return (record.Columns is { } recorded && !recorded.Select(column => column.Key).SequenceEqual(columns))
            || record.Rows.Any(row => !Fits(row, columns));
    }

    private static bool Fits(RecordRow row, string[] columns)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (row.Cells.Count != columns.Length || row.Cells[i].Column != columns[i])
            {
                return false;
            }
        }

        return row.Cells.Count == columns.Length;
    }

    /// <summary>The one change there is: the table as a whole.</summary>
    public static PlannedChange Change(TableRecord? record, ShownTable shown, Table current) => new()
    {
        Id = "shape",
        Kind = TableChangeKind.Shape,
        IsConflict = record is null || !ShowsWhatWasRendered(record, shown),
        Before = record?.Columns?.Select(column => column.Heading).ToValueList(),
        After = current.Columns.Select(column => column.Heading).ToValueList(),
        Mine = shown.Headings,
    };

    /// <summary>Replaces the whole table, or leaves it.</summary>
    public static RefreshOutcome Apply(PlannedChange change, TableRecord? record, ShownTable shown, Table current, IReadOnlyDictionary<string, RefreshDecision> decisions)
    {
        var isReplaced = decisions.TryGetValue(change.Id, out var decision) && decision == (change.IsConflict ? RefreshDecision.Concept : RefreshDecision.Accept);
        return isReplaced
            ? new RefreshOutcome { ReplacesTable = true, Rows = current.Rows.Select(OutcomeRow.Of).ToValueList(), Record = TableRecord.Of(current), Applied = [change], Left = [] }
            : new RefreshOutcome { Rows = Enumerable.Range(0, shown.Rows.Count).Select(OutcomeRow.Kept).ToValueList(), Record = record, Applied = [], Left = [change] };
    }

    private static bool ShowsWhatWasRendered(TableRecord record, ShownTable shown) =>
        record.Rows.Where(row => !row.IsOwn).Select(row => RowTexts.Of(row).Signature).SequenceEqual(shown.Rows.Select(row => RowTexts.Of(row).Signature))
        && !record.Rows.Any(row => row.Cells.Any(cell => cell.IsOwn));
}
