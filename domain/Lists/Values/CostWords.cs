using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>Costs in words.</summary>
internal static class CostWords
{
    private static readonly FrozenSet<string> _open = new[]
    {
        "k. a.", "k.a.", "k.a", "k. a", "ka", "keine angabe", "keine angaben", "offen", "noch offen", "n. n.", "n.n.", "nn", "unbekannt", "nicht bekannt", "noch nicht bekannt",
        "tbd", "t.b.d.", "?", "??", "???", "noch zu ermitteln", "zu ermitteln", "wird ermittelt", "noch nicht bezifferbar", "nicht bezifferbar", "derzeit nicht bezifferbar",
        "in klaerung", "noch zu klaeren", "folgt", "steht noch aus", "noch nicht ermittelt", "n. b.", "n.b.", "k. a. moeglich", "noch unklar", "unklar", "variabel", "nach aufwand",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _classes = new[]
    {
        "sehr gering", "gering", "gering bis mittel", "niedrig", "niedrig bis mittel", "mittel", "mittel bis hoch", "hoch", "sehr hoch", "gering/mittel", "mittel/hoch",
        "kostenneutral", "keine", "keine kosten", "ohne", "personalkosten", "haushaltsneutral", "i", "ii", "iii", "iv", "v", "a", "b", "c", "d", "e", "xs", "s", "m", "l", "xl",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] _classWords = ["kostenklasse", "klasse", "kostenkategorie", "kategorie", "kat.", "kostenstufe", "stufe", "kk", "kostengruppe"];

    /// <summary>Class or Open where the folded cell is one in words; null where it is not.</summary>
    public static CostKind? KindOf(string folded) =>
        _open.Contains(folded.Trim('(', ')', '[', ']')) ? CostKind.Open
        : _classes.Contains(folded) || IsSigns(folded) || IsNamedClass(folded) ? CostKind.Class
        : null;

    // "€€" and "++" grade; a single "€" is a sign that lost its number.
    private static bool IsSigns(string folded)
    {
        var bare = folded.AsSpan().Trim("()");
        return bare.Length is > 0 and <= 9 && ((bare.Count('€') > 1 && bare.IndexOfAnyExcept('€', ' ') < 0) || bare.IndexOfAnyExcept('$') < 0 || bare.IndexOfAnyExcept('+', 'o') < 0 || bare.IndexOfAnyExcept('*', '★') < 0);
    }

    private static bool IsNamedClass(string folded)
    {
        foreach (var word in _classWords)
        {
            if (folded.StartsWith(word, StringComparison.Ordinal))
            {
                var rest = folded.AsSpan(word.Length).Trim(" .:-");
                return rest.Length is > 0 and <= 4 && rest.IndexOfAnyExcept("ivx0123456789abcde") < 0 && !(word == "kk" && char.IsAsciiLetter(folded[2]));
            }
        }

        return false;
    }
}
