namespace Insek.Office.Domain;

/// <summary>The measures of one planning area across the sector concepts.</summary>
internal sealed class AreaMeasuresTable : TableDefinition
{
    public override string Id => "area-measures";

    public override string Title => TableTexts.AreaMeasures;

    public override ValueList<TableParameter> Parameters =>
        [TableParameter.Area with { Required = true }, TableParameter.Sector, TableParameter.States, TableParameter.Kind];

    private protected override ValueList<TableColumn> Columns(TableParameters parameters) =>
    [
        new("sector", TableTexts.ColumnSector, 24),
        new("goal", TableTexts.ColumnGoal, 36),
        new("measures", TableTexts.ColumnMeasures, 40),
    ];

    private protected override string Caption(ConceptSnapshot concept, TableParameters parameters) =>
        $"{Title} {concept.Find(parameters.Area!.Value)!.Label}";

    private protected override IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, Stand stand)
    {
        var shown = concept.Measures
            .Where(measure => parameters.Shows(measure) && (parameters.Sector is not { } sector || sector == measure.Content.Sector))
            .Where(measure => concept.AreasOf(measure).Contains(parameters.Area!.Value))
            .Select(stand.Saw);

        // Measures come ordered by sector concept and goal, so neighbours with one goal make one row.
        foreach (var group in shown.GroupBy(measure => (measure.Content.Sector, Row: measure.Content.Goal ?? measure.Id)))
        {
            var goal = concept.FindGoal(group.Key.Row) is { } found ? stand.Saw(found) : null;
            yield return new TableRow(group.Key.Row.Value,
            [
                Cell(new CellItem("name", 0, concept.Find(group.Key.Sector)?.Name ?? group.Key.Sector.Value)),
                Cell(goal is null ? new CellItem("without-goal", 0, TableTexts.WithoutGoal) : ItemOf(goal)),
                Cell(group.Select(ItemOf)),
            ]);
        }
    }
}

/// <summary>The key measures (Schlüsselmaßnahmen), one row each.</summary>
internal sealed class KeyMeasuresTable : TableDefinition
{
    public override string Id => "key-measures";

    public override string Title => TableTexts.KeyMeasures;

    public override ValueList<TableParameter> Parameters => [TableParameter.Sector, TableParameter.Area, TableParameter.States, TableParameter.Kind];

    private protected override ValueList<TableColumn> Columns(TableParameters parameters) =>
    [
        new("number", TableTexts.ColumnNumber, 12),
        new("measure", TableTexts.ColumnMeasure, 30),
        new("sector", TableTexts.ColumnSector, 16),
        new("owner", TableTexts.ColumnOwner, 14),
        new("horizon", TableTexts.ColumnHorizon, 10),
        new("cost", TableTexts.ColumnCost, 10, Numeric: true),
        new("state", TableTexts.ColumnState, 8),
    ];

    private protected override string Caption(ConceptSnapshot concept, TableParameters parameters) => $"{Title} ({concept.Concept.DisplayName})";

    private protected override IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, Stand stand) =>
        concept.Measures
            .Where(measure => measure.Content.IsKeyMeasure && parameters.Shows(measure))
            .Where(measure => parameters.Sector is not { } sector || sector == measure.Content.Sector)
            .Where(measure => parameters.Area is not { } area || concept.AreasOf(measure).Contains(area))
            .Select(stand.Saw)
            .Select(measure => Row(concept, measure));

    private static TableRow Row(ConceptSnapshot concept, Measure measure)
    {
        var content = measure.Content;
        return new TableRow(measure.Id.Value,
        [
            Of("number", measure.ExternalId ?? measure.Id.Value),
            Of("measure", content.Title),
            Of("sector", concept.Find(content.Sector)?.Name),
            Of("owner", content.Owner),
            Of("horizon", content.Horizon is { } horizon ? TableTexts.Of(horizon) : null),
            Of("cost", content.CostEuro is { } euro ? euro.ToString("#,##0.##", TableTexts.German) + " €" : content.CostNote),
            Of("state", TableTexts.Of(measure.State)),
        ]);

        TableCell Of(string key, string? text) => text is null ? Cell() : Cell(new CellItem(key, measure.Revision, text));
    }
}

