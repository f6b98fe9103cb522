using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>The horizons that a folded text names.</summary>
/// <param name="Horizons">Each once, in order.</param>
/// <param name="IsAll">Whether the text says nothing else.</param>
internal readonly record struct HorizonWords(List<Horizon> Horizons, bool IsAll)
{
    private static readonly FrozenDictionary<string, Horizon> _words = Words().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Horizon>.AlternateLookup<ReadOnlySpan<char>> _known = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _fillers =
        new[] { "e", "er", "es", "umsetzung", "umsetzbar", "massnahme", "bis", "und", "oder", "zeitraum", "horizont", "realisierung" }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a text.</summary>
    public static HorizonWords Of(string folded)
    {
        var horizons = new List<Horizon>(2);
        var isAll = true;
        for (var at = 0; at < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[at]))
            {
                // Brackets explain; so does a sign of comparison.
                isAll &= folded[at] is ' ' or '.' or '-' or '/' or ',' or ';' or '+' or '&' or '|';
                at++;
                continue;
            }

            var end = at;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            var word = folded.AsSpan(at, end - at);
            if (_known.TryGetValue(word, out var horizon))
            {
                if (!horizons.Contains(horizon))
                {
                    horizons.Add(horizon);
                }
            }
            else
            {
                isAll &= _fillers.Contains(word);
            }

            at = end;
        }

        return new HorizonWords(horizons, isAll);
    }

    private static IEnumerable<KeyValuePair<string, Horizon>> Words()
    {
        IEnumerable<(Horizon Horizon, string[] Words)> known =
        [
            (Horizon.ShortTerm, ["kurz", "kurzfristig", "kurzfristige", "kurzfristiger", "kurzfrist", "kurzfr", "kf", "kfr", "k"]),
            (Horizon.MediumTerm, ["mittel", "mittelfristig", "mittelfristige", "mittelfristiger", "mittelfrist", "mittelfr", "mf", "mfr", "m"]),
            (Horizon.LongTerm, ["lang", "langfristig", "langfristige", "langfristiger", "langfrist", "langfr", "lf", "lfr", "l"]),
            (Horizon.Continuous, ["daueraufgabe", "daueraufgaben", "dauer", "laufend", "laufende", "fortlaufend", "fortlaufende", "kontinuierlich", "kontinuierliche", "dauerhaft", "staendig", "permanent", "da"]),
        ];
        return known.SelectMany(group => group.Words.Select(word => KeyValuePair.Create(word, group.Horizon)));
    }
}
