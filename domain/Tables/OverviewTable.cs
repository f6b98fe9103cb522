namespace Insek.Office.Domain;

/// <summary>Übersicht abgestimmter Ziele/Maßnahmen: goals, general and area measures per sector concept, and their total.</summary>
/// <remarks>Reported numbers are shown as stated, totals included, even where they do not add up: the table repeats a paper and does not correct it.</remarks>
internal sealed class OverviewTable : TableDefinition
{
    public override string Id => "overview";

    public override string Title => TableTexts.Overview;

    public override ValueList<TableParameter> Parameters => [TableParameter.Counts, TableParameter.States];

    private protected override ValueList<TableColumn> Columns(TableParameters parameters) =>
    [
        new("sector", TableTexts.ColumnSector, 34),
        new("goals", TableTexts.ColumnGoals, 22, Numeric: true),
        new("generalMeasures", TableTexts.ColumnGeneralMeasures, 22, Numeric: true),
        new("areaMeasures", TableTexts.ColumnAreaMeasures, 22, Numeric: true),
    ];

    private protected override string Caption(ConceptSnapshot concept, TableParameters parameters) => parameters.Counts is CountSource.Reported
        ? $"{Title} ({concept.Concept.DisplayName}, {TableTexts.CaptionReported})"
        : $"{Title} ({concept.Concept.DisplayName})";

    private protected override IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, Stand stand) =>
        parameters.Counts is CountSource.Reported ? ReportedRows(concept) : RecordedRows(concept, parameters, stand);

    private static IEnumerable<TableRow> RecordedRows(ConceptSnapshot concept, TableParameters parameters, Stand stand)
    {
        var (goals, general, forAreas) = (0, 0, 0);
        foreach (var sector in concept.Sectors)
        {
            var shownGoals = concept.GoalsOf(sector.Key).Where(goal => parameters.Shows(goal.State)).Select(stand.Saw).Count();
            var shownMeasures = concept.MeasuresOf(sector.Key).Where(parameters.Shows).Select(stand.Saw).CountBy(measure => measure.Content.Kind).ToDictionary();
            var (sectorGeneral, sectorArea) = (shownMeasures.GetValueOrDefault(MeasureKind.General), shownMeasures.GetValueOrDefault(MeasureKind.AreaSpecific));
            (goals, general, forAreas) = (goals + shownGoals, general + sectorGeneral, forAreas + sectorArea);
            yield return Row(sector.Key.Value, sector.Name, Text(shownGoals), Text(sectorGeneral), Text(sectorArea));
        }

        yield return Row("total", TableTexts.Total, Text(goals), Text(general), Text(forAreas), TableRowKind.Total);
    }

    private static IEnumerable<TableRow> ReportedRows(ConceptSnapshot concept)
    {
        foreach (var sector in concept.Sectors)
        {
            yield return Row(sector.Key.Value, sector.Name, Text(sector.Reported.Goals), Text(sector.Reported.GeneralMeasures), Text(sector.Reported.AreaMeasures));
        }

        var totals = concept.Concept.ReportedTotals;
        yield return Row("total", TableTexts.Total, Text(totals.Goals), Text(totals.GeneralMeasures), Text(totals.AreaMeasures), TableRowKind.Total);
    }

    private static TableRow Row(string key, string name, string goals, string general, string forAreas, TableRowKind kind = TableRowKind.Normal) => new(
        key,
        [Cell(new CellItem("name", 0, name)), Cell(new CellItem("goals", 0, goals)), Cell(new CellItem("generalMeasures", 0, general)), Cell(new CellItem("areaMeasures", 0, forAreas))],
        kind);

    private static string Text(int count) => count.ToString("N0", TableTexts.German);

    private static string Text(ReportedCount count) => count.Value is { } value ? Text(value) : TableTexts.NotLegible;
}
