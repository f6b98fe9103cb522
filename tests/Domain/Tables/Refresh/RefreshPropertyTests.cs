using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Tables.Refresh;

/// <summary>Random tables, random hand edits, random changes of the concept.</summary>
public sealed class RefreshPropertyTests
{
    private const string Mark = "von Hand ";

    // Few keys and texts, so that rows and items repeat, move and come back.
    private static readonly Gen<CellItem> _item =
        from key in Gen.Choose(1, 6)
        from revision in Gen.Choose(1, 3)
        from text in Gen.Choose(0, 9)
        select new CellItem(FormattableString.Invariant($"m{key}"), revision, text == 0 ? "" : FormattableString.Invariant($"Text {key} {text % 3}"));

    private static readonly Gen<TableRow> _row =
        from key in Gen.Choose(1, 12)
        from goal in Gen.Choose(1, 4)
        from items in _item.ListOf()
        select new TableRow(FormattableString.Invariant($"z{key}"), [new TableCell([new CellItem("z", 1, FormattableString.Invariant($"Ziel {goal}"))]), new TableCell(items.Take(5).ToValueList())]);

    private static readonly Gen<Table> _table = _row.ListOf().Select(rows => Of(rows.Take(14)));

    /// <summary>Tables as concepts make them: each row has a key and a first cell of its own.</summary>
    private static readonly Gen<Table> _distinct = _table.Select(table => Of(table.Rows.DistinctBy(row => row.Key).Select(row => row with { Cells = [new TableCell([new CellItem("z", 1, $"Ziel {row.Key}")]), row.Cells[1]] })));

    /// <summary>What somebody does to the document by hand: what, at which row and cell.</summary>
    private sealed record Touch(int What, int Row, int Column);

    private static readonly Gen<Touch> _touch =
        from what in Gen.Choose(0, 3)
        from row in Gen.Choose(0, 20)
        from column in Gen.Choose(0, 1)
        select new Touch(what, row, column);

    private static readonly Gen<(Table Before, Table After, Touch[] Touches)> _history =
        from before in _table
        from after in _table
        from touches in _touch.ArrayOf()
        select (before, after, touches.Take(6).ToArray());

    private static readonly Gen<(Table Before, Table After, Touch[] Touches)> _plainHistory =
        from before in _distinct
        from after in _distinct
        from touches in _touch.ArrayOf()
        select (before, after, touches.Take(6).ToArray());

