namespace Insek.Office.Domain;

/// <summary>How the items of one cell have changed from what was rendered to what the concept has.</summary>
internal sealed class ItemChanges
{
    private readonly ValueList<CellItem> _before;
    private readonly ValueList<CellItem> _after;
    private readonly string[] _labelsBefore;
    private readonly string[] _labelsAfter;
    private readonly Dictionary<string, int> _placesBefore;
    private readonly Dictionary<string, int> _placesAfter;

    /// <summary>Compares the items.</summary>
    /// <param name="before">As they were rendered.</param>
    /// <param name="after">As the concept has them.</param>
    public ItemChanges(ValueList<CellItem> before, ValueList<CellItem> after)
    {
        (_before, _after) = (before, after);
        (_labelsBefore, _labelsAfter) = (Keyed.Labels(before.Select(item => item.Key)), Keyed.Labels(after.Select(item => item.Key)));
        (_placesBefore, _placesAfter) = (Keyed.Places(_labelsBefore), Keyed.Places(_labelsAfter));
    }

    /// <summary>What has changed: what is gone, in the order it was rendered; what reads differently or is new, in the order of the concept; at last the order itself.</summary>
    public IEnumerable<PlannedChange> List(string row, string column)
    {
        for (var i = 0; i < _before.Count; i++)
        {
            if (!_placesAfter.ContainsKey(_labelsBefore[i]))
            {
                yield return Of(TableChangeKind.ItemRemoved, "item-removed", _labelsBefore[i], _before[i].Text, null, null);
            }
        }

        for (var i = 0; i < _after.Count; i++)
        {
            if (!_placesBefore.TryGetValue(_labelsAfter[i], out var place))
            {
                yield return Of(TableChangeKind.ItemAdded, "item-added", _labelsAfter[i], null, _after[i].Text, i == 0 ? null : _labelsAfter[i - 1]);
            }
            else if (!ReadsTheSame(_before[place], _after[i]))
            {
                yield return Of(TableChangeKind.ItemChanged, "item-changed", _labelsAfter[i], _before[place].Text, _after[i].Text, null);
            }
        }

        if (IsReordered())
        {
            yield return new PlannedChange
            {
                Id = $"cell-reordered:{row}:{column}",
                Kind = TableChangeKind.CellReordered,
                Row = row,
                Column = column,
                Before = _before.Select(item => item.Text).ToValueList(),
                After = _after.Select(item => item.Text).ToValueList(),
            };
        }

        PlannedChange Of(TableChangeKind kind, string name, string item, string? before, string? after, string? behind) => new()
        {
            Id = $"{name}:{row}:{column}:{item}",
            Kind = kind,
            Row = row,
            Column = column,
            Item = item,
            Behind = behind,
            Before = before is null ? null : [before],
            After = after is null ? null : [after],
        };
    }

    /// <summary>The cell after some of its changes: for each item where it was rendered (-1 where it is new), and the item.</summary>
    /// <param name="row">The row's label.</param>
    /// <param name="column">The column's key.</param>
    /// <param name="accepts">Whether a change, by its id, is applied.</param>
    /// <remarks>Where the order stays, what is new comes directly behind the nearest item before it that is there; where it changes, what stays against the concept comes directly behind the item it was rendered behind.</remarks>
    public List<(int Place, CellItem Item)> Merge(string row, string column, Predicate<string> accepts)
    {
        var isReordered = IsReordered() && accepts($"cell-reordered:{row}:{column}");
        bool Stays(int place) => _placesAfter.ContainsKey(_labelsBefore[place]) || !accepts($"item-removed:{row}:{column}:{_labelsBefore[place]}");
        bool Comes(int place) => _placesBefore.ContainsKey(_labelsAfter[place]) || accepts($"item-added:{row}:{column}:{_labelsAfter[place]}");
        var rendered = Enumerable.Range(0, _before.Count).Where(Stays).Select(place => _labelsBefore[place]).ToArray();
        var wanted = Enumerable.Range(0, _after.Count).Where(Comes).Select(place => _labelsAfter[place]).ToArray();
        return [.. (isReordered ? Interleave(wanted, rendered) : Interleave(rendered, wanted)).Select(Take)];

        (int, CellItem) Take(string label)
        {
            var place = _placesBefore.GetValueOrDefault(label, -1);
            if (!_placesAfter.TryGetValue(label, out var now))
            {
                return (place, _before[place]);
            }

            var keeps = place >= 0 && !ReadsTheSame(_before[place], _after[now]) && !accepts($"item-changed:{row}:{column}:{label}");
            return (place, keeps ? _before[place] : _after[now]);
        }
    }

    private bool IsReordered()
    {
        var last = -1;
        foreach (var label in _labelsBefore)
        {
            if (_placesAfter.TryGetValue(label, out var place))
            {
                if (place < last)
                {
                    return true;
                }

                last = place;
            }
        }

        return false;
    }

    private static bool ReadsTheSame(CellItem one, CellItem other) => TableHash.Normalize(one.Text) == TableHash.Normalize(other.Text);

    // The order of the first list, with what only the second has directly behind what stands before it there.
    private static LinkedList<string> Interleave(string[] order, string[] others)
    {
        var merged = new LinkedList<string>(order);
        var nodes = new Dictionary<string, LinkedListNode<string>>(StringComparer.Ordinal);
        for (var node = merged.First; node is not null; node = node.Next)
        {
            nodes[node.Value] = node;
        }

        LinkedListNode<string>? last = null;
        foreach (var label in others)
        {
            if (!nodes.TryGetValue(label, out var node))
            {
                node = last is null ? merged.AddFirst(label) : merged.AddAfter(last, label);
            }

            last = node;
        }

        return merged;
    }
}
