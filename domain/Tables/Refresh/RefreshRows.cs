namespace Insek.Office.Domain;

/// <summary>The rows of a table in a document, each found in what was rendered, in what is shown and in the concept.</summary>
internal sealed class RefreshRows
{
    private RefreshRows(IReadOnlyList<PlanRow> rows, PlanRow[] byConcept) => (InOrder, ByConcept) = (rows, byConcept);

    /// <summary>The rows in the order of the document, those it does not show behind the row they were rendered behind. Rows that are new in the concept are not among them.</summary>
    public IReadOnlyList<PlanRow> InOrder { get; }

    /// <summary>The rows in the order of the concept, new ones included.</summary>
    public IReadOnlyList<PlanRow> ByConcept { get; }

    /// <summary>Finds the rows of a table whose record is known.</summary>
    public static RefreshRows Of(TableRecord record, ShownTable shown, Table current)
    {
        var (labels, wanted) = (Keyed.Labels(record.Rows.Select(row => row.Key)), Keyed.Labels(current.Rows.Select(row => row.Key)));
        var places = Keyed.Places(wanted);
        var present = Enumerable.Range(0, record.Rows.Count).Where(place => !record.Rows[place].IsOwn).ToArray();
        var pairs = ShowsAll(record, present, shown, current.Columns.Count)
            ? [.. Enumerable.Range(0, present.Length)]
            : Align(Array.ConvertAll(present, place => RowTexts.Of(record.Rows[place])), shown, current.Columns.Count);
        var shownPlaces = new int[record.Rows.Count];
        Array.Fill(shownPlaces, -1);
        foreach (var (index, place) in present.Index())
        {
            shownPlaces[place] = pairs[index];
        }

        var byConcept = new PlanRow?[current.Rows.Count];
        var rows = Enumerable.Range(0, record.Rows.Count).Select(place =>
        {
            var now = places.GetValueOrDefault(labels[place], -1);
            var row = Make(labels[place], record.Rows[place], shown, shownPlaces[place], now < 0 ? null : current.Rows[now], current.Columns);
            if (now >= 0)
            {
                byConcept[now] = row;
            }

            return row;
        }).ToArray();
        MarkMoves(rows, places);
        return new RefreshRows(Combine(rows, shown), Complete(byConcept, wanted, shown, current));
    }

    /// <summary>Finds the rows of a table whose record is lost, by what the concept has.</summary>
    public static RefreshRows Of(ShownTable shown, Table current)
    {
        var labels = Keyed.Labels(current.Rows.Select(row => row.Key));
        var pairs = Align([.. current.Rows.Select(RowTexts.Of)], shown, current.Columns.Count);
        var rows = current.Rows.Select((row, place) => Make(labels[place], null, shown, pairs[place], row, current.Columns)).ToArray();
        return new RefreshRows(Combine(rows, shown), rows);
    }

    // By far the most tables: nobody has touched them, and no row has to be looked for.
    private static bool ShowsAll(TableRecord record, int[] present, ShownTable shown, int columns)
    {
        for (var i = 0; i < present.Length && present.Length == shown.Rows.Count; i++)
        {
            var (rendered, cells) = (record.Rows[present[i]].Cells, shown.Rows[i].Cells);
            for (var column = 0; column < columns; column++)
            {
                if (cells.Count != columns || rendered.Count != columns || !PlanCell.ReadsAs(rendered[column].Items, PlanCell.WithoutEmpty(cells[column])))
                {
                    return false;
                }
            }
        }

        return present.Length == shown.Rows.Count;
    }

    // A row with merged or split cells is none that was rendered.
    private static int[] Align(RowTexts[] rendered, ShownTable shown, int columns)
    {
        var even = Enumerable.Range(0, shown.Rows.Count).Where(place => shown.Rows[place].Cells.Count == columns).ToArray();
        var pairs = RowAlignment.Of(rendered, [.. even.Select(place => RowTexts.Of(shown.Rows[place]))]);
        return [.. pairs.Select(place => place < 0 ? -1 : even[place])];
    }

    private static PlanRow Make(string label, RecordRow? recorded, ShownTable shown, int shownPlace, TableRow? current, ValueList<TableColumn> columns)
    {
        var row = shownPlace < 0 ? null : shown.Rows[shownPlace];
        var cells = new PlanCell[columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new PlanCell(columns[i].Key, recorded?.Cells[i], row?.Cells[i], current?.Cells[i].Items);
        }

        return new PlanRow
        {
            Label = label,
            Recorded = recorded,
            Shown = row,
            ShownPlace = shownPlace,
            Current = current,
            Cells = cells,
        };
    }

    private static void MarkMoves(IEnumerable<PlanRow> rows, Dictionary<string, int> places)
    {
        var common = rows.Where(row => row is { Shown: not null, Current: not null }).ToArray();
        foreach (var (index, stays) in LongestIncrease.Marks([.. common.Select(row => places[row.Label])]).Index())
        {
            common[index].Moves = !stays;
        }
    }

    private static List<PlanRow> Combine(PlanRow[] rows, ShownTable shown)
    {
        var combined = new List<PlanRow>(rows.Length);
        var (next, place) = (0, 0);
        TakeMissing();
        for (; place < shown.Rows.Count; place++)
        {
            if (next < rows.Length && rows[next].ShownPlace == place)
            {
                combined.Add(rows[next++]);
                TakeMissing();
            }
            else
            {
                combined.Add(new PlanRow { Label = FormattableString.Invariant($"{place + 1}"), Shown = shown.Rows[place], ShownPlace = place });
            }
        }

        return combined;

        void TakeMissing()
        {
            while (next < rows.Length && rows[next].Shown is null)
            {
                combined.Add(rows[next++]);
            }
        }
    }

    private static PlanRow[] Complete(PlanRow?[] byConcept, string[] labels, ShownTable shown, Table current) =>
        [.. byConcept.Select((row, place) => row ?? Make(labels[place], null, shown, -1, current.Rows[place], current.Columns))];
}
