namespace Insek.Office.Domain;

/// <summary>Applies decisions to a plan: what the document is to become, and what its record says afterwards.</summary>
internal sealed class RefreshApplication(
    TableRecord? record, ShownTable shown, Table current, RefreshRows rows, ValueList<PlannedChange> changes, IReadOnlyDictionary<string, RefreshDecision> decisions)
{
    private readonly Dictionary<PlanRow, RowResult> _results = new(rows.InOrder.Count);
    private IEnumerable<PlanRow> _order = rows.InOrder;

    public RefreshOutcome Apply()
    {
        foreach (var row in rows.InOrder.Concat(rows.ByConcept.Where(row => row.Recorded is null && row.Shown is null)))
        {
            _results[row] = new RowDecisions(row, record is null, decisions).Decide();
        }

        Arrange();
        var (applied, left) = (changes.Where(IsSettled).ToValueList(), changes.Where(change => !IsSettled(change)).ToValueList());
        return new RefreshOutcome
        {
            Rows = _order.Select(row => _results[row].Document).OfType<OutcomeRow>().ToValueList(),
            Record = record is null && left.Count > 0 ? null : RecordAfter(isComplete: left.Count == 0),
            Applied = applied,
            Left = left,
        };
    }

    /// <summary>Puts in what is put in, and moves what moves: directly behind the row that stands before it in the concept, of those that are shown.</summary>
    private void Arrange()
    {
        if (!_results.Values.Any(result => result.IsPlaced))
        {
            return;
        }

        var order = new LinkedList<PlanRow>(rows.InOrder);
        var nodes = new Dictionary<PlanRow, LinkedListNode<PlanRow>>();
        for (var node = order.First; node is not null; node = node.Next)
        {
            nodes[node.Value] = node;
        }

        LinkedListNode<PlanRow>? last = null;
        foreach (var row in rows.ByConcept)
        {
            var result = _results[row];
            if (result.IsPlaced)
            {
                if (nodes.Remove(row, out var old))
                {
                    order.Remove(old);
                }

                nodes[row] = last is null ? order.AddFirst(row) : order.AddAfter(last, row);
            }

            if (result.Document is not null)
            {
                last = nodes[row];
            }
        }

        _order = order;
    }

    private bool IsSettled(PlannedChange change) => decisions.TryGetValue(change.Id, out var decision) && (change.IsConflict
        ? decision is RefreshDecision.Mine or RefreshDecision.Concept or RefreshDecision.Own
        : decision is RefreshDecision.Accept);

    private TableRecord RecordAfter(bool isComplete)
    {
        var columns = record?.Columns ?? current.Columns.Select((column, index) => new RecordColumn(column.Key, shown.Headings[index])).ToValueList();
        var after = _order.Select(row => _results[row].Record).OfType<RecordRow>().ToValueList();
        return new TableRecord
        {
            Hash = TableHash.Of(current.Definition, current.Parameters.ToString(), columns.Select(column => column.Heading), after),
            AsOf = isComplete ? current.AsOf : record?.AsOf,
            Columns = columns,
            Rows = after,
        };
    }
}

/// <summary>What becomes of a row.</summary>
/// <param name="Document">In the document; null where it does not show it.</param>
/// <param name="Record">In the record; null where that forgets it.</param>
/// <param name="IsPlaced">Whether it is put where the concept has it.</param>
internal sealed record RowResult(OutcomeRow? Document, RecordRow? Record, bool IsPlaced = false);
