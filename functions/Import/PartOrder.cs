namespace Insek.Office.Functions.Import;

/// <summary>Gives areas and sector concepts of a file their places beside those the concept has.</summary>
internal static class PartOrder
{
    /// <summary>The place of each key in the file.</summary>
    /// <remarks>
    /// Where the file keeps the present sequence and adds only at its end, present places stand: importing an export, or a part of it,
    /// moves nothing. Any other sequence is what somebody wants, and is numbered from 1.
    /// </remarks>
    /// <param name="keys">The keys in the order of the file; null where a row has none.</param>
    /// <param name="present">The places of today.</param>
    public static int[] Of(IReadOnlyList<string?> keys, IReadOnlyDictionary<string, int> present)
    {
        var orders = new int[keys.Count];
        var last = int.MinValue;
        var next = present.Count == 0 ? 1 : present.Values.Max() + 1;
        var hasNew = false;
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i] is not { } key || !present.TryGetValue(key, out var order))
            {
                hasNew = true;
                orders[i] = next++;
            }
            else if (hasNew || order < last)
            {
                return [.. Enumerable.Range(1, keys.Count)];
            }
            else
            {
                orders[i] = last = order;
            }
        }

        return orders;
    }
}
