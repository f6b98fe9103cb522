using System.Buffers;
using System.Text;

namespace Insek.Office.Domain.Lists;

/// <summary>How a text was broken.</summary>
public enum BreakKind
{
    /// <summary>UTF-8 read as Windows-1252: "MaÃŸnahme"; or as ISO 8859-1, which differs only in having control characters, which nobody sees, for signs such as "Ÿ".</summary>
    Utf8AsWindows1252,

    /// <summary>UTF-8 read as the code page of the DOS window: "Ma├ƒnahme".</summary>
    Utf8AsCodePage850,

    /// <summary>Windows-1252 read as code page 850: "Ma▀nahme".</summary>
    Windows1252AsCodePage850,

    /// <summary>Code page 850 read as Windows-1252: "Maánahme".</summary>
    CodePage850AsWindows1252,

    /// <summary>Windows-1252 read as Mac Roman: "Maﬂnahme f¸r".</summary>
    Windows1252AsMacRoman,

    /// <summary>Mac Roman read as Windows-1252: "Ma§nahme".</summary>
    MacRomanAsWindows1252,

    /// <summary>Letters were replaced by "�" or "?": what they were is lost.</summary>
    Lost,
}

/// <summary>A text whose encoding was broken before the file reached us.</summary>
/// <param name="Written">The text as it stands.</param>
/// <param name="Kind">How it was broken.</param>
/// <param name="Rounds">How often it was broken in this way, from 1.</param>
/// <param name="Repaired">The text before; null where it is lost.</param>
/// <param name="IsProven">Whether only this break explains the text: breaking <paramref name="Repaired"/> again gives <paramref name="Written"/>, and no text in any language reads like that. "Maánahme" is not proven, as á is a letter somewhere.</param>
public sealed record BrokenText(string Written, BreakKind Kind, int Rounds, string? Repaired, bool IsProven)
{
    private const int MaxRounds = 3;

    private static readonly Encoding _windows1252 = Page(1252);
    private static readonly Encoding _codePage850 = Page(850);
    private static readonly Encoding _macRoman = Page(10000);
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // What a broken text has and a German one as good as never.
    private static readonly SearchValues<char> _suspects = SearchValues.Create("ﬂ¸‰ˆƒ÷‹§Ÿ€…†ŠÁÃÂâ├┬ÔÇ▀³÷õ─Í▄„”Žš™á\u0081\u008D\u008F\u0090\u009D\uFFFD");

    // German texts hold none of these; the other suspects they hold beside words.
    private static readonly SearchValues<char> _certain = SearchValues.Create("ÃÂâ├┬▀Ô\u0081\u008D\u008F\u0090\u009D\uFFFD");

    /// <summary>Whether a row holds a text that <see cref="MayBe(string)"/> stops at.</summary>
    public static bool MayBe(ListLine line) => Array.Exists(line.Cells, cell => MayBe(cell.Written));

    /// <summary>A quick look: a text that is passed over need not be looked at by <see cref="Detect"/>.</summary>
    /// <remarks>Euro signs and quotation marks stand in half of all cells, and trying all encodings takes its time: inside a word they tell, beside one they do not.</remarks>
    public static bool MayBe(string text)
    {
        for (var i = text.AsSpan().IndexOfAny(_suspects); i >= 0;)
        {
            if (_certain.Contains(text[i]) || (i > 0 && char.IsLetter(text[i - 1]) && i + 1 < text.Length && char.IsLetter(text[i + 1])))
            {
                return true;
            }

            var next = text.AsSpan(i + 1).IndexOfAny(_suspects);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    /// <summary>Looks for a break.</summary>
    /// <remarks>The repair is a proposal: nothing is repaired unless a person says so, for the list as a whole.</remarks>
    /// <returns>The break and, where it can be undone, the text before; null where the text is not broken.</returns>
    public static BrokenText? Detect(string text)
    {
        if (!text.AsSpan().ContainsAny(_suspects))
        {
            return null;
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return new BrokenText(text, BreakKind.Lost, 1, null, IsProven: true);
        }

        if (GermanWords.Strange(text) == 0)
        {
            return null;
        }

        return Repeated(text, BreakKind.Utf8AsWindows1252, _windows1252, _utf8)
            ?? Repeated(text, BreakKind.Utf8AsWindows1252, Encoding.Latin1, _utf8)
            ?? Repeated(text, BreakKind.Utf8AsCodePage850, _codePage850, _utf8)
            ?? Mixed(text, BreakKind.CodePage850AsWindows1252, _windows1252, _codePage850)
            ?? Mixed(text, BreakKind.Windows1252AsCodePage850, _codePage850, _windows1252)
            ?? Mixed(text, BreakKind.Windows1252AsMacRoman, _macRoman, _windows1252)
            ?? Mixed(text, BreakKind.MacRomanAsWindows1252, _windows1252, _macRoman)
            ?? Raised(text);
    }

    // UTF-8 that was read as single bytes decodes as UTF-8 again; by chance hardly any other text does.
    private static BrokenText? Repeated(string text, BreakKind kind, Encoding readAs, Encoding was)
    {
        var (repaired, rounds) = (text, 0);
        while (rounds < MaxRounds && Undo(repaired, readAs, was) is { } before && before != repaired)
        {
            (repaired, rounds) = (before, rounds + 1);
        }

        return rounds > 0 ? new BrokenText(text, kind, rounds, repaired, IsProven: true) : null;
    }

    // Single bytes fit every code page, so the repaired text must be German and the written one must not.
    private static BrokenText? Mixed(string text, BreakKind kind, Encoding readAs, Encoding was)
    {
        if (Undo(text, readAs, was) is not { } before || before == text || !GermanWords.AreMoreIn(before, text))
        {
            return null;
        }

        // "Žilina" would make a German "Äilina": letters alone are evidence only where they hide an ß or are several.
        var isProven = GermanWords.HasStraySigns(text);
        return isProven || before.Contains('ß', StringComparison.Ordinal) || GermanWords.Strange(text) > 1 ? new BrokenText(text, kind, 1, before, isProven) : null;
    }

    // "MaÁnahme": code page 850 read as Windows-1252, whose á a spreadsheet then made a capital. No word has one between small letters.
    private static BrokenText? Raised(string text)
    {
        var lowered = text.ToCharArray();
        for (var i = 1; i + 1 < lowered.Length; i++)
        {
            lowered[i] = lowered[i] == 'Á' && char.IsLower(lowered[i - 1]) && char.IsLower(text[i + 1]) ? 'á' : lowered[i];
        }

        return new string(lowered) is var before && before != text && Mixed(before, BreakKind.CodePage850AsWindows1252, _windows1252, _codePage850) is { } mixed
            ? mixed with { Written = text, IsProven = false }
            : null;
    }

    private static string? Undo(string text, Encoding readAs, Encoding was)
    {
        // What a code page does not have becomes another character, and then the way back does not lead to the text.
        var before = was.GetString(readAs.GetBytes(text));
        return readAs.GetString(was.GetBytes(before)) == text ? before : null;
    }

    // No best fit: it would take a look-alike for the letter.
    private static Encoding Page(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;
}
