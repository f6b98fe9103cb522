using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>All goals or measures after an import, and what became of those in the file.</summary>
internal sealed class ItemOutcomes<T>(IEnumerable<T> present, Func<T, ItemId> idOf)
    where T : class
{
    private readonly Dictionary<ItemId, T> _all = present.ToDictionary(idOf);
    private readonly List<PlannedItem<T>> _planned = [];
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);

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
        if (id is not null)
        {
            _rejected.Add(id);
        }
    }

    public void Keep(ItemId id, int row)
    {
        _rows[id.Value] = row;
        Unchanged++;
    }

    public void Take(ItemId id, int row, PlannedItem<T> planned)
    {
        _rows[id.Value] = row;
        _all[id] = planned.Item;
        _planned.Add(planned);
        Created += planned.Before is null ? 1 : 0;
    }
}
