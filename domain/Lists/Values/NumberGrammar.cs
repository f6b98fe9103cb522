namespace Insek.Office.Domain.Lists;

/// <summary>What a measure's number may look like.</summary>
/// <remarks>
/// Runs of digits, Roman numerals and up to four letters, parted by . - _ / + &amp; or a blank between letters and digits.
/// Letters alone are a number only when they are one or two capitals ("A", "BS") or a Roman numeral: else a short word would be one.
/// </remarks>
internal static class NumberGrammar
{
    private const int MaxLength = 32;
    private const int MaxLetters = 4;

    private static readonly string[] _labels = ["lfd. nr.", "lfd.nr.", "lfd nr", "nr.", "nr", "no.", "massnahmen-nr.", "massnahme nr.", "massnahme", "massn.", "projekt", "ziffer", "id"];

    /// <summary>The key of the number that the clean text is; null where it is none.</summary>
    public static string? Key(string clean)
    {
        var bare = WithoutLabel(clean).AsSpan().Trim();
        bare = Unwrap(bare).TrimEnd(". :");
        return bare.Length is > 0 and <= MaxLength && IsNumber(bare) ? CellText.Fold(bare.ToString()).Replace(" ", "", StringComparison.Ordinal) : null;
    }

    /// <summary>The numbers that a number joins.</summary>
    public static ValueList<MeasureNumber> Members(MeasureNumber number)
    {
        var parts = number.Text.Split(['+', '/', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return [number];
        }

        var members = new List<MeasureNumber>();
        foreach (var part in parts)
        {
            if (MeasureNumber.TryParse(Completed(part, parts[0])) is not { } member)
            {
                return [number];
            }

            members.Add(member);
        }

        return members.ToValueList();
    }

    /// <summary>Whether letters are a Roman numeral as people number chapters, I to LXXXIX.</summary>
    public static bool IsRoman(ReadOnlySpan<char> letters) => Roman(letters) > 0;

    /// <summary>The value of a Roman numeral in capitals; 0 where it is none or is C, D or M, which as a rule are letters.</summary>
    public static int Roman(ReadOnlySpan<char> letters)
    {
        var value = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var (digit, next) = (Digit(letters[i]), i + 1 < letters.Length ? Digit(letters[i + 1]) : 0);
            if (digit == 0)
            {
                return 0;
            }

            value += digit < next ? -digit : digit;
        }

        return value > 0 && letters is not "L" && letters.SequenceEqual(ToRoman(value)) ? value : 0;
    }

    /// <summary>A number from 1 to 89 in Roman capitals.</summary>
    public static string ToRoman(int value)
    {
        ReadOnlySpan<string> ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        ReadOnlySpan<string> tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"];
        return value is > 0 and < 90 ? tens[value / 10] + ones[value % 10] : "";
    }

    private static int Digit(char letter) => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };

    private static string WithoutLabel(string clean)
    {
        foreach (var label in _labels)
        {
            // "ß" folds to two letters, so that "Maßnahme" is one shorter than its label.
            var length = clean.Contains('ß', StringComparison.Ordinal) && label.Contains("ss", StringComparison.Ordinal) ? label.Length - 1 : label.Length;
            if (clean.Length > length && char.ToLowerInvariant(clean[0]) == label[0] && (label[^1] == '.' || clean[length] == ' ') && CellText.Fold(clean[..length]) == label)
            {
                return clean[length..];
            }
        }

        return clean;
    }

    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text) =>
        text is ['(' or '[', .., ')' or ']'] ? text[1..^1].Trim() : text is [.., ')'] && !text.Contains('(') ? text[..^1] : text;

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var (hasDigits, onlyLetters) = (false, true);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                i = End(text, i, char.IsAsciiDigit);
                hasDigits = true;
                onlyLetters = false;
            }
            else if (char.IsLetter(text[i]))
            {
                i = End(text, i, char.IsLetter);
                if (!IsRoman(text[start..i]) && (i - start > MaxLetters || IsEnding(text, start, i)))
                {
                    return false;
                }
            }
            else if (!IsJoint(text, i++))
            {
                return false;
            }
            else
            {
                onlyLetters = false;
            }
        }

        return hasDigits || IsLetterNumber(text, onlyLetters);
    }

    // "30er" and "3fach" are no numbers; "24a" is, and so is "G2Ü4" when folded.
    private static bool IsEnding(ReadOnlySpan<char> text, int start, int end) =>
        start > 0 && char.IsAsciiDigit(text[start - 1]) && end - start > 1 && char.IsLower(text[start]) && text[start..end] is not ("ae" or "oe" or "ue");

    private static bool IsLetterNumber(ReadOnlySpan<char> text, bool onlyLetters) =>
        onlyLetters && (IsRoman(text) || (text.Length <= 2 && text.IndexOfAnyExceptInRange('A', 'Z') < 0) || text is "Ä" or "Ö" or "Ü");

    private static bool IsJoint(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || at == text.Length - 1)
        {
            return false;
        }

        var (before, after) = (text[at - 1], text[at + 1]);
        return text[at] switch
        {
            // "M 12" and "24 a", also around a joint ("B5 + 6"); "30 alte" and "12 34" are no numbers.
            ' ' when char.IsAsciiDigit(before) => !char.IsAsciiDigit(after) && (!char.IsLetter(after) || at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2])),
            ' ' => !(char.IsLetter(before) && char.IsLetter(after)) && (!char.IsLetter(after) || End(text, at + 1, char.IsLetter) - at <= 3),
            '.' or '-' or '–' or '_' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            '/' or '+' or '&' => (char.IsLetterOrDigit(before) || before == ' ') && (char.IsLetterOrDigit(after) || after == ' '),
            _ => false,
        };
    }

    private static int End(ReadOnlySpan<char> text, int from, Func<char, bool> belongs)
    {
        while (from < text.Length && belongs(text[from]))
        {
            from++;
        }

        return from;
    }

    // "B5+6" is B5 and B6, "24a+b" is 24a and 24b: what the later part leaves out comes from the first.
    private static string Completed(string part, string first)
    {
        var letters = first.Length - first.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ .-").Length;
        return part.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? part.Length == 1 && char.IsAsciiLetterLower(part[0]) && char.IsAsciiLetterLower(first[^1]) ? string.Concat(first.AsSpan(0, first.Length - 1), part) : part
            : string.Concat(first.AsSpan(0, letters), part);
    }
}
