using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>Rows that belong together: what changes, its revisions and its log entries.</summary>
/// <param name="concept">The concept they belong to.</param>
/// <param name="operation">Names what is done, so that a repeated request can see whether its first try went through.</param>
/// <param name="cause">What caused it, for example "import:…"; null where somebody edited.</param>
internal sealed class WriteSet(ConceptId concept, string operation, string? cause = null)
{
    private readonly List<TableTransactionAction> _actions = [];
    private int _entries;

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    /// <summary>The first log entry; where it exists, the write went through.</summary>
    public string? Receipt { get; private set; }

    /// <summary>Records a goal as it is after the changes.</summary>
    public void Save(Goal goal, IReadOnlyList<Change> changes, StoredConcept? before) => Save(ItemRow.From(concept, goal), changes, before);

    /// <summary>Records a measure as it is after the changes.</summary>
    public void Save(Measure measure, IReadOnlyList<Change> changes, StoredConcept? before) => Save(ItemRow.From(concept, measure), changes, before);

    /// <summary>Adds a row of another kind: a round, a ballot, a notice.</summary>
    public void Add(TableTransactionAction action) => _actions.Add(action);

    /// <summary>Records a log entry that concerns the concept as a whole.</summary>
    public void Log(string kind, MemberId by, DateTimeOffset at, string? reason = null) => AddEntry(
        at, key => new LogRow { PartitionKey = concept.Value, RowKey = key, Kind = kind, By = by.Value, At = at, Reason = reason, Cause = cause });

    private void Save(ItemRow row, IReadOnlyList<Change> changes, StoredConcept? before)
    {
        _actions.Add(before?.Has(row.RowKey) is true
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, before.TagOf(row.RowKey))
            : new TableTransactionAction(TableTransactionActionType.Add, row));
        foreach (var change in changes)
        {
            if (change.BeganRevision)
            {
                _actions.Add(new TableTransactionAction(TableTransactionActionType.Add, RevisionRow.From(row, change, cause)));
            }

            AddEntry(change.At, key => LogRow.Of(concept, change, key, cause));
        }
    }

    private void AddEntry(DateTimeOffset at, Func<string, LogRow> entry)
    {
        var row = entry(LogRow.Key(at, FormattableString.Invariant($"{operation}-{_entries++}")));
        Receipt ??= row.RowKey;
        _actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
    }
}
