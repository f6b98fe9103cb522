namespace Insek.Office.Domain.Lists;

/// <summary>Tells German from what a wrong code page makes of it.</summary>
internal static class GermanWords
{
    /// <summary>Whether every letter beyond ASCII stands as in German in one text, and some do not in the other.</summary>
    public static bool AreMoreIn(string repaired, string written) => Strange(repaired) == 0 && Strange(written) > 0;

    /// <summary>Whether a sign that is no letter stands where only letters do: "f³r", "Ma▀nahme".</summary>
    public static bool HasStraySigns(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '~' && !char.IsLetter(text[i]) && !IsGerman(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many characters are none of German: umlauts and ß beside letters are; signs within a word, or foreign letters, are not.</summary>
    public static int Strange(string text)
    {
        var strange = 0;
        for (var i = 0; i < text.Length; i++)
        {
            strange += text[i] > '~' && !IsGerman(text, i) ? 1 : 0;
        }

        return strange;
    }

    private static bool IsGerman(string text, int at)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        return text[at] switch
        {
            'ä' or 'ö' or 'ü' => char.IsLetter(before) || char.IsLetter(after),

            // ß follows a vowel, always.
            'ß' => char.ToLowerInvariant(before) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ä' or 'ö' or 'ü',

            // A capital umlaut begins a word, or stands among capitals.
            'Ä' or 'Ö' or 'Ü' => !char.IsLower(before),
            '€' or '°' or '§' or '²' or '³' or '–' or '—' or '…' or '•' or '½' or '\u00A0' or '·' or '×' => !(char.IsLetter(before) && char.IsLetter(after)),
            '„' or '‚' or '»' => !char.IsLetter(before),
            '“' or '”' or '‘' or '«' => !char.IsLetter(after) || !char.IsLetter(before),
            '’' => true,
            _ => false,
        };
    }
}