    [Fact]
    public void Accepting_everything_in_a_table_nobody_edited_makes_it_current() => Prop.ForAll(_history.ToArbitrary(), history =>
    {
        var (record, shown) = Render(history.Before);
        var plan = RefreshPlan.Make(record, shown, history.After);
        var outcome = plan.Apply(plan.AcceptAll());
        return plan.Changes.All(change => !change.IsConflict)
            && shown.Apply(outcome, history.After).Read().SequenceEqual(history.After.Read())
            && outcome.Record!.Equals(TableRecord.Of(history.After))
            && outcome.Left.Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_that_is_current_needs_nothing() => Prop.ForAll(_table.ToArbitrary(), table =>
    {
        var (record, shown) = Render(table);
        var plan = RefreshPlan.Make(record, shown, table);
        return plan is { State: TableState.Current, Changes.Count: 0, Edits.Count: 0 } && plan.Apply(plan.AcceptAll()).LeavesDocument(shown.Rows.Count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_typed_by_hand_is_ever_lost() => Prop.ForAll(_history.ToArbitrary(), history =>
    {
        var (record, rendered) = Render(history.Before);
        var shown = Edit(rendered, history.Touches);
        foreach (var known in new[] { record, null })
        {
            var plan = RefreshPlan.Make(known, shown, history.After);
            var after = shown.Apply(plan.Apply(plan.AcceptAll()), history.After);
            if (!Typed(shown).SequenceEqual(Typed(after)))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keeping_mine_in_every_conflict_loses_nothing_typed_by_hand() => Prop.ForAll(_history.ToArbitrary(), history =>
    {
        var (record, rendered) = Render(history.Before);
        var shown = Edit(rendered, history.Touches);
        return Typed(shown).SequenceEqual(Typed(shown.Apply(KeepMine(RefreshPlan.Make(record, shown, history.After)), history.After)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keeping_mine_in_every_conflict_settles_it_until_the_concept_changes_again() => Prop.ForAll(_plainHistory.ToArbitrary(), history =>
    {
        var (record, rendered) = Render(history.Before);
        var shown = Edit(rendered, history.Touches.Select(Recognisable));
        var outcome = KeepMine(RefreshPlan.Make(record, shown, history.After));
        return RefreshPlan.Make(outcome.Record, shown.Apply(outcome, history.After), history.After).Changes.Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Applying_twice_changes_nothing_more() => Prop.ForAll(_plainHistory.ToArbitrary(), history =>
    {
        var (record, rendered) = Render(history.Before);
        var shown = Edit(rendered, history.Touches.Select(Recognisable));
        var first = RefreshPlan.Make(record, shown, history.After);
        var outcome = first.Apply(first.AcceptAll());
        var after = shown.Apply(outcome, history.After);
        var second = RefreshPlan.Make(outcome.Record, after, history.After);
        var again = second.Apply(second.AcceptAll());
        return again.LeavesDocument(after.Rows.Count) && again.Record!.Equals(outcome.Record);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_the_concept_in_every_conflict_and_edit_leaves_only_rows_added_by_hand() => Prop.ForAll(_history.ToArbitrary(), history =>
    {
        var (record, rendered) = Render(history.Before);
        var shown = Edit(rendered, history.Touches);
        var plan = RefreshPlan.Make(record, shown, history.After);
        var decisions = plan.Changes.Select(change => (change.Id, Decision: change.IsConflict ? RefreshDecision.Concept : RefreshDecision.Accept))
            .Concat(plan.Edits.Select(edit => (edit.Id, Decision: RefreshDecision.Concept)))
            .ToDictionary(entry => entry.Id, entry => entry.Decision);
        var outcome = plan.Apply(decisions);
        var extras = outcome.Rows.Index().Where(entry => entry.Item.Shown is { } place && plan.Edits.Any(edit => edit.Id == FormattableString.Invariant($"extra:{place + 1}"))).Select(entry => entry.Index).ToHashSet();
        return shown.Apply(outcome, history.After).Read().Where((_, index) => !extras.Contains(index)).SequenceEqual(history.After.Read())
            && outcome.Record!.Equals(TableRecord.Of(history.After));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ten_thousand_rows_with_edits_and_changes_are_told_apart_one_by_one()
    {
        var before = Of(Enumerable.Range(1, 10_000).Select(number => Row(number, $"Maßnahme {number}")));
        var after = Of(Enumerable.Range(1, 10_000).Where(number => number % 1_000 != 0).Select(number => Row(number, number % 100 == 1 ? $"Neu {number}" : $"Maßnahme {number}")));
        var (record, rendered) = Render(before);
        var shown = new ShownTable(rendered.Headings, rendered.Rows.Select((row, place) => place % 500 == 7 ? new ShownRow([row.Cells[0], [Mark + place]]) : row).ToValueList());

        var plan = RefreshPlan.Make(record, shown, after);

        Assert.Equal(100, plan.Changes.Count(change => change.Kind is TableChangeKind.ItemChanged));
        Assert.Equal(10, plan.Changes.Count(change => change.Kind is TableChangeKind.RowRemoved));
        Assert.Equal(110, plan.Changes.Count);
        Assert.Equal(20, plan.Edits.Count);
    }

    private static RefreshOutcome KeepMine(RefreshPlan plan) =>
        plan.Apply(plan.Changes.ToDictionary(change => change.Id, change => change.IsConflict ? RefreshDecision.Mine : RefreshDecision.Accept));

    // Which row a rewritten one was is guessed from its neighbours, and they may go; so here every row keeps something to be known by.
    private static Touch Recognisable(Touch touch) => touch with { What = touch.What == 2 ? 2 : 0 };

    private static TableRow Row(int number, string text) => new(
        FormattableString.Invariant($"z{number}"), [new TableCell([new CellItem("z", 1, FormattableString.Invariant($"Ziel {number}"))]), new TableCell([new CellItem("m", 1, text)])]);

    private static Table Of(IEnumerable<TableRow> rows) => new()
    {
        Definition = "sector-measures",
        Concept = new ConceptId("insek-muster"),
        Parameters = TableParameters.None,
        Title = "Ziele und Maßnahmen",
        Columns = [new TableColumn("goal", "Ziel", 40), new TableColumn("measures", "Maßnahmen", 60)],
        Rows = rows.ToValueList(),
    };

    private static (TableRecord Record, ShownTable Shown) Render(Table table) => (TableRecord.Of(table), ShownTable.Of(TableRecord.Of(table), ["Ziel", "Maßnahmen"]));

    private static ShownTable Edit(ShownTable shown, IEnumerable<Touch> touches)
    {
        var rows = shown.Rows.Select(row => row.Cells.Select(cell => cell.ToList()).ToArray()).ToList();
        foreach (var (number, touch) in touches.Index())
        {
            var text = FormattableString.Invariant($"{Mark}{number}");
            switch (touch.What)
            {
                case 0 when rows.Count > 0:
                    rows[touch.Row % rows.Count][touch.Column].Add(text);
                    break;
                case 1 when rows.Count > 0:
                    rows[touch.Row % rows.Count][touch.Column] = [text];
                    break;
                case 2:
                    rows.Insert(touch.Row % (rows.Count + 1), [[text], [text]]);
                    break;
                case 3 when rows.Count > 0 && !rows[touch.Row % rows.Count].Any(cell => cell.Exists(IsTyped)):
                    rows.RemoveAt(touch.Row % rows.Count);
                    break;
            }
        }

        return new ShownTable(shown.Headings, rows.Select(row => new ShownRow(row.Select(cell => cell.ToValueList()).ToValueList())).ToValueList());
    }

    private static IEnumerable<string> Typed(ShownTable shown) => shown.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell).Where(IsTyped).Order(StringComparer.Ordinal);

    private static bool IsTyped(string text) => text.StartsWith(Mark, StringComparison.Ordinal);
}
