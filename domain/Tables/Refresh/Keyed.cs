namespace Insek.Office.Domain;

/// <summary>Tells things apart that share a key: the k-th of one list is the k-th of the other.</summary>
internal static class Keyed
{
    /// <summary>A name for each key that occurs once in the list: the key, with "#k" from its second occurrence on.</summary>
    public static string[] Labels(IEnumerable<string> keys)
    {
        var labels = keys.ToArray();
        if (labels.Length < 2)
        {
            return labels;
        }

        var seen = new Dictionary<string, int>(labels.Length, StringComparer.Ordinal);
        return Array.ConvertAll(labels, key => (seen[key] = seen.GetValueOrDefault(key) + 1) is > 1 and var count ? FormattableString.Invariant($"{key}#{count}") : key);
    }

    /// <summary>Where each label stands.</summary>
    public static Dictionary<string, int> Places(IReadOnlyList<string> labels)
    {
        var places = new Dictionary<string, int>(labels.Count, StringComparer.Ordinal);
        for (var i = 0; i < labels.Count; i++)
        {
            // A key may itself end in "#2"; the first to be called so keeps the name.
            places.TryAdd(labels[i], i);
        }

        return places;
    }
}
