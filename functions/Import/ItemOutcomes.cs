using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>All goals or measures after an import, and what became of those in the file.</summary>
/// <param name="present">Those the concept has.</param>
/// <param name="idOf">Their ids.</param>
/// <param name="rows">How many rows the file has: what grows to that many by doubling leaves large garbage behind.</param>
internal sealed class ItemOutcomes<T>(IReadOnlyCollection<T> present, Func<T, ItemId> idOf, int rows)
    where T : class
{
    private readonly Dictionary<ItemId, T> _all = Keyed(present, idOf, rows);
    private readonly List<PlannedItem<T>> _planned = new(rows);
    private readonly Dictionary<string, int> _rows = new(rows, StringComparer.Ordinal);
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);
    private readonly List<RowOutcome<T>> _inOrder = new(rows);

    /// <summary>What became of each row of the file, in its order.</summary>
    public IReadOnlyList<RowOutcome<T>> InOrder => _inOrder;

    public IReadOnlyCollection<T> All => _all.Values;

    public IReadOnlyList<PlannedItem<T>> Planned => _planned;

    /// <summary>The row of each id in the file.</summary>
    public IReadOnlyDictionary<string, int> Rows => _rows;

    /// <summary>The ids of those that could not be taken.</summary>
    public IReadOnlySet<string> Rejected => _rejected;

    public int Created { get; private set; }

    public int Updated => _planned.Count - Created;

    public int Unchanged { get; private set; }

    public int RejectedCount { get; private set; }

    public void Reject(string? id)
    {
        RejectedCount++;
        _inOrder.Add(new RowOutcome<T>(null, null, IsRejected: true));
        if (id is not null)
        {
            _rejected.Add(id);
        }
    }

    public void Keep(ItemId id, int row)
    {
        _rows[id.Value] = row;
        Unchanged++;
        _inOrder.Add(new RowOutcome<T>(id, null, IsRejected: false));
    }

    public void Take(ItemId id, int row, PlannedItem<T> planned)
    {
        _rows[id.Value] = row;
        _all[id] = planned.Item;
        _planned.Add(planned);
        _inOrder.Add(new RowOutcome<T>(id, planned, IsRejected: false));
        Created += planned.Before is null ? 1 : 0;
    }

    private static Dictionary<ItemId, T> Keyed(IReadOnlyCollection<T> present, Func<T, ItemId> idOf, int rows)
    {
        var keyed = new Dictionary<ItemId, T>(present.Count + rows);
        foreach (var item in present)
        {
            keyed.Add(idOf(item), item);
        }

        return keyed;
    }
}

/// <summary>What became of a row.</summary>
/// <typeparam name="T">Goal or measure.</typeparam>
/// <param name="Id">The item it is about; null where it was rejected.</param>
/// <param name="Planned">What is done to the item; null where nothing is.</param>
/// <param name="IsRejected">Whether the row could not be taken.</param>
internal readonly record struct RowOutcome<T>(ItemId? Id, PlannedItem<T>? Planned, bool IsRejected)
    where T : class;
