using System.Text;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;

namespace Insek.Office.Functions.Storage;

/// <summary>Rows that belong together: what changes, its revisions and its log entries.</summary>
/// <param name="concept">The concept they belong to.</param>
/// <param name="operation">Names what is done, so that a repeated request can see whether its first try went through.</param>
/// <param name="cause">What caused it, for example "import:…"; null where somebody edited.</param>
internal sealed class WriteSet(ConceptId concept, string operation, string? cause = null)
{
    /// <summary>A transaction holds 100 changes, and one of them is the concept's or the round's own row.</summary>
    private const int MaxActions = 99;

    /// <summary>A transaction's body holds 4 MiB; rows are estimated generously.</summary>
    private const int MaxBytes = 3_900_000;

    /// <summary>What the largest item with its log entry takes, by the same estimate.</summary>
    private const int MaxItemBytes = 1_400_000;

    private readonly List<TableTransactionAction> _actions = [];
    private readonly List<Withdrawal> _withdrawals = [];
    private int _entries;
    private long _bytes;

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    /// <summary>Whether one transaction holds it all.</summary>
    public bool Fits => _actions.Count <= MaxActions && _bytes <= MaxBytes;

    /// <summary>Whether one more item with its log entry, and one more row, would still fit.</summary>
    public bool HasRoomForItem => _actions.Count + 3 <= MaxActions && _bytes + MaxItemBytes <= MaxBytes;

    /// <summary>The first log entry; where it exists, the write went through.</summary>
    public string? Receipt { get; private set; }

    /// <summary>Items that these changes take away from a group; their rounds are to be told in the same transaction.</summary>
    public IReadOnlyList<Withdrawal> Withdrawals => _withdrawals;

    /// <summary>The instant at which these changes touch deadlines; null where they touch none. Its hint is to be raised before they are written.</summary>
    public DateTimeOffset? DeadlinesTouchedAt { get; private set; }

    /// <summary>Records a goal as it is after the changes.</summary>
    public void Save(Goal goal, IReadOnlyList<Change> changes, StoredConcept? before)
    {
        Save(ItemRow.From(concept, goal), changes, before);
        _withdrawals.AddRange(Withdrawal.Of(before?.Snapshot.FindGoal(goal.Id)?.Round, changes));
    }

    /// <summary>Records a measure as it is after the changes.</summary>
    public void Save(Measure measure, IReadOnlyList<Change> changes, StoredConcept? before)
    {
        var old = before?.Snapshot.FindMeasure(measure.Id);
        Save(ItemRow.From(concept, measure), changes, before);
        _withdrawals.AddRange(Withdrawal.Of(old?.Round, changes));
        Follow(DeadlineFollow.Of(concept, old, measure, measure.ChangedAt), measure.ChangedAt);
    }

    /// <summary>Takes a deadline along with its source.</summary>
    public void Follow(IEnumerable<ITableEntity> rows, DateTimeOffset at)
    {
        foreach (var row in rows)
        {
            Add(DeadlineFollow.ToAction(row));
            DeadlinesTouchedAt = at;
        }
    }

    /// <summary>Adds a row of another kind: a round, a ballot, a notice.</summary>
    public void Add(TableTransactionAction action)
    {
        _actions.Add(action);
        _bytes += Estimate(action.Entity);
    }

    /// <summary>Records a log entry that concerns the concept as a whole.</summary>
    public void Log(string kind, MemberId by, DateTimeOffset at, string? reason = null) => AddEntry(
        at, key => new LogRow { PartitionKey = concept.Value, RowKey = key, Kind = kind, By = by.Value, At = at, Reason = reason, Cause = cause });

    /// <summary>Records a log entry that concerns a round.</summary>
    public void Log(string kind, RoundId round, MemberId by, DateTimeOffset at, string? reason = null, MemberId? member = null, int? version = null) => AddEntry(
        at,
        key => new LogRow
        {
            PartitionKey = concept.Value,
            RowKey = key,
            Kind = kind,
            Round = round.Value,
            By = by.Value,
            For = member?.Value,
            Version = version,
            At = at,
            Reason = reason,
            Cause = cause,
        });

    /// <summary>Records that an edit took an item away from its group.</summary>
    public void LogWithdrawal(Withdrawal withdrawal) => AddEntry(withdrawal.Edit.At, key => withdrawal.ToLog(concept, key, cause));

    private void Save(ItemRow row, IReadOnlyList<Change> changes, StoredConcept? before)
    {
        Add(before?.Has(row.RowKey) is true
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, before.TagOf(row.RowKey))
            : new TableTransactionAction(TableTransactionActionType.Add, row));
        foreach (var change in changes)
        {
            if (change.BeganRevision)
            {
                Add(new TableTransactionAction(TableTransactionActionType.Add, RevisionRow.From(row, change, cause)));
            }

            AddEntry(change.At, key => LogRow.Of(concept, change, key, cause));
        }
    }

    private void AddEntry(DateTimeOffset at, Func<string, LogRow> entry)
    {
        var row = entry(LogRow.Key(at, FormattableString.Invariant($"{operation}-{_entries++}")));
        Receipt ??= row.RowKey;
        Add(new TableTransactionAction(TableTransactionActionType.Add, row));
    }

    // Content is JSON within JSON: at worst every byte is escaped.
    private static long Estimate(ITableEntity row) => 4_000 + row switch
    {
        ItemRow item => 2L * Encoding.UTF8.GetByteCount(item.ReadContent()),
        RevisionRow revision => 2L * Encoding.UTF8.GetByteCount(revision.ReadContent()),
        RoundRow => 300_000,
        _ => 0,
    };
}

/// <summary>An item that an edit took away from a group before it had decided.</summary>
/// <param name="Round">The round that asked about it.</param>
/// <param name="Edit">The edit.</param>
internal sealed record Withdrawal(RoundId Round, Change Edit)
{
    /// <summary>What the changes of one item withdraw; a correction withdraws nothing, and neither does the round's own decision.</summary>
    public static IEnumerable<Withdrawal> Of(RoundId? round, IEnumerable<Change> changes) => round is { } asked
        ? changes.Where(change => change.Kind is ChangeKind.Edited && change.From != change.To).Take(1).Select(edit => new Withdrawal(asked, edit))
        : [];

    public LogRow ToLog(ConceptId concept, string key, string? cause) => new()
    {
        PartitionKey = concept.Value,
        RowKey = key,
        Kind = "ItemWithdrawn",
        ItemKind = Edit.ItemKind.ToString(),
        Item = Edit.Item.Value,
        Revision = Edit.Revision,
        Round = Round.Value,
        By = Edit.By.Value,
        At = Edit.At,
        Cause = cause,
    };
}
