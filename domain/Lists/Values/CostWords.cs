using System.Buffers;
using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>Costs in words.</summary>
internal static class CostWords
{
    private static readonly FrozenSet<string> _open = new[]
    {
        "noch zu ermitteln", "zu ermitteln", "wird ermittelt", "noch nicht bezifferbar", "nicht bezifferbar", "derzeit nicht bezifferbar", "noch nicht ermittelt", "variabel", "nach aufwand",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _none = new[] { "keine", "keine kosten", "ohne", "ohne kosten", "kostenlos", "kostenfrei" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _classes = new[]
    {
        "sehr gering", "gering", "gering bis mittel", "niedrig", "niedrig bis mittel", "mittel", "mittel bis hoch", "hoch", "sehr hoch", "gering/mittel", "mittel/hoch",
        "kostenneutral", "haushaltsneutral", "i", "ii", "iii", "iv", "v", "a", "b", "c", "d", "e", "xs", "s", "m", "l", "xl",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> _grades = SearchValues.Create("ivx0123456789abcde");

    private static readonly string[] _classWords = ["kostenklasse", "klasse", "kostenkategorie", "kategorie", "kat.", "kostenstufe", "stufe", "kk", "kostengruppe"];

    /// <summary>Class or Open where the folded cell is one in words; null where it is not.</summary>
    public static CostKind? KindOf(string folded) =>
        CellText.IsNotStated(folded) || _open.Contains(folded.Trim('(', ')', '[', ']')) ? CostKind.Open
        : _classes.Contains(folded) || IsSigns(folded) || IsNamedClass(folded) ? CostKind.Class
        : null;

    /// <summary>Whether the folded cell says that it costs nothing, or that nobody has put down a cost.</summary>
    public static bool IsNone(string folded) => _none.Contains(folded);

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
                return rest.Length is > 0 and <= 4 && rest.IndexOfAnyExcept(_grades) < 0 && !(word == "kk" && char.IsAsciiLetter(folded[2]));
            }
        }

        return false;
    }
}
