using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>What people decided about a list, looked up while it is read, by several threads; remembers which decisions fitted.</summary>
internal sealed class ListDecisions
{
    private readonly Dictionary<(string Field, string Written), MappedValue> values;
    private readonly Dictionary<string, MappedSector> sectors;
    private readonly Dictionary<string, MappedSheet> sheets;
    private readonly HashSet<object> used = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> refused = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> rowKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> columnKeys = new(StringComparer.Ordinal);
    private readonly List<ListAnswer> unfit;

    public ListDecisions(ListMapping posted)
    {
        (Mapping, unfit) = ListAnswers.Fold(posted);
        values = Mapping.Values.Where(value => value.Field is not null).GroupBy(value => (value.Field!, Fold(value.Written))).ToDictionary(group => group.Key, group => group.Last());
        sectors = Mapping.Sectors.GroupBy(sector => HeadingText.KeyOf(sector.Text ?? "")).ToDictionary(group => group.Key, group => group.Last());
        sheets = Mapping.Sheets.GroupBy(sheet => Fold(sheet.Name)).ToDictionary(group => group.Key, group => group.Last());
        var rows = Mapping.Rows.Where(row => row.Key is not null).ToLookup(row => Fold(row.Key));
        Rows = rows.Select(group => (group.Key, Decision: group.Select(row => RowOf(row.Decision)).LastOrDefault(decision => decision is not null))).Where(row => row.Decision is not null).ToDictionary(row => row.Key, row => row.Decision!.Value);
        Same = rows.Select(group => (group.Key, Decision: group.LastOrDefault(row => row.Decision is "new" || row.Decision?.StartsWith("same:", StringComparison.Ordinal) is true)?.Decision)).Where(row => row.Decision is not null).ToDictionary(row => row.Key, row => row.Decision!);
        Columns = new ColumnDecisions(Mapping.Columns.GroupBy(KeyOf).ToDictionary(group => group.Key, group => FieldOf(group.Last())));
    }

    /// <summary>The mapping, with its answers worked in.</summary>
    public ListMapping Mapping { get; }

    public ColumnDecisions Columns { get; }

    /// <summary>What rows are, by their folded keys.</summary>
    public IReadOnlyDictionary<string, RowDecision> Rows { get; }

    /// <summary>Which measures rows go on with, by their folded keys.</summary>
    public IReadOnlyDictionary<string, string> Same { get; }

    public PriorityDirection? Priorities => Mapping.PriorityOrder switch { "oneIsHigh" => PriorityDirection.OneIsHighest, "oneIsLow" => PriorityDirection.OneIsLowest, _ => null };

    public DateOrder? Dates => ParameterValue.Parse<DateOrder>(Mapping.DateOrder);

    public CostUnit? CostUnit => ParameterValue.Parse<CostUnit>(Mapping.CostUnit);

    /// <summary>What a person said a cell means; null where nobody did.</summary>
    public MappedValue? Value(ListField field, string written)
    {
        if (values.Count == 0 || !values.TryGetValue((ParameterValue.Of(field), Fold(written)), out var value))
        {
            return null;
        }

        Use(value);
        return value;
    }

    /// <summary>Notes a value that means nothing in its field.</summary>
    public void Refuse(MappedValue value)
    {
        lock (refused)
        {
            refused.Add(value);
        }
    }

    /// <summary>What a person said a Handlungsfeld is; null where nobody did.</summary>
    public MappedSector? Sector(string text)
    {
        if (!sectors.TryGetValue(HeadingText.KeyOf(text), out var sector))
        {
            return null;
        }

        Use(sector);
        return sector;
    }

    public bool IsSkipped(string? sheet)
    {
        if (!sheets.TryGetValue(Fold(sheet), out var mapped))
        {
            return false;
        }

        Use(mapped);
        return mapped.Skip;
    }

    /// <summary>Notes a row of the file.</summary>
    public void Saw(ClassifiedRow row)
    {
        if (Mapping.Rows.Count > 0)
        {
            rowKeys.Add(CellText.Fold(row.Key));
        }
    }

    /// <summary>Notes the columns of a sheet.</summary>
    public void Saw(TableHeader header) => columnKeys.UnionWith(header.Columns.Select(column => column.MappingKey));

    /// <summary>The decisions that fit nothing in the file.</summary>
    public IEnumerable<(string Part, string? Written, string? Value)> Stale =>
    [
        .. Mapping.Columns.Where(column => !columnKeys.Contains(KeyOf(column)) || (column.Field is not null && FieldOf(column) is null)).Select(column => ("columns", column.Heading, column.Field)),
        .. Mapping.Sheets.Where(sheet => !used.Contains(sheet)).Select(sheet => ("sheets", sheet.Name, sheet.Skip ? "skip" : null)),
        .. Mapping.Sectors.Where(sector => !used.Contains(sector) || refused.Contains(sector)).Select(sector => ("sectors", sector.Text, sector.Sector)),
        .. Mapping.Values.Where(value => !used.Contains(value) || refused.Contains(value)).Select(value => ("values", value.Written, value.Value)),
        .. Mapping.Rows.Where(row => !rowKeys.Contains(Fold(row.Key)) || !IsKnown(row.Decision)).Select(row => ("rows", row.Key, row.Decision)),
        .. unfit.Select(answer => ("answers", answer.Question, answer.Value)),
    ];

    public void RefuseSector(MappedSector sector)
    {
        lock (refused)
        {
            refused.Add(sector);
        }
    }

    private void Use(object decision)
    {
        lock (used)
        {
            used.Add(decision);
        }
    }

    private static string KeyOf(MappedColumn column) => HeadedColumn.KeyOf(column.Heading, Math.Max(column.Occurrence, 1));

    private static ListField? FieldOf(MappedColumn column) => column.Field is { } field ? ParameterValue.Parse<ListField>(field) : null;

    private static string Fold(string? text) => CellText.Fold(text);

    private static bool IsKnown(string? decision) => RowOf(decision) is not null || decision is "new" || decision?.StartsWith("same:", StringComparison.Ordinal) is true;

    private static RowDecision? RowOf(string? decision) => decision switch { "measure" => RowDecision.Measure, "group" => RowDecision.Group, "skip" => RowDecision.Skip, _ => null };
}
