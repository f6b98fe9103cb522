using System.Buffers;

namespace Insek.Office.Domain.Lists;

/// <summary>How sure it is that a cell begins with a number.</summary>
internal enum NumberCertainty
{
    /// <summary>It may be a quantity, a road or an ordinal.</summary>
    Possible,

    /// <summary>Its form is that of no quantity, or a mark parts it from the title.</summary>
    Likely,
}

/// <summary>A number found in front of a title.</summary>
internal readonly record struct FoundNumber(MeasureNumber Number, string Title, NumberCertainty Certainty);

/// <summary>Looks for a number in front of a title.</summary>
internal static class NumberedTitleScan
{
    private static readonly SearchValues<char> _plain = SearchValues.Create("0123456789.");

    private static readonly HashSet<string> _units = new(
        ["km", "km/h", "m", "m³", "m2", "m²", "qm", "ha", "%", "prozent", "mio", "mio.", "tsd", "tsd.", "euro", "eur", "€", "jahre", "jahren", "uhr", "stueck", "t", "kw", "kwp", "mw", "kwh", "mwh", "grad", "°c"],
        StringComparer.Ordinal);

    /// <summary>The number in front and the title behind it; null where the text begins with no number.</summary>
    public static FoundNumber? Find(string lines)
    {
        FoundNumber? best = null;
        for (var i = 1; i < lines.Length && i <= 32; i++)
        {
            if (lines[i] is ' ' or '\n' or ':' or ')' or '-' or '–' && At(lines, i) is { } found)
            {
                best = found;
            }
        }

        return best;
    }

    private static FoundNumber? At(string lines, int end)
    {
        // The number ends in a letter, a digit or a point: "M 12:" is M 12 and a colon.
        if (!char.IsLetterOrDigit(lines[end - 1]) && lines[end - 1] is not '.' && !(lines[0] is '(' or '[' && lines[end - 1] is ')' or ']'))
        {
            return null;
        }

        if (lines[end] == ':' && end + 1 < lines.Length && lines[end + 1] is not (' ' or '\n'))
        {
            return null;
        }

        // "1.1-Radweg" may begin with a number; "5-Punkte-Plan" does not.
        if (CellText.IsDash(lines[end]) && (end + 1 == lines.Length || !char.IsUpper(lines[end + 1]) || lines.AsSpan(0, end).IndexOfAnyExceptInRange('0', '9') < 0 || !char.IsAsciiDigit(lines[0])))
        {
            return null;
        }

        var rest = CellText.IsDash(lines[end]) ? lines.AsSpan(end + 1) : lines.AsSpan(end).TrimStart();
        var isParted = lines[end] is '\n' or ':' or ')';
        if (rest.Length > 2 && (rest[0] is ':' or ')' or '|' || CellText.IsDash(rest[0])) && rest[1] is ' ' or '\n')
        {
            rest = rest[1..].TrimStart();
            isParted = true;
        }

        if (rest.Length < 2 || !char.IsLetter(FirstOfWord(rest)) || MeasureNumber.TryParse(lines[..end]) is not { } number || IsUnit(rest))
        {
            return null;
        }

        return new FoundNumber(number, rest.ToString().Replace('\n', ' '), isParted || (!CellText.IsDash(lines[end]) && IsNoQuantity(number.Key)) ? NumberCertainty.Likely : NumberCertainty.Possible);
    }

    private static char FirstOfWord(ReadOnlySpan<char> rest) => rest.TrimStart("\"'„“‚‘»«(") is { IsEmpty: false } word ? word[0] : ' ';

    private static bool IsUnit(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(' ', '\n');
        return _units.Contains(CellText.Fold((end < 0 ? rest : rest[..end]).ToString()));
    }

    // 24a, III.10 and 1.1.2 count nothing. 1.1.24 may be a day, B 87 a road, 2.500 a thousand.
    private static bool IsNoQuantity(string key)
    {
        var dots = key.AsSpan().Count('.');
        var isBare = key.AsSpan().IndexOfAnyExcept(_plain) < 0;
        if (isBare)
        {
            return dots >= 3 || (dots == 2 && key.LastIndexOf('.') == key.Length - 2);
        }

        return char.IsAsciiDigit(key[0])
            ? char.IsAsciiLetter(key[^1]) && key.AsSpan(0, key.Length - 1).IndexOfAnyExcept(_plain) < 0
            : dots > 0 && char.IsAsciiDigit(key[^1]);
    }
}
