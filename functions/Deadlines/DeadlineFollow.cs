using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Deadlines;

/// <summary>The rows by which a change of a measure, a round or a step takes its deadline along. They go into the transaction of that change.</summary>
/// <remarks>
/// They read nothing and need no entity tag. What the reminder of the changed deadline is, the timer finds out: the touch row is a next
/// row of the instant of the change. A source without a due day, and one that says what it said before, writes nothing.
/// </remarks>
internal static class DeadlineFollow
{
    /// <summary>A measure has changed.</summary>
    public static IEnumerable<ITableEntity> Of(ConceptId concept, Measure? before, Measure after, DateTimeOffset at) =>
        Rows(concept, DeadlineSource.OfMeasure(after.Id), before is null ? null : DeadlineFacts.Of(before), DeadlineFacts.Of(after), after.Version, at);

    /// <summary>A round has opened, got another end, or ended.</summary>
    public static IEnumerable<ITableEntity> Of(ConceptId concept, ApprovalRound round, DateTimeOffset at, ApprovalRound? before = null) =>
        Rows(concept, DeadlineSource.Of(round.Id), before is null ? null : DeadlineFacts.Of(before), DeadlineFacts.Of(round), round.Version, at);

    /// <summary>The concept's head has changed: its steps come, move and go.</summary>
    public static IEnumerable<ITableEntity> Of(Concept? before, Concept after, int headVersion, DateTimeOffset at)
    {
        // One id once: of two steps of the same id the first counts, as everywhere.
        var (old, now) = (Steps(before), Steps(after));
        foreach (var id in old.Keys.Union(now.Keys))
        {
            var facts = now.TryGetValue(id, out var step) ? DeadlineFacts.Of(step, at) : null;
            var known = old.TryGetValue(id, out var was) ? DeadlineFacts.Of(was, at) : null;
            foreach (var row in Rows(after.Id, DeadlineSource.OfStep(id), known, facts, headVersion, at))
            {
                yield return row;
            }
        }
    }

    /// <summary>The same as actions of a transaction.</summary>
    public static IEnumerable<TableTransactionAction> ToActions(this IEnumerable<ITableEntity> rows) => rows.Select(ToAction);

    /// <summary>What a transaction does with such a row.</summary>
    public static TableTransactionAction ToAction(ITableEntity row) => new(row is DeadlineSourceRow ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.UpsertReplace, row);

    private static Dictionary<ItemId, ProcessEvent> Steps(Concept? concept) => (concept?.Events ?? []).GroupBy(step => step.Id).ToDictionary(same => same.Key, same => same.First());

    private static IEnumerable<ITableEntity> Rows(ConceptId concept, DeadlineSource source, DeadlineFacts? before, DeadlineFacts? after, int version, DateTimeOffset at)
    {
        if (before == after)
        {
            yield break;
        }

        var id = DeadlineId.Of(source);
        var row = new DeadlineSourceRow { PartitionKey = concept.Value, RowKey = DeadlineRow.Key(id), SourceState = DeadlineSourceRow.Gone, SourceVersion = version };
        if (after is not null)
        {
            row.Kind = after.Kind.ToString();
            row.Title = after.Title;
            row.Stated = DueText.Of(after.Due);
            row.SourceKind = source.Kind.ToString();
            row.SourceId = source.Id;
            row.Office = after.Office ?? "";
            row.SourceState = after.State.ToString();
        }

        if (before is not null && (after is null || before.Due != after.Due || before.State != after.State))
        {
            (row.Moved, row.State, row.ClosedBy, row.ClosedAt) = ("", "", "", "");
        }

        yield return row;
        yield return DeadlineTouchRow.For(concept, id, at);
    }
}
