using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Insek.Office.Domain.Lists;

/// <summary>Cells without what cannot be seen, and folded for comparison. Independent of culture.</summary>
/// <remarks>
/// Spreadsheets carry no-break spaces, soft hyphens and zero-width characters from Word and the web; macOS writes "ä" as two characters.
/// None of them makes a difference to a person who reads the cell.
/// </remarks>
public static class CellText
{
    /// <summary>Up to so many characters are put together on the stack: titles are shorter, descriptions are not.</summary>
    internal const int MaxOnStack = 256;

    private const char SoftHyphen = '\u00AD';

    private static readonly SearchValues<char> _unseen = SearchValues.Create(
        [SoftHyphen, '\u00A0', '\u1680', .. "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D\u200E\u200F\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF\t\n\v\f\r\u0085"]);

    private static readonly SearchValues<string> _doubleBlank = SearchValues.Create(["  "], StringComparison.Ordinal);

    private static readonly FrozenSet<string> _notStated = new[]
    {
        "k. a.", "k.a.", "k.a", "k. a", "ka", "keine angabe", "keine angaben", "offen", "noch offen", "n. n.", "n.n.", "nn", "unbekannt", "nicht bekannt", "noch nicht bekannt", "tbd", "t.b.d.",
        "?", "??", "???", "in klaerung", "noch zu klaeren", "zu klaeren", "folgt", "steht noch aus", "n. b.", "n.b.", "noch unklar", "unklar", "noch festzulegen", "wird noch festgelegt",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> _combining = SearchValues.Create([.. Enumerable.Range(0x0300, 0x70).Select(code => (char)code)]);

    /// <summary>The text in one line: composed, trimmed, with single blanks, without soft hyphens and zero-width characters.</summary>
    public static string Clean(string? text) => Clean(text, keepLines: false);

    /// <summary>As <see cref="Clean(string?)"/>, but line breaks stay, as "\n".</summary>
    public static string CleanLines(string? text) => Clean(text, keepLines: true);

    /// <summary>What two spellings of the same have in common: small letters, "ae" for "ä", "ss" for "ß", no accents, "-" for every dash.</summary>
    public static string Fold(string? text)
    {
        var clean = Clean(text);
        if (IsFolded(clean))
        {
            return clean;
        }

        // No letter becomes more than two.
        var folded = clean.Length <= MaxOnStack / 2 ? stackalloc char[MaxOnStack] : new char[clean.Length * 2];
        return new string(folded[..Fold(clean, folded)]);
    }

    /// <summary>Folds a clean text.</summary>
    /// <param name="clean">The text.</param>
    /// <param name="folded">Takes the folded text; twice as long as the text.</param>
    /// <returns>How long the folded text is.</returns>
    internal static int Fold(ReadOnlySpan<char> clean, Span<char> folded)
    {
        var length = 0;
        foreach (var letter in clean)
        {
            if (letter <= '~')
            {
                folded[length++] = char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
            }
            else
            {
                length += Fold(letter, folded[length..]);
            }
        }

        return length;
    }

    /// <summary>Whether the cell holds nothing, or only a mark that people put where there is nothing.</summary>
    internal static bool IsNothing(string clean) => clean switch
    {
        "" or "-" or "–" or "—" or "--" or "---" or "/" or "./." or "." or "…" or "..." => true,
        _ => false,
    };

    /// <summary>Whether a folded cell says that nobody knows, or not yet.</summary>
    internal static bool IsNotStated(string folded) => _notStated.Contains(folded.Trim('(', ')', '[', ']'));

    internal static bool IsDash(char letter) => letter is '-' or '\u2010' or '\u2011' or '\u2012' or '–' or '—' or '\u2015' or '\u2212';

    private static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var composed = Compose(text);
        if (composed[0] != ' ' && composed[^1] != ' ' && !composed.AsSpan().ContainsAny(_unseen) && !composed.AsSpan().ContainsAny(_doubleBlank))
        {
            return composed;
        }

        var clean = new StringBuilder(composed.Length);
        foreach (var letter in composed)
        {
            Append(clean, letter, keepLines);
        }

        var length = clean.Length;
        while (length > 0 && clean[length - 1] is ' ' or '\n')
        {
            length--;
        }

        return clean.ToString(0, length);
    }

    private static void Append(StringBuilder clean, char letter, bool keepLines)
    {
        if (!char.IsWhiteSpace(letter))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.Format)
            {
                clean.Append(letter);
            }

            return;
        }

        var isBreak = keepLines && letter is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v';
        if (clean.Length == 0)
        {
            return;
        }

        if (clean[^1] is not (' ' or '\n'))
        {
            clean.Append(isBreak && keepLines ? '\n' : ' ');
        }
        else if (isBreak && keepLines)
        {
            clean[^1] = '\n';
        }
    }

    // Normalize throws for half a surrogate pair, which a file cut by bytes can hold; such text stays as it is.
    private static string Compose(string text) =>
        text.AsSpan().ContainsAny(_combining) && IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : text;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFE' || (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i]))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFolded(string clean)
    {
        foreach (var letter in clean)
        {
            if (letter > '~' || char.IsAsciiLetterUpper(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static int Fold(char letter, Span<char> folded)
    {
        var small = char.ToLowerInvariant(letter);
        (folded[0], var second) = small switch
        {
            'ä' or 'æ' => ('a', 'e'),
            'ö' or 'œ' or 'ø' => ('o', 'e'),
            'ü' => ('u', 'e'),
            'ß' => ('s', 's'),
            _ when small <= '~' => (small, default),
            _ when IsDash(small) => ('-', default),
            _ when char.IsSurrogate(small) || small == '\uFFFE' => (small, default),
            _ => (small.ToString().Normalize(NormalizationForm.FormD)[0], default(char)),
        };
        if (second == default)
        {
            return 1;
        }

        folded[1] = second;
        return 2;
    }
}
