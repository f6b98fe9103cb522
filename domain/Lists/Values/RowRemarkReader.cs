using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>Finds remarks about whole rows.</summary>
public static class RowRemarkReader
{
    private static readonly FrozenDictionary<string, RowRemarkKind> _words = Words().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] _references = ["entspricht", "siehe auch", "siehe", "s. a.", "s.a.", "s.", "vgl.", "vgl", "identisch mit", "identisch zu", "zusammengefasst mit", "zusammengelegt mit", "in massnahme", "aufgegangen in", "enthalten in", "wie"];

    private static readonly string[] _cancelled = ["entfaellt", "entfallen", "massnahme entfaellt", "gestrichen"];

    private static readonly string[] _totals = ["summe", "gesamt", "gesamtsumme", "gesamtkosten", "zwischensumme", "summen", "total"];

    /// <summary>Reads the cells of a row.</summary>
    /// <returns>The remark; of several a certain one, of these the first. Null where the row has none.</returns>
    public static RowRemark? Find(IReadOnlyList<string?> cells)
    {
        RowRemark? possible = null;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { Length: > 0 and <= 200 } text && Read(text, i) is { } remark)
            {
                if (remark.IsCertain)
                {
                    return remark;
                }

                possible ??= remark;
            }
        }

        return possible;
    }

    private static RowRemark? Read(string text, int cell)
    {
        var folded = CellText.Fold(text).Trim(' ', '.', '!', ':', '(', ')', '[', ']', '-', '*', '"');
        if (_words.TryGetValue(folded, out var kind))
        {
            return new RowRemark(kind, cell, text, IsCertain: true);
        }

        return IsPlaceholder(folded) ? new RowRemark(RowRemarkKind.Test, cell, text, IsCertain: true)
            : Reference(text, folded, cell)
            ?? (StartsWith(folded, _totals) ? new RowRemark(RowRemarkKind.Total, cell, text, IsCertain: false)
            : StartsWith(folded, _cancelled) ? new RowRemark(RowRemarkKind.Cancelled, cell, text, IsCertain: false)
            : null);
    }

    // "entspricht Maßnahme 132", "siehe Nr. 5 und 7"; "siehe Anlage 2" refers to no measure.
    private static RowRemark? Reference(string text, string folded, int cell)
    {
        foreach (var word in _references)
        {
            if (!folded.StartsWith(word, StringComparison.Ordinal) || folded.Length == word.Length || (char.IsLetter(word[^1]) && folded[word.Length] != ' '))
            {
                continue;
            }

            var numbers = new List<MeasureNumber>();
            foreach (var part in folded[word.Length..].Split([",", ";", " und ", "&"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (MeasureNumber.TryParse(Number(part)) is not { } number)
                {
                    return null;
                }

                numbers.Add(number);
            }

            // "vgl. 2024" may name a year.
            var isCertain = numbers.TrueForAll(number => number.Key is not ['1' or '2', '9' or '0', _, _]);
            return numbers.Count == 0 ? null : new RowRemark(RowRemarkKind.Reference, cell, text, isCertain) { References = numbers.ToValueList() };
        }

        return null;
    }

    private static string Number(string part)
    {
        var bare = part;
        foreach (var label in (ReadOnlySpan<string>)["der ", "massnahmen-nr.", "massnahmennummer ", "massnahmen ", "massnahme ", "massn. ", "lfd. nr.", "nr.", "nummer ", "projekt "])
        {
            bare = bare.StartsWith(label, StringComparison.Ordinal) ? bare[label.Length..].TrimStart() : bare;
        }

        foreach (var ending in (ReadOnlySpan<string>)[" enthalten", " integriert", " zusammengefasst", " aufgegangen", " behandelt"])
        {
            bare = bare.EndsWith(ending, StringComparison.Ordinal) ? bare[..^ending.Length] : bare;
        }

        return bare.ToUpperInvariant() is var capitals && NumberGrammar.IsRoman(capitals) ? capitals : bare;
    }

    // "xxx" and "???" fill a cell that somebody meant to come back to; one x is a mark for yes.
    private static bool IsPlaceholder(string folded) => folded.Length >= 3 && (folded.AsSpan().IndexOfAnyExcept('x') < 0 || folded.AsSpan().IndexOfAnyExcept('?') < 0);

    private static bool StartsWith(string folded, string[] words) =>
        Array.Exists(words, word => folded.StartsWith(word, StringComparison.Ordinal) && folded.Length > word.Length && !char.IsLetterOrDigit(folded[word.Length]) && folded[word.Length] != '-');

    private static IEnumerable<KeyValuePair<string, RowRemarkKind>> Words()
    {
        IEnumerable<(RowRemarkKind Kind, string[] Words)> known =
        [
            (RowRemarkKind.Cancelled, ["entfaellt", "entfallen", "massnahme entfaellt", "massnahme entfallen", "gestrichen", "hinfaellig", "nicht belegt", "nicht vergeben", "geloescht", "ersatzlos gestrichen", "entf", "wird nicht weiterverfolgt"]),
            (RowRemarkKind.Test, ["test", "testzeile", "testmassnahme", "muster", "musterzeile", "mustermassnahme", "beispiel", "beispielzeile", "beispielmassnahme", "dummy", "platzhalter", "test test", "test 1", "lorem ipsum", "asdf"]),
            (RowRemarkKind.Total, ["summe", "gesamt", "gesamtsumme", "summe gesamt", "gesamtkosten", "zwischensumme", "insgesamt", "total", "σ", "∑", "summen", "endsumme"]),
        ];
        return known.SelectMany(group => group.Words.Select(word => KeyValuePair.Create(word, group.Kind)));
    }
}
