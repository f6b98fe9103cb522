namespace Insek.Office.Domain;

/// <summary>What a refresh would do to a table in a document: an answer to what was rendered, what is shown and what the concept has now. Pure; the add-in computes the same.</summary>
/// <remarks><c>tests/vectors/table-refresh.json</c> holds both to it; <c>tests/vectors/table-refresh.md</c> says the rules in words.</remarks>
public sealed class RefreshPlan
{
    private readonly TableRecord? _record;
    private readonly ShownTable _shown;
    private readonly Table _current;
    private readonly RefreshRows? _rows;

    private RefreshPlan(TableRecord? record, ShownTable shown, Table current, RefreshRows? rows) => (_record, _shown, _current, _rows) = (record, shown, current, rows);

    /// <summary>What is to be decided on, in the order of the document, new rows last; where the columns are others, one change of the kind <see cref="TableChangeKind.Shape"/>.</summary>
    public required ValueList<PlannedChange> Changes { get; init; }

    /// <summary>What was edited by hand and no change of the concept meets, in the order of the document.</summary>
    public required ValueList<HandEdit> Edits { get; init; }

    /// <summary>How many cells were edited by hand or made the document's own.</summary>
    public int EditedCells { get; private init; }

    /// <summary>Whether the columns are others than those in the document, so that only the whole table can be replaced.</summary>
    public bool IsShape => _rows is null;

    /// <summary>Whether the document shows exactly what was rendered; a plan against the record alone would be the same.</summary>
    public bool IsUntouched { get; private init; }

    /// <summary>Where the table stands: outdated goes before edited.</summary>
    public TableState State => Changes.Count > 0 ? TableState.Outdated : EditedCells > 0 || Edits.Count > 0 ? TableState.Edited : TableState.Current;

    /// <summary>Makes the plan, in time linear in the number of rows.</summary>
    /// <param name="record">What was rendered last; null where the document has lost it.</param>
    /// <param name="shown">What the document shows.</param>
    /// <param name="current">The table as the concept has it now.</param>
    public static RefreshPlan Make(TableRecord? record, ShownTable shown, Table current)
    {
        if (TableShape.Differs(record, shown, current))
        {
            return new RefreshPlan(record, shown, current, null) { Changes = [TableShape.Change(record, shown, current)], Edits = [] };
        }

        var rows = record is null ? RefreshRows.Of(shown, current) : RefreshRows.Of(record, shown, current);
        return new RefreshPlan(record, shown, current, rows)
        {
            Changes = PlanChanges.Of(rows, record is null),
            Edits = record is null ? [] : PlanChanges.Edits(rows),
            EditedCells = rows.InOrder.Sum(row => row.IsLeftOut ? 0 : Count(row.Cells)),
            IsUntouched = record is not null && rows.InOrder.All(row => row is { Recorded: not null, Shown: not null } && Array.TrueForAll(row.Cells, cell => !cell.IsOwn && !cell.IsEdited && !cell.ReadsAsCurrent)),
        };
    }

    /// <summary>What accepting everything decides: every change without a conflict.</summary>
    public IReadOnlyDictionary<string, RefreshDecision> AcceptAll() =>
        Changes.Where(change => !change.IsConflict).ToDictionary(change => change.Id, _ => RefreshDecision.Accept, StringComparer.Ordinal);

    /// <summary>What is left of the document and its record after decisions.</summary>
    /// <param name="decisions">By the ids of changes and hand edits. What is not among them stays; a decision that does not fit what it is about counts as none.</param>
    public RefreshOutcome Apply(IReadOnlyDictionary<string, RefreshDecision> decisions) => _rows is null
        ? TableShape.Apply(Changes[0], _record, _shown, _current, decisions)
        : new RefreshApplication(_record, _shown, _current, _rows, Changes, decisions).Apply();

    private static int Count(PlanCell[] cells)
    {
        var edited = 0;
        foreach (var cell in cells)
        {
            edited += cell.IsEdited || cell.IsOwn ? 1 : 0;
        }

        return edited;
    }
}

/// <summary>Where a table in a document stands.</summary>
public enum TableState
{
    /// <summary>It shows what the concept has.</summary>
    Current,

    /// <summary>It shows what the concept has, but for what was edited by hand.</summary>
    Edited,

    /// <summary>The concept has changed since.</summary>
    Outdated,

    /// <summary>It cannot be made any more, or not by this caller.</summary>
    Unknown,
}
