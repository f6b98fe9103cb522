using System.Buffers;
using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>The horizons that a folded text names.</summary>
/// <param name="Horizons">Each once, in order.</param>
/// <param name="IsAll">Whether the text says nothing else.</param>
/// <param name="IsExplained">Whether all else is a span of years or stands behind a bracket, comma or colon: then it cannot turn the word round as "nicht" would.</param>
internal readonly record struct HorizonWords(List<Horizon> Horizons, bool IsAll, bool IsExplained)
{
    private const int LongestLetters = 3;

    private static readonly FrozenDictionary<string, Horizon>.AlternateLookup<ReadOnlySpan<char>> _known =
        Words().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _fillers =
        Set("e", "er", "es", "umsetzung", "umsetzbar", "massnahme", "bis", "und", "oder", "zeitraum", "horizont", "realisierung");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _spans = Set("jahr", "jahre", "jahren", "j", "monate", "monaten", "ca", "zu");

    private static readonly SearchValues<char> _between = SearchValues.Create(" .-/,;+&|");

    /// <summary>Reads a text.</summary>
    public static HorizonWords Of(string folded)
    {
        var all = Read(folded, withLetters: true);
        return all.IsAll ? all : Read(folded, withLetters: false);
    }

    // "k" and "m" are horizons only among their like: "k. A." is none.
    private static HorizonWords Read(string folded, bool withLetters)
    {
        var horizons = new List<Horizon>(2);
        var (isAll, isExplained, isBehind) = (true, true, false);
        for (var at = 0; at < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[at]))
            {
                isAll &= _between.Contains(folded[at]);
                isBehind |= folded[at] is '(' or ',' or ';' or ':';
                at++;
                continue;
            }

            var end = at;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            var word = folded.AsSpan(at, end - at);
            at = end;
            if (_known.TryGetValue(word, out var horizon) && (withLetters || word.Length > LongestLetters))
            {
                if (!horizons.Contains(horizon))
                {
                    horizons.Add(horizon);
                }
            }
            else if (!_fillers.Contains(word))
            {
                isAll = false;
                isExplained &= isBehind || char.IsAsciiDigit(word[0]) || _spans.Contains(word);
            }
        }

        return new HorizonWords(horizons, isAll, isExplained);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

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
