using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Resolutions;

/// <summary>What carrying a resolution out writes in one transaction: as many items as it holds.</summary>
internal sealed class ResolutionChunk
{
    /// <summary>A transaction holds 100 changes; concept, resolution and its own log entry are three.</summary>
    private const int Capacity = 97;

    /// <summary>The state, the log entry, the task, and two for a measure's deadline.</summary>
    private const int ActionsPerItem = 5;

    private readonly List<TableTransactionAction> _actions = [];

    private ResolutionChunk(int next) => Next = next;

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    /// <summary>The item after the last one of this chunk.</summary>
    public int Next { get; private set; }

    /// <summary>The instant at which it touches deadlines; null where it touches none. Its hint is to be raised before.</summary>
    public DateTimeOffset? DeadlinesTouchedAt { get; private set; }

    /// <summary>Carries the resolution out from the given item on, as far as one transaction reaches.</summary>
    public static ResolutionChunk From(CouncilResolution resolution, int next, ConceptReading reading)
    {
        var chunk = new ResolutionChunk(next);
        while (chunk.Next < resolution.Decisions.Count && chunk._actions.Count + ActionsPerItem <= Capacity)
        {
            chunk.Take(resolution, resolution.Decisions[chunk.Next], reading);
            chunk.Next++;
        }

        return chunk;
    }

    private void Take(CouncilResolution resolution, CouncilDecision decision, ConceptReading reading)
    {
        var concept = reading.Snapshot.Concept.Id;
        if (reading.Snapshot.FindGoal(decision.Item) is { } goal)
        {
            Move(resolution, decision.Apply(goal, resolution), reading);
        }
        else if (reading.Snapshot.FindMeasure(decision.Item) is { } measure)
        {
            var changed = decision.Apply(measure, resolution);
            Move(resolution, changed, reading);
            if (changed is not null)
            {
                var follow = DeadlineFollow.Of(concept, measure, changed.Item, changed.Change.At).ToActions().ToArray();
                _actions.AddRange(follow);
                DeadlinesTouchedAt = follow.Length > 0 ? changed.Change.At : DeadlinesTouchedAt;
            }
        }

        if (decision.Result is CouncilResult.AdoptedWithAmendment)
        {
            _actions.Add(new TableTransactionAction(TableTransactionActionType.Add, TaskRow.From(concept, resolution, decision)));
        }
    }

    private void Move<TItem>(CouncilResolution resolution, Changed<TItem>? changed, ConceptReading reading)
        where TItem : class
    {
        if (changed is null)
        {
            return;
        }

        var concept = reading.Snapshot.Concept.Id;
        var change = changed.Change;
        var row = new ItemMoveRow
        {
            PartitionKey = concept.Value,
            RowKey = ItemRow.Key(change.ItemKind, change.Item),
            State = change.To.ToString(),
            Version = changed.Item switch { Goal goal => goal.Version, Measure measure => measure.Version, _ => throw new System.Diagnostics.UnreachableException() },
            ChangedAt = change.At,
            ChangedBy = change.By.Value,
        };
        _actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, reading.Concept.TagOf(row.RowKey)));

        // The keys follow from the resolution, so a chunk that went through unnoticed cannot be written twice.
        var key = LogRow.Key(change.At, FormattableString.Invariant($"{resolution.Id}-{Next}"));
        _actions.Add(new TableTransactionAction(TableTransactionActionType.Add, LogRow.Of(concept, change, key, Cause(resolution))));
    }

    /// <summary>What the log names as the cause.</summary>
    public static string Cause(CouncilResolution resolution) => $"resolution:{resolution.Id}";
}
