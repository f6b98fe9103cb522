namespace Insek.Office.Bot.Ballots;

/// <summary>Cuts a long text into parts that together are the text.</summary>
internal static class TextParts
{
    /// <param name="text">The text.</param>
    /// <param name="length">The most a part holds, in UTF-16 code units, at least 2.</param>
    public static IReadOnlyList<string> Of(string text, int length)
    {
        var parts = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = End(text, start, length);
            parts.Add(text[start..end]);
            start = end;
        }

        return parts;
    }

    /// <summary>After the last white space that fits; in the middle of a word only where there is none, and never in the middle of a character.</summary>
    private static int End(string text, int start, int length)
    {
        if (text.Length - start <= length)
        {
            return text.Length;
        }

        var space = text.AsSpan(start, length).LastIndexOfAny(' ', '\n', '\t');
        if (space > length / 2)
        {
            return start + space + 1;
        }

        return char.IsHighSurrogate(text[start + length - 1]) ? start + length - 1 : start + length;
    }
}
