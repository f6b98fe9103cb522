namespace Insek.Office.Domain;

/// <summary>Ziel | Inhaltliche Schwerpunkte | Räumliche Schwerpunkte of one sector concept.</summary>
internal sealed class SectorSummaryTable : TableDefinition
{
    public override string Id => "sector-summary";

    public override string Title => TableTexts.SectorSummary;

    public override ValueList<TableParameter> Parameters => [TableParameter.Sector with { Required = true }, TableParameter.States];

    private protected override ValueList<TableColumn> Columns(TableParameters parameters) =>
    [
        new("goal", TableTexts.ColumnGoal, 38),
        new("focusAreas", TableTexts.ColumnFocusAreas, 40),
        new("spatialFocus", TableTexts.ColumnSpatialFocus, 22),
    ];

    private protected override string Caption(ConceptSnapshot concept, TableParameters parameters) =>
        $"{Title}: {concept.Find(parameters.Sector!.Value)!.Name}";

    private protected override IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, Stand stand) =>
        concept.GoalsOf(parameters.Sector!.Value)
            .Where(goal => parameters.Shows(goal.State))
            .Select(stand.Saw)
            .Select(goal => new TableRow(goal.Id.Value, [Cell(ItemOf(goal)), Cell(FocusAreas(goal)), Cell(SpatialFocus(concept, goal))]));

    private static IEnumerable<CellItem> FocusAreas(Goal goal) => goal.Content.FocusAreas.Select((text, index) => new CellItem(
        FormattableString.Invariant($"focus-{index + 1}"),
        goal.Revision,
        index == 0 && goal.Content.NonExhaustive is true ? $"{TableTexts.AmongOthers} {text}" : text));

    private static IEnumerable<CellItem> SpatialFocus(ConceptSnapshot concept, Goal goal) => goal.Content.SpatialFocus.Select((focus, index) => new CellItem(
        FormattableString.Invariant($"area-{index + 1}"),
        goal.Revision,
        Label(concept, focus)));

    // A name that is no planning area stays as printed: whoever reads the table sees what the source says.
    private static string Label(ConceptSnapshot concept, SpatialFocus focus)
    {
        var name = focus.Area is { } id && concept.Find(id) is { } area ? area.Label : focus.Name;
        return focus.Places.Count == 0 ? name : $"{name} ({string.Join(' ', new[] { focus.PlacesQualifier, string.Join(", ", focus.Places) }.Where(part => part is not null))})";
    }
}

/// <summary>Ziel | Allgemeine Maßnahmen | Plangebietsspezifische Maßnahmen of one sector concept.</summary>
internal sealed class SectorMeasuresTable : TableDefinition
{
    public override string Id => "sector-measures";

    public override string Title => TableTexts.SectorMeasures;

    public override ValueList<TableParameter> Parameters => [TableParameter.Sector with { Required = true }, TableParameter.States, TableParameter.Kind];

    private protected override ValueList<TableColumn> Columns(TableParameters parameters) =>
    [
        new("goal", TableTexts.ColumnGoal, 30),
        new("generalMeasures", TableTexts.ColumnGeneralMeasures, 35),
        new("areaMeasures", TableTexts.ColumnAreaMeasures, 35),
    ];

    private protected override string Caption(ConceptSnapshot concept, TableParameters parameters) =>
        $"{Title}: {concept.Find(parameters.Sector!.Value)!.Name}";

    private protected override IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, Stand stand)
    {
        var (sector, items) = (parameters.Sector!.Value, new MeasureItems(concept));
        foreach (var goal in concept.GoalsOf(sector))
        {
            foreach (var measure in concept.MeasuresOf(goal.Id))
            {
                if (parameters.Shows(measure))
                {
                    items.Add(stand.Saw(measure));
                }
            }

            // A goal that is not shown still heads its measures: a measure must not vanish because its goal was put off.
            if (items.Count > 0 || parameters.Shows(goal.State))
            {
                stand.Saw(goal);
                yield return items.TakeRow(goal.Id.Value, ItemOf(goal));
            }
        }

        foreach (var measure in concept.MeasuresOf(sector).Where(measure => measure.Content.Goal is null).Where(parameters.Shows))
        {
            items.Add(stand.Saw(measure));
            yield return items.TakeRow(measure.Id.Value, new CellItem("without-goal", 0, TableTexts.WithoutGoal));
        }
    }

    /// <summary>The measures of one row after the other, by their kind.</summary>
    private sealed class MeasureItems(ConceptSnapshot concept)
    {
        private readonly List<CellItem> _general = [];
        private readonly List<CellItem> _areaSpecific = [];

        public int Count => _general.Count + _areaSpecific.Count;

        public void Add(Measure measure)
        {
            if (measure.Content.Kind is MeasureKind.General)
            {
                _general.Add(ItemOf(measure));
            }
            else
            {
                _areaSpecific.Add(WithAreas(measure));
            }
        }

        public TableRow TakeRow(string key, CellItem goal)
        {
            var row = new TableRow(key, [Cell(goal), Cell(_general), Cell(_areaSpecific)]);
            _general.Clear();
            _areaSpecific.Clear();
            return row;
        }

        private CellItem WithAreas(Measure measure) => new(
            measure.Id.Value,
            measure.Revision,
            $"{measure.Content.Title} ({string.Join(", ", measure.Content.Areas.Select(id => concept.Find(id) is { } area ? area.Code ?? area.Name : id.Value))})");
    }
}
