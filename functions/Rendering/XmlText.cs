using System.Buffers;
using System.Text;
using System.Xml;

namespace Insek.Office.Functions.Rendering;

/// <summary>Text as XML 1.0 and HTML can hold it.</summary>
internal static class XmlText
{
    // Hardly any text has one of these; where none is, nothing can be bad.
    private static readonly SearchValues<char> _suspects = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(c => char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c))]);

    /// <summary>The text with U+FFFD for every character that must not stand in a document: controls and halves of surrogate pairs.</summary>
    /// <remarks>Content is refused with such characters, but a table also shows names that came another way; one of them must not cost the whole document.</remarks>
    public static string Clean(string text)
    {
        var bad = text.AsSpan().ContainsAny(_suspects) ? FirstBad(text, 0) : -1;
        if (bad < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text);
        for (; bad >= 0; bad = FirstBad(text, bad + 1))
        {
            clean[bad] = '\uFFFD';
        }

        return clean.ToString();
    }

    private static int FirstBad(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
