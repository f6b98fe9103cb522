using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

internal enum CostTokenKind
{
    /// <summary>Digits with their separators.</summary>
    Number,

    /// <summary>€, EUR, Euro.</summary>
    Currency,

    /// <summary>Tsd., Mio., Mrd., T€.</summary>
    Unit,

    /// <summary>p. a., /Jahr, jährlich.</summary>
    PerYear,

    /// <summary>je, pro, /m².</summary>
    PerUnit,

    /// <summary>ca., rund, geschätzt.</summary>
    About,

    /// <summary>bis, max., unter, &lt;.</summary>
    UpTo,

    /// <summary>ab, mind., über, &gt;.</summary>
    AtLeast,

    /// <summary>A dash between amounts.</summary>
    Dash,

    /// <summary>"/", "+", ";", "," and "und" between amounts.</summary>
    And,

    /// <summary>brutto, insgesamt: words that leave the amount what it is.</summary>
    Harmless,

    /// <summary>A bracket and the like.</summary>
    Mark,

    /// <summary>Any other word.</summary>
    Word,
}

/// <summary>A part of a folded cell of costs.</summary>
internal readonly record struct CostToken(CostTokenKind Kind, string Text, CostUnit? Unit = null);

/// <summary>Cuts a folded cell of costs into what matters.</summary>
internal static class CostTokens
{
    private static readonly FrozenDictionary<string, CostToken> _words = Words().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] _perYear = ["p. a.", "p.a.", "p. a", "p.a", "pro jahr", "per anno", "pro anno", "je jahr", "im jahr", "/ jahr", "/jahr", "/ a", "/a", "/j."];

    /// <summary>The parts, in order.</summary>
    public static List<CostToken> Of(string folded)
    {
        var tokens = new List<CostToken>(8);
        for (var i = 0; i < folded.Length;)
        {
            i = folded[i] == ' ' ? i + 1 : Next(folded, i, tokens);
        }

        return tokens;
    }

    private static int Next(string text, int at, List<CostToken> tokens)
    {
        foreach (var phrase in _perYear)
        {
            if (string.CompareOrdinal(text, at, phrase, 0, phrase.Length) == 0 && (at + phrase.Length == text.Length || !char.IsLetterOrDigit(text[at + phrase.Length])))
            {
                tokens.Add(new CostToken(CostTokenKind.PerYear, phrase));
                return at + phrase.Length;
            }
        }

        if (char.IsAsciiDigit(text[at]))
        {
            var end = CostNumber.End(text, at);
            tokens.Add(new CostToken(CostTokenKind.Number, text[at..end]));
            var after = SkipRound(text, end);
            if (after > end)
            {
                tokens.Add(new CostToken(CostTokenKind.Currency, ",-"));
            }

            return after;
        }

        return char.IsLetter(text[at]) || text[at] == '€' ? NextWord(text, at, tokens) : NextMark(text, at, tokens);
    }

    // "20.000,- €", "20.000.-", "20.000,--": no cents, and euros without saying so.
    private static int SkipRound(string text, int at)
    {
        var end = at;
        if (end < text.Length && text[end] is ',' or '.')
        {
            end++;
        }

        var dashes = end;
        while (dashes < text.Length && text[dashes] == '-' && dashes - end < 2)
        {
            dashes++;
        }

        return dashes > end && end > at && (dashes == text.Length || !char.IsAsciiDigit(text[dashes])) ? dashes : at;
    }

    private static int NextWord(string text, int at, List<CostToken> tokens)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '€' or '²' or '³' || (text[end] == '.' && end + 1 < text.Length && text[end + 1] is '€' or 'e')))
        {
            end++;
        }

        // "Mio.", "T EUR", "k €": the point and the currency belong to the word.
        foreach (var length in (ReadOnlySpan<int>)[WithCurrency(text, end), end + 1, end])
        {
            if (length <= text.Length && length > at && _words.TryGetValue(text[at..length], out var known))
            {
                tokens.Add(known);
                return length == end && end < text.Length && text[end] == '.' ? end + 1 : length;
            }
        }

        tokens.Add(new CostToken(CostTokenKind.Word, text[at..end]));
        return end;
    }

    private static int WithCurrency(string text, int end)
    {
        var start = end < text.Length && text[end] == '.' ? end + 1 : end;
        start = start < text.Length && text[start] == ' ' ? start + 1 : start;
        foreach (var currency in (ReadOnlySpan<string>)["€", "euro", "eur"])
        {
            if (string.CompareOrdinal(text, start, currency, 0, currency.Length) == 0)
            {
                return start + currency.Length;
            }
        }

        return -1;
    }

    private static int NextMark(string text, int at, List<CostToken> tokens)
    {
        var kind = text[at] switch
        {
            '~' or '≈' or '±' => CostTokenKind.About,
            '<' or '≤' => CostTokenKind.UpTo,
            '>' or '≥' => CostTokenKind.AtLeast,
            '-' => CostTokenKind.Dash,
            '/' or '+' or ';' or ',' or '&' or '|' => CostTokenKind.And,
            '?' => CostTokenKind.About,
            '*' => CostTokenKind.Harmless,
            '(' or ')' or '[' or ']' or ':' or '.' or '=' or '"' or '\'' => CostTokenKind.Mark,
            _ => CostTokenKind.Word,
        };
        var end = text.AsSpan(at).StartsWith("<=", StringComparison.Ordinal) || text.AsSpan(at).StartsWith(">=", StringComparison.Ordinal) ? at + 2 : at + 1;
        tokens.Add(new CostToken(kind, text[at..end]));
        return end;
    }

    private static IEnumerable<KeyValuePair<string, CostToken>> Words()
    {
        IEnumerable<(CostTokenKind Kind, CostUnit? Unit, string[] Words)> known =
        [
            (CostTokenKind.Currency, null, ["€", "eur", "euro", "euros"]),
            (CostTokenKind.Unit, CostUnit.Thousand, ["tsd", "tds", "tausend", "t€", "t.€", "t. €", "t €", "teur", "t eur", "teuro", "t euro", "tsd€", "k€", "k €", "keur", "k eur", "tsd.€", "tsd €", "tsd. €", "tsd. euro", "tsd euro", "tsd. eur", "tsd eur"]),
            (CostTokenKind.Unit, CostUnit.Million, ["mio", "mill", "million", "millionen", "mio€", "mio.€", "mio €", "mio. €", "mio. euro", "mio euro", "mio. eur", "mio eur", "m€", "m €", "meur", "m eur"]),
            (CostTokenKind.Unit, CostUnit.Billion, ["mrd", "milliarde", "milliarden", "mrd €", "mrd. €", "mrd. euro", "mrd euro"]),
            (CostTokenKind.PerYear, null, ["jaehrlich", "jaehrliche", "jhrl", "jaehrl"]),
            (CostTokenKind.PerUnit, null, ["je", "pro", "jeweils", "a"]),
            (CostTokenKind.About, null, ["ca", "circa", "zirka", "etwa", "rund", "rd", "ungefaehr", "geschaetzt", "gesch", "grob", "schaetzung", "voraussichtlich", "vorauss"]),
            (CostTokenKind.UpTo, null, ["bis", "max", "maximal", "hoechstens", "unter", "weniger", "kleiner"]),
            (CostTokenKind.AtLeast, null, ["ab", "mind", "mindestens", "ueber", "mehr", "groesser", "min"]),
            (CostTokenKind.And, null, ["und", "sowie", "bzw", "zzgl", "zuzueglich", "plus", "oder", "davon"]),
            (CostTokenKind.Harmless, null, ["brutto", "netto", "inkl", "incl", "mwst", "ust", "insgesamt", "gesamt", "gesamtkosten", "einmalig", "kosten", "summe"]),
        ];
        return known.SelectMany(group => group.Words.Select(word => KeyValuePair.Create(word, new CostToken(group.Kind, word, group.Unit))));
    }
}
