using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>Which revisions of goals and measures a table holds.</summary>
internal static class HeldRevisions
{
    /// <summary>What a record holds.</summary>
    public static IReadOnlyList<HeldRevision> Of(TableRecord record, FoundTable found) =>
        Of(record.Rows.SelectMany(row => row.Cells.SelectMany(cell => cell.Items).Select(item => (row.Key, item))), found);

    /// <summary>The goals and measures of which the document holds another revision than the table shows now.</summary>
    public static IReadOnlyList<OutdatedItemView> Outdated(IEnumerable<HeldRevision> held, FoundTable found)
    {
        var before = held.GroupBy(item => item.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(item => item.Revision), StringComparer.Ordinal);
        var now = Of(found.Table.Rows.SelectMany(row => row.Cells.SelectMany(cell => cell.Items).Select(item => (row.Key, item))), found).ToDictionary(item => item.Key, item => item.Revision, StringComparer.Ordinal);
        return
        [
            .. before.Keys.Union(now.Keys)
                .Select(key => new OutdatedItemView { Item = key, Title = found.TitleOf(key), Revision = before.TryGetValue(key, out var old) ? old : null, CurrentRevision = now.TryGetValue(key, out var current) ? current : null })
                .Where(item => item.Revision != item.CurrentRevision),
        ];
    }

    private static HeldRevision[] Of(IEnumerable<(string Row, CellItem Item)> items, FoundTable found) =>
    [
        .. items.Where(entry => entry.Item.Revision > 0)
            .Select(entry => (Key: found.Shows(entry.Item.Key) ? entry.Item.Key : entry.Row, entry.Item.Revision))
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(group => new HeldRevision(group.Key, group.Max(entry => entry.Revision))),
    ];
}