/// <summary>What is due when: steps of the process, measures, milestones and funding applications, by date.</summary>
internal sealed class DeadlinesTable : TableDefinition
{
    public override bool ShowsDeadlines => true;

    public override string Id => "deadlines";

    public override string Title => TableTexts.Deadlines;

    public override ValueList<TableParameter> Parameters => [TableParameter.Sector, TableParameter.States];

    private protected override ValueList<TableColumn> Columns(TableParameters parameters) =>
    [
        new("due", TableTexts.ColumnDue, 14),
        new("kind", TableTexts.ColumnKind, 18),
        new("subject", TableTexts.ColumnSubject, 48),
        new("owner", TableTexts.ColumnOwner, 20),
    ];

    private protected override string Caption(ConceptSnapshot concept, TableParameters parameters) => $"{Title} ({concept.Concept.DisplayName})";

    private protected override IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, Stand stand) => Rows(concept, parameters, [], stand);

    private protected override IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, IReadOnlyList<TableDeadline> deadlines, Stand stand)
    {
        // What was moved in Teams is shown where it was moved to.
        var moved = deadlines.Where(entry => entry.Deadline.MovedTo is not null).ToDictionary(entry => entry.Deadline.Source, entry => entry.Deadline.Due.Day);
        var measures = concept.Measures
            .Where(measure => measure.Content.Due is not null && parameters.Shows(measure))
            .Where(measure => parameters.Sector is not { } sector || sector == measure.Content.Sector)
            .Select(stand.Saw)
            .Select(measure => (Due: DueOf(DeadlineSource.OfMeasure(measure.Id), measure.Content.Due!.Value), Key: measure.Id.Value, measure.Revision, Kind: TableTexts.DeadlineMeasure, Subject: measure.Content.Title, measure.Content.Owner));
        var events = parameters.Sector is null ? concept.Concept.Events : [];
        var steps = events.Select(step => (Due: DueOf(DeadlineSource.OfStep(step.Id), step.Date), Key: step.Id.Value, Revision: 0, Kind: TableTexts.DeadlineEvent, Subject: step.Title, Owner: (string?)null));

        // Rounds come and go; a document shows what is kept for its readers.
        var kept = deadlines
            .Where(entry => parameters.Sector is null && entry.Deadline.Source.Kind is DeadlineSourceKind.None && entry.Deadline.State is not DeadlineState.Waived)
            .Select(entry => (Due: entry.Deadline.Due.Day, Key: $"deadline-{entry.Deadline.Id}", Revision: 0, Kind: TableTexts.Of(entry.Deadline.Kind), Subject: entry.Deadline.Title, Owner: entry.Owners));

        return measures.Concat(steps).Concat(kept).OrderBy(row => row.Due).ThenBy(row => row.Key, NaturalOrder.Instance).Select(row => new TableRow(row.Key,
        [
            Cell(new CellItem("due", row.Revision, row.Due.ToString("dd.MM.yyyy", TableTexts.German))),
            Cell(new CellItem("kind", 0, row.Kind)),
            Cell(new CellItem("subject", row.Revision, row.Subject)),
            row.Owner is null ? Cell() : Cell(new CellItem("owner", row.Revision, row.Owner)),
        ]));

        DateOnly DueOf(DeadlineSource source, DateOnly stated) => moved.TryGetValue(source, out var day) ? day : stated;
    }
}

/// <summary>A deadline as a table shows it.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Owners">The names of its owners, joined by commas; null where there are none.</param>
public sealed record TableDeadline(Deadline Deadline, string? Owners);
