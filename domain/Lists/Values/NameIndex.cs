namespace Insek.Office.Domain.Lists;

/// <summary>How well a name fits a known one.</summary>
public enum NameFit
{
    /// <summary>It fits none.</summary>
    None,

    /// <summary>It resembles one or more; a person decides.</summary>
    Near,

    /// <summary>It is one, but for capitals, umlauts, blanks, dashes or a number in front.</summary>
    Folded,

    /// <summary>It is one, letter by letter.</summary>
    Exact,
}

/// <summary>What a name was found to be.</summary>
/// <param name="Fit">How well it fits.</param>
/// <param name="Keys">What it may be; one where it is exact or folded and nobody else goes by it, the likelier ones first.</param>
/// <typeparam name="TKey">What names stand for.</typeparam>
public sealed record NameMatch<TKey>(NameFit Fit, ValueList<TKey> Keys);

/// <summary>Known names, looked up as people write them.</summary>
/// <remarks>
/// Folded names ignore capitals, umlauts written out, punctuation and "und" or "&amp;" between words. A near name differs by one letter up to seven
/// letters, by two from eight on, or has all words of the shorter one ("Verkehr" for "Verkehr/Technische Infrastruktur").
/// </remarks>
/// <typeparam name="TKey">What names stand for.</typeparam>
public sealed class NameIndex<TKey>
    where TKey : notnull
{
    private const int MaxChoices = 5;

    // Names are up to 300 characters long; a longer text is none.
    private const int MaxName = 300;

    private readonly Dictionary<string, List<TKey>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TKey>> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameMatch<TKey>> _asked = new(StringComparer.Ordinal);

    /// <summary>Takes the names; one key may go by several.</summary>
    public NameIndex(IEnumerable<(TKey Key, string Name)> names)
    {
        foreach (var (key, name) in names)
        {
            Add(_exact, CellText.Clean(name), key);
            Add(_folded, NameWords.Key(name), key);
        }
    }

    /// <summary>Looks a name up. Not for several threads at once: answers are remembered, because columns repeat themselves.</summary>
    public NameMatch<TKey> Find(string name)
    {
        var clean = CellText.Clean(name);
        if (clean.Length > MaxName)
        {
            return new NameMatch<TKey>(NameFit.None, []);
        }

        if (!_asked.TryGetValue(clean, out var match))
        {
            _asked[clean] = match = Match(clean);
        }

        return match;
    }

    private NameMatch<TKey> Match(string clean)
    {
        if (_exact.TryGetValue(clean, out var keys))
        {
            return new NameMatch<TKey>(NameFit.Exact, keys.ToValueList());
        }

        var key = NameWords.Key(clean);
        if (key.Length == 0)
        {
            return new NameMatch<TKey>(NameFit.None, []);
        }

        if (_folded.TryGetValue(key, out keys) || (NameWords.WithoutNumber(clean) is { } bare && _folded.TryGetValue(NameWords.Key(bare), out keys)))
        {
            return new NameMatch<TKey>(NameFit.Folded, keys.ToValueList());
        }

        var asked = NameWords.WithoutNumber(clean) is { } unnumbered ? NameWords.Key(unnumbered) : key;
        var near = _folded.Select(known => (known.Value, Distance: NameWords.Distance(asked, known.Key)))
            .Where(known => known.Distance is not null)
            .OrderBy(known => known.Distance)
            .SelectMany(known => known.Value)
            .Distinct()
            .Take(MaxChoices)
            .ToValueList();
        return new NameMatch<TKey>(near.Count > 0 ? NameFit.Near : NameFit.None, near);
    }

    private static void Add(Dictionary<string, List<TKey>> names, string name, TKey key)
    {
        if (name.Length == 0)
        {
            return;
        }

        if (!names.TryGetValue(name, out var keys))
        {
            names[name] = keys = [];
        }

        if (!keys.Contains(key))
        {
            keys.Add(key);
        }
    }
}
