using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Tables;

/// <summary>What has changed between a document's record and the table as it is now, told by goals and measures: those are what people agree on.</summary>
internal sealed class TableComparison
{
    private readonly TableRecord _record;
    private readonly FoundTable _found;

    /// <summary>Compares as if nobody had edited the document.</summary>
    /// <param name="record">What was rendered last.</param>
    /// <param name="found">The table as it is now.</param>
    /// <param name="untouched">The plan for a document that shows what was rendered, where it is made already.</param>
    public TableComparison(TableRecord record, FoundTable found, RefreshPlan? untouched)
    {
        (_record, _found) = (record, found);
        Plan = untouched ?? RefreshPlan.Make(record, ShownTable.Of(record, (record.Columns?.Select(column => column.Heading) ?? found.Table.Columns.Select(column => column.Heading)).ToValueList()), found.Table);
    }

    /// <summary>What a refresh would do to a document nobody has edited.</summary>
    public RefreshPlan Plan { get; }

    /// <summary>"Stand" of the record, in UTC; null where it has none.</summary>
    public DateTimeOffset? Since => _record.AsOf;

    /// <summary>The goals and measures that changed; where a row stands for neither, the row's key.</summary>
    public IReadOnlySet<string> Subjects => field ??= FindSubjects();

    /// <summary>The numbers people read.</summary>
    public TableChangeSummary Summarize(IEnumerable<CauseRoundView> rounds)
    {
        var (held, shown) = (AmongSubjects(Before), AmongSubjects(Now));
        return new TableChangeSummary
        {
            Changed = Subjects.Count(subject => held.Contains(subject) && shown.Contains(subject)),
            Added = Subjects.Count(subject => !held.Contains(subject)),
            Removed = Subjects.Count(subject => !shown.Contains(subject)),
            Since = Since,
            Rounds = [.. rounds],
        };
    }

    private IEnumerable<KeyedItems> Before => _record.Rows.Select(row => new KeyedItems(row.Key, row.Cells.SelectMany(cell => cell.Items)));

    private IEnumerable<KeyedItems> Now => _found.Table.Rows.Where(row => row.Kind is TableRowKind.Normal).Select(row => new KeyedItems(row.Key, row.Cells.SelectMany(cell => cell.Items)));

    private HashSet<string> FindSubjects()
    {
        var totals = _found.Table.Rows.Where(row => row.Kind is TableRowKind.Total).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var (before, now) = (new Lazy<ILookup<string, KeyedItems>>(() => Before.ToLookup(row => row.Key)), new Lazy<ILookup<string, KeyedItems>>(() => Now.ToLookup(row => row.Key)));
        return Plan.Changes
            .Where(change => change.Row is { } row && !totals.Contains(row))
            .SelectMany(change => (WithoutNumber(change.Row!), change.Kind) switch
            {
                (var row, TableChangeKind.RowAdded) => now.Value[row].SelectMany(SubjectsOf),
                (var row, TableChangeKind.RowRemoved) => before.Value[row].SelectMany(SubjectsOf),
                (var row, _) => [SubjectOf(row, WithoutNumber(change.Item ?? row))],
            })
            .ToHashSet(StringComparer.Ordinal);
    }

    // Few of thousands of items have changed; only those are looked up.
    private HashSet<string> AmongSubjects(IEnumerable<KeyedItems> rows) => rows
        .SelectMany(row => row.Items.Select(item => item.Key).Where(item => Subjects.Contains(item) && _found.Shows(item)).Append(row.Key))
        .Where(Subjects.Contains)
        .ToHashSet(StringComparer.Ordinal);

    private IEnumerable<string> SubjectsOf(KeyedItems row) => row.Items.Select(item => SubjectOf(row.Key, item.Key)).Append(row.Key);

    // An item is a goal or measure itself, or says something of the one its row stands for.
    private string SubjectOf(string row, string item) => _found.Shows(item) ? item : row;

    private static string WithoutNumber(string label) => label.IndexOf('#', StringComparison.Ordinal) is >= 0 and var end ? label[..end] : label;

    private readonly record struct KeyedItems(string Key, IEnumerable<CellItem> Items);
}
