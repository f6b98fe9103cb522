using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Moves the items of a round, as many at once as one transaction holds.</summary>
/// <remarks>
/// Each transaction is guarded twice: by the concept's entity tag, and by the round's, whose progress it advances. So two processes can
/// carry one sequence forward at once and every item is moved exactly once.
/// </remarks>
internal sealed class RoundItemWriter(ConceptWriter writer, RoundStore rounds, TimeProvider clock)
{
    /// <summary>Moves the items that follow.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="stored">The round as it was read.</param>
    /// <param name="by">Who is said to have moved them.</param>
    /// <param name="choose">Where an item goes; null where it stays, because it is not the round's any more.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False where somebody else was quicker, or an import keeps the concept busy: read the round again.</returns>
    public async Task<bool> MoveNextAsync(ConceptId concept, StoredRound stored, MemberId by, Func<BallotItem, ItemNow, ItemMove?> choose, CancellationToken cancellationToken)
    {
        var written = await writer.WriteAsync(
            concept,
            async Task<Result<Decision<bool>>> (reading) =>
            {
                var rows = new WriteSet(concept, FormattableString.Invariant($"{stored.Round.Id}-{stored.Round.Version}-{stored.Progress}"), $"round:{stored.Round.Id}");
                if (await rounds.FindAsync(concept, stored.Round.Id, cancellationToken) is not { } current || current.ETag != stored.ETag)
                {
                    return new Decision<bool>(false, rows);
                }

                var next = Fill(rows, reading.Concept, stored, by, choose);
                rows.Add(Progress(concept, stored, next));
                return new Decision<bool>(true, rows);
            },
            cancellationToken);
        return written.TryGet(out var moved, out var refusal) ? moved : refusal is ImportRunning ? false : throw new InvalidOperationException($"Round {stored.Round.Id} cannot go on: {refusal.Message}");
    }

    /// <summary>Records how far a sequence has come.</summary>
    public static TableTransactionAction Progress(ConceptId concept, StoredRound stored, int progress) => new(
        TableTransactionActionType.UpdateMerge,
        new RoundProgressRow { PartitionKey = concept.Value, RowKey = RoundRow.Key(stored.Round.Id), Progress = progress },
        stored.ETag);

    /// <summary>Puts one item's move among the rows.</summary>
    public static void Move(WriteSet rows, StoredConcept concept, BallotItem item, MemberId by, DateTimeOffset at, Func<BallotItem, ItemNow, ItemMove?> choose)
    {
        if (item.Kind is ItemKind.Goal && concept.Snapshot.FindGoal(item.Item) is { } goal && choose(item, ItemNow.Of(goal)) is { } goalMove)
        {
            var changed = goalMove.Apply(goal, by, at);
            rows.Save(changed.Item, [changed.Change], concept);
        }
        else if (item.Kind is ItemKind.Measure && concept.Snapshot.FindMeasure(item.Item) is { } measure && choose(item, ItemNow.Of(measure)) is { } measureMove)
        {
            var changed = measureMove.Apply(measure, by, at);
            rows.Save(changed.Item, [changed.Change], concept);
        }
    }

    private int Fill(WriteSet rows, StoredConcept concept, StoredRound stored, MemberId by, Func<BallotItem, ItemNow, ItemMove?> choose)
    {
        var at = clock.GetUtcNow();
        var next = stored.Progress;
        while (next < stored.Round.Items.Count && rows.HasRoomForItem)
        {
            Move(rows, concept, stored.Round.Items[next++], by, at, choose);
        }

        return next;
    }
}

/// <summary>What a round must know of an item before it moves it.</summary>
/// <param name="Revision">Its present revision.</param>
/// <param name="State">Its present state.</param>
/// <param name="Round">The round it is before.</param>
internal readonly record struct ItemNow(int Revision, ItemState State, RoundId? Round)
{
    public static ItemNow Of<TItem, TContent>(ConceptItem<TItem, TContent> item)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent> => new(item.Revision, item.State, item.Round);
}
