namespace Insek.Office.Domain;

/// <summary>Decides what becomes of one row.</summary>
internal sealed class RowDecisions(PlanRow row, bool isLost, IReadOnlyDictionary<string, RefreshDecision> decisions)
{
    public RowResult Decide() => row switch
    {
        { Shown: null, Current: null } => new RowResult(null, row.IsLeftOut && Of($"own:{row.Label}") is not RefreshDecision.Concept ? row.Recorded : null),
        { Shown: null, Recorded: null } when !isLost => IsAccepted($"row-added:{row.Label}") ? PutIn() : new RowResult(null, null),
        { Shown: null } => DecideMissing(),
        { Recorded: null, Current: null } => DecideExtra(),
        { Current: null } => DecideRemoved(),
        _ => DecideShown(),
    };

    private RowResult DecideMissing()
    {
        var id = row.IsLeftOut ? "own" : isLost || PlanChanges.IsMissing(row) ? "row-missing" : "left-out";
        return Of($"{id}:{row.Label}") switch
        {
            RefreshDecision.Concept => PutIn(),
            RefreshDecision.Own => new RowResult(null, Recorded() with { IsOwn = true }),
            RefreshDecision.Mine when id == "row-missing" => new RowResult(null, Recorded()),
            _ => new RowResult(null, row.Recorded),
        };
    }

    private RowResult DecideExtra() =>
        isLost && Of($"row-extra:{row.Label}") is RefreshDecision.Concept ? new RowResult(null, null) : new RowResult(Kept(), null);

    private RowResult DecideRemoved()
    {
        var id = $"row-removed:{row.Label}";
        if (!row.IsEdited)
        {
            return IsAccepted(id) ? new RowResult(null, null) : new RowResult(Kept(), row.Recorded);
        }

        return Of(id) switch
        {
            RefreshDecision.Concept => new RowResult(null, null),
            RefreshDecision.Mine or RefreshDecision.Own => new RowResult(Kept(), null),
            _ => new RowResult(Kept(), row.Recorded),
        };
    }

    private RowResult DecideShown()
    {
        // By far the most rows: there is nothing to decide.
        if (!row.Moves && !Array.Exists(row.Cells, cell => cell.IsOwn || cell.IsEdited || cell.IsOutdated))
        {
            return new RowResult(Kept(), row.Recorded is { } recorded && IsAsNow(recorded) ? recorded : Recorded());
        }

        var cells = Array.ConvertAll(row.Cells, Decide);
        var moves = row.Moves && IsAccepted($"row-moved:{row.Label}");
        var document = Array.TrueForAll(cells, cell => cell.Document is null) ? Kept() : Kept() with { Cells = [.. Array.ConvertAll(cells, cell => cell.Document)] };
        return new RowResult(moves ? document with { IsMoved = true } : document, new RecordRow(row.Current!.Key, [.. Array.ConvertAll(cells, cell => cell.Record)]), moves);
    }

    private (OutcomeCell? Document, RecordCell Record) Decide(PlanCell cell)
    {
        var taken = new RecordCell(cell.Column, cell.Current!);
        if (cell.IsOwn)
        {
            return Of($"own:{row.Label}:{cell.Column}") is RefreshDecision.Concept ? (Replaced(cell), taken) : (null, new RecordCell(cell.Column, cell.Recorded!, IsOwn: true));
        }

        if (cell.IsEdited)
        {
            var isConflict = isLost || cell.IsOutdated;
            return Of($"{(isConflict ? "cell" : "edit")}:{row.Label}:{cell.Column}") switch
            {
                RefreshDecision.Concept => (Replaced(cell), taken),
                RefreshDecision.Own => (null, taken with { IsOwn = true }),
                RefreshDecision.Mine when isConflict => (null, taken),
                _ => (null, isConflict && !isLost ? new RecordCell(cell.Column, cell.Recorded!) : taken),
            };
        }

        return cell.IsOutdated ? Merge(cell) : (null, taken);
    }

    private (OutcomeCell? Document, RecordCell Record) Merge(PlanCell cell)
    {
        var merged = cell.Changes!.Merge(row.Label, cell.Column, IsAccepted);
        var sources = SourcesOf(cell.Recorded!);
        var paragraphs = merged
            .Where(entry => !IsEmpty(entry.Item))
            .Select(entry => (Source: entry.Place < 0 ? null : sources[entry.Place], entry.Place, entry.Item))
            .Select(entry => new OutcomeParagraph(entry.Source, entry.Source is not null && ReadsTheSame(cell.Recorded![entry.Place], entry.Item) ? null : entry.Item.Text))
            .ToValueList();
        var isUntouched = paragraphs.Count == cell.Shown!.Count && paragraphs.Select((paragraph, place) => paragraph.Shown == place && paragraph.Text is null).All(same => same);
        return (isUntouched ? null : new OutcomeCell(paragraphs), new RecordCell(cell.Column, merged.Select(entry => entry.Item).ToValueList()));
    }

    // Items without a text make no paragraph that counts.
    private static int?[] SourcesOf(ValueList<CellItem> items)
    {
        var next = 0;
        return [.. items.Select(item => IsEmpty(item) ? (int?)null : next++)];
    }

    private static bool IsEmpty(CellItem item) => TableHash.Normalize(item.Text).Length == 0;

    private static bool ReadsTheSame(CellItem one, CellItem other) => TableHash.Normalize(one.Text) == TableHash.Normalize(other.Text);

    private static OutcomeCell Replaced(PlanCell cell) => OutcomeCell.Of(cell.Current!, cell.Shown!);

    private RowResult PutIn() => new(OutcomeRow.Of(row.Current!), Recorded(), IsPlaced: true);

    private RecordRow Recorded() => new(row.Current!.Key, row.Cells.Select(cell => new RecordCell(cell.Column, cell.Current!)).ToValueList());

    // Revisions included: a record that has older ones is written anew.
    private bool IsAsNow(RecordRow recorded)
    {
        var isSame = recorded.Key == row.Current!.Key && recorded.Cells.Count == row.Cells.Length;
        for (var i = 0; isSame && i < row.Cells.Length; i++)
        {
            isSame = recorded.Cells[i].Column == row.Cells[i].Column && recorded.Cells[i].Items.Equals(row.Cells[i].Current);
        }

        return isSame;
    }

    private OutcomeRow Kept() => OutcomeRow.Kept(row.ShownPlace);

    private bool IsAccepted(string id) => Of(id) is RefreshDecision.Accept;

    private RefreshDecision? Of(string id) => decisions.TryGetValue(id, out var decision) ? decision : null;
}
