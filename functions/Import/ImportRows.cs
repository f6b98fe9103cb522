using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Import;

/// <summary>Turns a plan into rows.</summary>
/// <remarks>
/// What is new is logged by its first revision, which names the import; what changes has log entries of its own; the import as a whole has one.
/// </remarks>
internal static class ImportRows
{
    /// <param name="plan">What is to be written.</param>
    /// <param name="request">Into which concept, by whom and when.</param>
    /// <param name="before">The concept as it stands.</param>
    /// <param name="id">The import's id.</param>
    /// <param name="rounds">The rounds that lose items by it.</param>
    public static ImportWrite From(ImportPlan plan, ImportRequest request, ConceptReading? before, string id, IReadOnlyDictionary<RoundId, ApprovalRound> rounds)
    {
        var cause = $"import:{id}";
        var rows = new Collector(request.Concept, before?.Concept, cause);
        foreach (var area in plan.Areas)
        {
            rows.Add(PartRow.From(request.Concept, area), before?.Snapshot.Find(area.Id) is { } old ? PartRow.From(request.Concept, old) : null);
        }

        foreach (var sector in plan.Sectors)
        {
            rows.Add(PartRow.From(request.Concept, sector), before?.Snapshot.Find(sector.Key) is { } old ? PartRow.From(request.Concept, old) : null);
        }

        foreach (var goal in plan.Goals)
        {
            rows.Add(ItemRow.From(request.Concept, goal.Item), goal.Before is { } old ? ItemRow.From(request.Concept, old) : null, goal.Changes);
        }

        foreach (var measure in plan.Measures)
        {
            rows.Add(ItemRow.From(request.Concept, measure.Item), measure.Before is { } old ? ItemRow.From(request.Concept, old) : null, measure.Changes);
            rows.After.AddRange(DeadlineFollow.Of(request.Concept, measure.Before, measure.Item, request.At));
        }

        var headVersion = (before?.Concept.HeadVersion ?? 0) + (plan.Head is null ? 0 : 1);
        if (plan.Head is { } head)
        {
            rows.After.AddRange(DeadlineFollow.Of(before?.Snapshot.Concept, head, headVersion, request.At));
        }

        rows.AddWithdrawals(Withdrawn(plan), rounds);
        rows.AddSummary(plan, request, id);
        return new ImportWrite
        {
            Id = id,
            Head = plan.Head ?? before?.Snapshot.Concept ?? throw new InvalidOperationException("A plan for a new concept has a head."),
            HeadVersion = headVersion,
            HeadChanges = plan.Head is not null,
            Rows = rows.After,
            Before = rows.Before,
            Created = rows.Created,
        };
    }

    /// <summary>The items that the import takes away from groups.</summary>
    public static IReadOnlyList<Withdrawal> Withdrawn(ImportPlan plan) =>
    [
        .. plan.Goals.SelectMany(goal => Withdrawal.Of(goal.Before?.Round, goal.Changes)),
        .. plan.Measures.SelectMany(measure => Withdrawal.Of(measure.Before?.Round, measure.Changes)),
    ];

    private sealed class Collector(ConceptId concept, StoredConcept? stored, string cause)
    {
        private int _entries;

        public JournalChunk After { get; } = new();

        public JournalChunk Before { get; } = new();

        public List<string> Created { get; } = [];

        public void Add(ITableEntity row, ITableEntity? before)
        {
            After.Add(row);
            if (before is not null && stored?.Has(row.RowKey) is true)
            {
                Before.Add(before);
            }
            else
            {
                Created.Add(row.RowKey);
            }
        }

        public void Add(ItemRow row, ItemRow? before, IReadOnlyList<Change> changes)
        {
            Add(row, (ITableEntity?)before);
            foreach (var change in changes)
            {
                if (change.BeganRevision)
                {
                    After.Add(RevisionRow.From(row, change, cause));
                }

                if (change.Kind is not ChangeKind.Created)
                {
                    After.Add(LogRow.Of(concept, change, LogRow.Key(change.At, FormattableString.Invariant($"{cause[7..]}-{_entries++:D6}")), cause));
                }
            }
        }

        public void AddWithdrawals(IReadOnlyList<Withdrawal> withdrawals, IReadOnlyDictionary<RoundId, ApprovalRound> rounds)
        {
            foreach (var withdrawal in withdrawals)
            {
                After.Add(withdrawal.ToLog(concept, LogRow.Key(withdrawal.Edit.At, FormattableString.Invariant($"{cause[7..]}-{_entries++:D6}")), cause));
            }

            foreach (var notice in Withdrawals.Notices(concept, withdrawals, rounds))
            {
                After.Add(notice.Entity);
            }
        }

        public void AddSummary(ImportPlan plan, ImportRequest request, string id) => After.Add(new LogRow
        {
            PartitionKey = concept.Value,
            RowKey = LogRow.Key(request.At, $"{id}-summary"),
            Kind = "Imported",
            By = request.By.Value,
            At = request.At,
            Reason = FormattableString.Invariant($"{plan.Goals.Count} goals, {plan.Measures.Count} measures written; mode {request.Mode}; {plan.Report.Rejected} rejected"),
            Cause = cause,
        });
    }
}
