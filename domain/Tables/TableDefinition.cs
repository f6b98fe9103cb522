namespace Insek.Office.Domain;

/// <summary>What can be inserted in Word (Tabellenart): turns a concept into rows, and nothing else.</summary>
public abstract class TableDefinition
{
    private protected TableDefinition()
    {
    }

    /// <summary>Every definition there is.</summary>
    public static ValueList<TableDefinition> All { get; } =
        [new OverviewTable(), new SectorSummaryTable(), new SectorMeasuresTable(), new AreaMeasuresTable(), new KeyMeasuresTable(), new DeadlinesTable()];

    /// <summary>Its id, for example "sector-measures".</summary>
    public abstract string Id { get; }

    /// <summary>Its title, in German.</summary>
    public abstract string Title { get; }

    /// <summary>The parameters it takes.</summary>
    public abstract ValueList<TableParameter> Parameters { get; }

    /// <summary>The definition with that id.</summary>
    public static Result<TableDefinition> Find(string id) =>
        All.FirstOrDefault(definition => definition.Id == id) is { } found ? found : new UnknownTable(id);

    /// <summary>Whether it shows deadlines, which are no part of a concept's snapshot and change without it.</summary>
    public virtual bool ShowsDeadlines => false;

    /// <summary>Makes the table.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="parameters">What it is asked for; see <see cref="TableParameterReader"/>.</param>
    /// <param name="deadlines">The concept's deadlines, for a table that shows them.</param>
    public Table Build(ConceptSnapshot concept, TableParameters parameters, IReadOnlyList<TableDeadline>? deadlines = null)
    {
        var stand = new Stand();
        var rows = Rows(concept, parameters, deadlines ?? [], stand).ToValueList();
        return new Table
        {
            Definition = Id,
            Concept = concept.Concept.Id,
            Parameters = parameters,
            Title = Caption(concept, parameters),
            Columns = Columns(parameters),
            Rows = rows,
            AsOf = stand.Newest,
        };
    }

    private protected abstract ValueList<TableColumn> Columns(TableParameters parameters);

    private protected abstract IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, Stand stand);

    private protected virtual IEnumerable<TableRow> Rows(ConceptSnapshot concept, TableParameters parameters, IReadOnlyList<TableDeadline> deadlines, Stand stand) => Rows(concept, parameters, stand);

    private protected abstract string Caption(ConceptSnapshot concept, TableParameters parameters);

    private protected static TableCell Cell(params ReadOnlySpan<CellItem> items) => new(ValueList.Create(items));

    private protected static TableCell Cell(IEnumerable<CellItem> items) => new(items.ToValueList());

    /// <summary>The goal's number and title.</summary>
    private protected static CellItem ItemOf(Goal goal) => new(goal.Id.Value, goal.Revision, $"{goal.Content.Number}. {goal.Content.Title}");

    /// <summary>The measure's title.</summary>
    private protected static CellItem ItemOf(Measure measure) => new(measure.Id.Value, measure.Revision, measure.Content.Title);

    /// <summary>Keeps the newest change among what a table shows.</summary>
    private protected sealed class Stand
    {
        public DateTimeOffset? Newest { get; private set; }

        public void Saw(DateTimeOffset changedAt)
        {
            if (Newest is null || changedAt > Newest)
            {
                Newest = changedAt;
            }
        }

        public Goal Saw(Goal goal)
        {
            Saw(goal.ChangedAt);
            return goal;
        }

        public Measure Saw(Measure measure)
        {
            Saw(measure.ChangedAt);
            return measure;
        }
    }
}
