using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Tables;

/// <summary>What has changed between a document's record and the table as it is now, told by goals and measures: those are what people agree on.</summary>
internal sealed class TableComparison
{
    private readonly FoundTable _found;
    private readonly HashSet<string> _held;
    private readonly HashSet<string> _shown;

    /// <summary>Compares as if nobody had edited the document.</summary>
    public TableComparison(TableRecord record, FoundTable found)
    {
        (_found, Since) = (found, record.AsOf);
        var headings = (record.Columns?.Select(column => column.Heading) ?? found.Table.Columns.Select(column => column.Heading)).ToValueList();
        Plan = RefreshPlan.Make(record, ShownTable.Of(record, headings), found.Table);
        var before = record.Rows.Select(row => (row.Key, Items: row.Cells.SelectMany(cell => cell.Items))).ToArray();
        var now = found.Table.Rows.Where(row => row.Kind is TableRowKind.Normal).Select(row => (row.Key, Items: row.Cells.SelectMany(cell => cell.Items))).ToArray();
        (_held, _shown) = (SubjectsOf(before), SubjectsOf(now));
        var (rowsBefore, rowsNow) = (before.ToLookup(row => row.Key), now.ToLookup(row => row.Key));
        var totals = found.Table.Rows.Where(row => row.Kind is TableRowKind.Total).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        Subjects = Plan.Changes
            .Where(change => change.Row is { } row && !totals.Contains(row))
            .SelectMany(change => (WithoutNumber(change.Row!), change.Kind) switch
            {
                (var row, TableChangeKind.RowAdded) => SubjectsOf(rowsNow[row]),
                (var row, TableChangeKind.RowRemoved) => SubjectsOf(rowsBefore[row]),
                (var row, _) => [SubjectOf(row, WithoutNumber(change.Item ?? row))],
            })
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What a refresh would do to a document nobody has edited.</summary>
    public RefreshPlan Plan { get; }

    /// <summary>"Stand" of the record, in UTC; null where it has none.</summary>
    public DateTimeOffset? Since { get; }

    /// <summary>The goals and measures that changed; where a row stands for neither, the row's key.</summary>
    public IReadOnlySet<string> Subjects { get; }

    /// <summary>The numbers people read.</summary>
    public TableChangeSummary Summarize(IEnumerable<CauseRoundView> rounds) => new()
    {
        Changed = Subjects.Count(subject => _held.Contains(subject) && _shown.Contains(subject)),
        Added = Subjects.Count(subject => !_held.Contains(subject)),
        Removed = Subjects.Count(subject => !_shown.Contains(subject)),
        Since = Since,
        Rounds = [.. rounds],
    };

    private HashSet<string> SubjectsOf(IEnumerable<(string Key, IEnumerable<CellItem> Items)> rows) =>
        rows.SelectMany(row => row.Items.Select(item => SubjectOf(row.Key, item.Key)).Append(row.Key)).ToHashSet(StringComparer.Ordinal);

    // An item is a goal or measure itself, or says something of the one its row stands for.
    private string SubjectOf(string row, string item) => _found.Shows(item) ? item : row;

    private static string WithoutNumber(string label) => label.IndexOf('#', StringComparison.Ordinal) is >= 0 and var end ? label[..end] : label;
}
