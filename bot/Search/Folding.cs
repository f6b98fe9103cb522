using System.Globalization;
using System.Text;

namespace Insek.Office.Bot.Search;

/// <summary>Makes the same of texts that people take for the same: "Übersicht", "UEBERSICHT" and "ubersicht".</summary>
internal static class Folding
{
    /// <summary>Lower case without accents, ß as ss, ä, ae and a as a (likewise o and u), any run of blanks as one. Folding twice changes nothing.</summary>
    /// <remarks>"Neue" becomes "nu" that way. Nobody sees it, and both sides of a comparison are folded alike.</remarks>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);

        // Half a surrogate pair is no text that could be normalised; the enumeration puts a replacement character in its place.
        var valid = string.Concat(text.EnumerateRunes());

        // Lower case may have a decomposition of its own, so it is decomposed again.
        foreach (var letter in valid.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            Append(folded, letter);
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The words of a text, folded: runs of letters and digits.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var words = new List<string>();
        var folded = Fold(text).AsSpan();
        while (!folded.IsEmpty)
        {
            var length = 0;
            while (length < folded.Length && char.IsLetterOrDigit(folded[length]))
            {
                length++;
            }

            if (length > 0)
            {
                words.Add(folded[..length].ToString());
            }

            folded = folded[Math.Min(folded.Length, length + 1)..];
        }

        return words;
    }

    private static void Append(StringBuilder folded, char letter)
    {
        switch (char.GetUnicodeCategory(letter))
        {
            // Accents, soft hyphens, joiners of no width.
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                return;
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }

                return;
        }

        if (letter == 'ß')
        {
            folded.Append("ss");
        }
        else if (letter != 'e' || folded.Length == 0 || folded[^1] is not ('a' or 'o' or 'u'))
        {
            folded.Append(letter);
        }
    }
}
