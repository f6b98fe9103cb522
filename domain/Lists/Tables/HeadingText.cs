using System.Text;

namespace Insek.Office.Domain.Lists;

/// <summary>A heading without what people put around it: hyphenated line breaks, "*", footnote marks, a unit in brackets.</summary>
/// <param name="Written">The heading in one line, as people read it.</param>
/// <param name="Key">What is compared: folded, letters and digits only.</param>
/// <param name="Unit">The unit in brackets or behind "in"; null where there is none.</param>
public sealed record HeadingText(string Written, string Key, string? Unit)
{
    private static readonly char[] _footnotes = ['*', '¹', '²', '³', '⁴', '†', '‡', ' '];

    /// <summary>Reads a heading.</summary>
    public static HeadingText Of(string? cell)
    {
        // A heading is only recognised by its repaired text; whether the list is repaired a person decides.
        var read = cell is null ? null : BrokenText.Detect(cell)?.Repaired ?? cell;
        var written = CellText.Clean(JoinHyphens(CellText.CleanLines(read))).Trim(_footnotes);
        var (bare, unit) = SplitUnit(written);
        return new HeadingText(written, KeyOf(bare), unit);
    }

    /// <summary>Letters and digits of a text, folded.</summary>
    public static string KeyOf(string text)
    {
        var clean = CellText.Clean(text);
        var key = clean.Length <= CellText.MaxOnStack / 2 ? stackalloc char[CellText.MaxOnStack] : new char[clean.Length * 2];
        return new string(key[..KeyOf(clean, key)]);
    }

    /// <summary>Letters and digits of a clean text, folded.</summary>
    /// <param name="clean">The text.</param>
    /// <param name="key">Takes the key; twice as long as the text.</param>
    /// <returns>How long the key is.</returns>
    internal static int KeyOf(ReadOnlySpan<char> clean, Span<char> key)
    {
        var length = 0;
        foreach (var letter in key[..CellText.Fold(clean, key)])
        {
            if (char.IsLetterOrDigit(letter))
            {
                key[length++] = letter;
            }
        }

        return length;
    }

    /// <summary>Whether a text is nothing but a unit, as rows below headings hold them: "in €", "[T€]", "TT.MM.JJJJ", "ja/nein".</summary>
    public static bool IsUnit(string text)
    {
        if (text.Length > 40)
        {
            return false;
        }

        var clean = CellText.Clean(text);
        return clean.Length is > 0 and <= 24 && HeadingWords.Units.Contains(KeyOf(clean.Replace("€", "eur", StringComparison.Ordinal).Replace("%", "prozent", StringComparison.Ordinal)));
    }

    // "Maß-\nnahme" is one word; in "Maßnahmen-\nNr." the hyphen belongs to it.
    private static string JoinHyphens(string lines)
    {
        if (!lines.Contains("-\n", StringComparison.Ordinal))
        {
            return lines;
        }

        var joined = new StringBuilder(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == '-' && i + 2 < lines.Length && lines[i + 1] == '\n')
            {
                joined.Append(char.IsLower(lines[i + 2]) ? "" : "-");
                i++;
            }
            else
            {
                joined.Append(lines[i]);
            }
        }

        return joined.ToString();
    }

    private static (string Bare, string? Unit) SplitUnit(string written)
    {
        var open = written.IndexOfAny(['(', '[']);
        if (open > 0 && written.LastIndexOfAny([')', ']']) is var close && close > open)
        {
            return ($"{written.AsSpan(0, open)} {written.AsSpan(close + 1)}", written[(open + 1)..close].Trim());
        }

        var behind = written.LastIndexOf(" in ", StringComparison.OrdinalIgnoreCase);
        return behind > 0 && IsUnit(written[(behind + 4)..]) ? (written[..behind], written[(behind + 4)..]) : (written, null);
    }
}
