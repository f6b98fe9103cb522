using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Tables;

/// <summary>What tables show: everything asked for, once, in order, under keys that stay.</summary>
public sealed class TableRowsTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SectorKey _sector = new("verkehr");

    [Fact]
    public void Every_shown_measure_stands_in_its_sector_table_exactly_once() => Prop.ForAll(Concepts(), concept =>
    {
        var table = Build("sector-measures", concept, new TableParameters { Sector = _sector });
        var shown = concept.MeasuresOf(_sector).Where(measure => ItemStates.Shown.Contains(measure.State)).Select(measure => measure.Id.Value);
        var written = table.Rows.SelectMany(row => row.Cells.Skip(1)).SelectMany(cell => cell.Items).Select(item => item.Key);
        return written.Order().SequenceEqual(shown.Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Row_keys_are_unique_and_every_row_has_a_cell_per_column() => Prop.ForAll(Concepts(), concept => TableDefinition.All.All(definition =>
    {
        var table = definition.Build(concept, Needed(definition));
        return table.Rows.Select(row => row.Key).Distinct().Count() == table.Rows.Count
            && table.Rows.All(row => row.Cells.Count == table.Columns.Count)
            && table.Rows.All(row => row.Cells.All(cell => cell.Items.Select(item => item.Key).Distinct().Count() == cell.Items.Count))
            && table.Columns.Sum(column => column.Share) == 100;
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void The_total_is_the_sum_of_the_rows() => Prop.ForAll(Concepts(), concept =>
    {
        var table = Build("overview", concept, TableParameters.None);
        return Enumerable.Range(1, 3).All(column =>
            table.Rows.Where(row => row.Kind is TableRowKind.Normal).Sum(row => Number(row, column)) == Number(table.Rows[^1], column))
            && table.Rows[^1].Kind is TableRowKind.Total;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stand_is_the_newest_change_shown() => Prop.ForAll(Concepts(), concept =>
    {
        var table = Build("sector-measures", concept, new TableParameters { Sector = _sector });
        var keys = table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Items).Select(item => item.Key).ToHashSet();
        DateTimeOffset?[] changes =
        [
            .. concept.Measures.Where(measure => keys.Contains(measure.Id.Value)).Select(measure => (DateTimeOffset?)measure.ChangedAt),
            .. concept.Goals.Where(goal => keys.Contains(goal.Id.Value)).Select(goal => (DateTimeOffset?)goal.ChangedAt),
        ];
        return table.AsOf == changes.Max();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_measure_that_names_no_area_stands_where_its_goal_does()
    {
        var concept = Concept(
            [Goal(1)],
            [Measure(1, goal: 1), Measure(2, goal: 1, areas: ["PG-II"])]);

        Assert.Equal(["verkehr-1-1"], ItemsOf(concept, "PG-I"));
        Assert.Equal(["verkehr-1-2"], ItemsOf(concept, "PG-II"));
    }

    [Fact]
    public void A_measure_keeps_its_row_when_its_goal_is_put_off()
    {
        var concept = Concept([Goal(1, ItemState.Deferred)], [Measure(1, goal: 1)]);

        var table = Build("sector-measures", concept, new TableParameters { Sector = _sector });

        Assert.Equal("verkehr-1", Assert.Single(table.Rows).Key);
    }

    [Theory]
    [InlineData("overview", "sector", "verkehr", "unknown-parameter")]
    [InlineData("sector-measures", "sector", "nirgends", "unknown-sector")]
    [InlineData("sector-measures", "states", "draft", "parameter-required")]
    [InlineData("area-measures", "area", "a/b", "unknown-area")]
    [InlineData("overview", "states", "", "invalid-parameter")]
    [InlineData("overview", "states", "0", "invalid-parameter")]
    [InlineData("overview", "counts", "both", "invalid-parameter")]
    public void Parameters_that_make_no_sense_are_refused(string table, string name, string value, string code)
    {
        Assert.True(TableDefinition.Find(table).TryGet(out var definition, out _));

        var read = TableParameterReader.Read(definition, Concept([Goal(1)], []), [KeyValuePair.Create(name, value)]);

        Assert.Equal(code, read.Refusal?.Code);
    }

    [Fact]
    public void Parameters_are_written_in_one_order_whatever_the_order_asked_in()
    {
        Assert.True(TableDefinition.Find("sector-measures").TryGet(out var definition, out _));
        var concept = Concept([Goal(1)], []);

        var read = TableParameterReader.Read(definition, concept, [new("states", "agreed,draft,agreed"), new("sector", "verkehr"), new("kind", "General")]);

        Assert.True(read.TryGet(out var parameters, out _));
        Assert.Equal("kind=general;sector=verkehr;states=draft,agreed", parameters.ToString());
    }

    [Fact]
    public void Every_parameter_value_has_a_german_title()
    {
        var concept = Concept([Goal(1)], []);

        Assert.All(
            TableDefinition.All.SelectMany(definition => definition.Parameters).SelectMany(parameter => parameter.ValuesIn(concept).Select(value => value.Title).Append(parameter.Title)),
            title => Assert.False(string.IsNullOrWhiteSpace(title)));
    }

    private static string[] ItemsOf(ConceptSnapshot concept, string area) =>
        [.. Build("area-measures", concept, new TableParameters { Area = new AreaId(area) }).Rows.SelectMany(row => row.Cells[2].Items).Select(item => item.Key)];

    private static Table Build(string id, ConceptSnapshot concept, TableParameters parameters) =>
        TableDefinition.Find(id).TryGet(out var definition, out _) ? definition.Build(concept, parameters) : throw new ArgumentException(id, nameof(id));

    private static TableParameters Needed(TableDefinition definition) => new()
    {
        Sector = definition.Parameters.Any(parameter => parameter is { Name: "sector", Required: true }) ? _sector : null,
        Area = definition.Parameters.Any(parameter => parameter is { Name: "area", Required: true }) ? new AreaId("PG-I") : null,
    };

    private static int Number(TableRow row, int column) => int.Parse(row.Cells[column].Items[0].Text, System.Globalization.CultureInfo.InvariantCulture);

    private static Arbitrary<ConceptSnapshot> Concepts()
    {
        var measures =
            from state in ArbMap.Default.GeneratorFor<ItemState>()
            from kind in ArbMap.Default.GeneratorFor<MeasureKind>()
            from goal in Gen.Choose(0, 3)
            from isKey in ArbMap.Default.GeneratorFor<bool>()
            from minutes in Gen.Choose(0, 100_000)
            select (state, kind, goal, isKey, minutes);
        var goals =
            from state in ArbMap.Default.GeneratorFor<ItemState>()
            from minutes in Gen.Choose(0, 100_000)
            select (state, minutes);
        return (from someMeasures in measures.ListOf()
                from someGoals in goals.ListOf(3)
                select Concept(
                    [.. someGoals.Select((goal, index) => Goal(index + 1, goal.state, goal.minutes))],
                    [.. someMeasures.Select((measure, index) => Measure(index + 1, measure.goal, measure.state, measure.kind, measure.isKey, measure.minutes, ["PG-I"]))])).ToArbitrary();
    }

    private static ConceptSnapshot Concept(IReadOnlyList<Goal> goals, IReadOnlyList<Measure> measures) => new(
        new Concept { Id = new ConceptId("muster"), Town = "Musterstadt", Title = "INSEK Musterstadt" },
        1,
        [new SectorConcept { Key = _sector, Order = 1, Name = "Verkehr" }, new SectorConcept { Key = new SectorKey("umwelt"), Order = 2, Name = "Umwelt" }],
        [new PlanningArea(new AreaId("PG-I"), 1, "PG I", "Altstadt", AreaScope.PlanningArea), new PlanningArea(new AreaId("PG-II"), 2, "PG II", "Ost", AreaScope.PlanningArea)],
        goals,
        measures);

    private static Goal Goal(int number, ItemState state = ItemState.Draft, int minutes = 0) => new(
        new ItemId($"verkehr-{number}"),
        new GoalContent { Sector = _sector, Number = number, Title = $"Ziel {number}", SpatialFocus = [new SpatialFocus("Altstadt", new AreaId("PG-I"))] },
        new MemberId("anna"),
        _start.AddMinutes(minutes),
        state: state);

    private static Measure Measure(int number, int goal, ItemState state = ItemState.Draft, MeasureKind kind = MeasureKind.General, bool isKey = false, int minutes = 0, string[]? areas = null) => new(
        new ItemId($"verkehr-{goal}-{number}"),
        new MeasureContent
        {
            Sector = _sector,
            Goal = goal == 0 ? null : new ItemId($"verkehr-{goal}"),
            Kind = kind,
            Title = $"Maßnahme {number}",
            Areas = (areas ?? []).Select(area => new AreaId(area)).ToValueList(),
            IsKeyMeasure = isKey,
        },
        new MemberId("anna"),
        _start.AddMinutes(minutes),
        state: state);
}
