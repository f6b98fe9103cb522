using System.Buffers;

namespace Insek.Office.Functions.Documents;

/// <summary>What stands at a "&lt;".</summary>
internal enum XmlTagKind
{
    /// <summary>A start tag with an end tag somewhere behind it.</summary>
    Start,

    /// <summary>The tag of an empty element.</summary>
    Empty,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>A comment, a CDATA section, a processing instruction or the declaration.</summary>
    Other,
}

/// <summary>Finds the tags in the UTF-8 text of a part without reading them: where they are is all that is needed to leave what lies between as it is.</summary>
/// <remarks>Whether the text is well-formed (XML 1.0, section 2.1) and has no DTD is for a parser to say, of every piece; only tags without an end are noticed here.</remarks>
/// <param name="xml">The text.</param>
internal ref struct XmlTags(ReadOnlySpan<byte> xml)
{
    private static readonly SearchValues<byte> _afterName = SearchValues.Create(" \t\r\n/>"u8);

    private readonly ReadOnlySpan<byte> _xml = xml;

    /// <summary>Where the tag begins, in bytes.</summary>
    public int Start { get; private set; }

    /// <summary>Where it is over.</summary>
    public int End { get; private set; }

    /// <summary>What it is.</summary>
    public XmlTagKind Kind { get; private set; }

    /// <summary>The name with its prefix; empty for <see cref="XmlTagKind.Other"/>.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The tag as it is written.</summary>
    public readonly ReadOnlySpan<byte> Text => _xml[Start..End];

    /// <summary>Whether it declares a name, as far as can be told without reading it.</summary>
    public readonly bool Declares => Kind is XmlTagKind.Start or XmlTagKind.Empty && Text.IndexOf("xmlns"u8) >= 0;

    /// <summary>Goes to the next tag.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="FormatException">It has no end.</exception>
    public bool Read()
    {
        var open = _xml[End..].IndexOf((byte)'<');
        if (open < 0)
        {
            return false;
        }

        Start = End + open;
        var rest = _xml[Start..];
        (Kind, var length) = rest[Math.Min(1, rest.Length - 1)] switch
        {
            (byte)'!' when rest.StartsWith("<!--"u8) => (XmlTagKind.Other, Behind(rest, "-->"u8)),
            (byte)'!' => (XmlTagKind.Other, Behind(rest, "]]>"u8)),
            (byte)'?' => (XmlTagKind.Other, Behind(rest, "?>"u8)),
            (byte)'/' => (XmlTagKind.End, Behind(rest, ">"u8)),
            _ => (XmlTagKind.Start, LengthOf(rest)),
        };
        End = Start + length;
        if (Kind is XmlTagKind.Start && rest[length - 2] == '/')
        {
            Kind = XmlTagKind.Empty;
        }

        Name = Kind is XmlTagKind.Other ? [] : NameOf(rest[(Kind is XmlTagKind.End ? 2 : 1)..length]);
        return true;
    }

    /// <summary>Goes from a start tag to its end tag; from any other tag nowhere.</summary>
    /// <returns>Where the element is over.</returns>
    public int SkipElement()
    {
        for (var depth = Kind is XmlTagKind.Start ? 1 : 0; depth > 0 && Read();)
        {
            depth += Kind is XmlTagKind.Start ? 1 : Kind is XmlTagKind.End ? -1 : 0;
        }

        return End;
    }

    private static int Behind(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end) => Found(rest.IndexOf(end)) + end.Length;

    private static int Found(int index) => index >= 0 ? index : throw new FormatException("A tag has no end.");

    // ">" may stand in the value of an attribute (XML 1.0, section 2.4).
    private static int LengthOf(ReadOnlySpan<byte> rest)
    {
        for (var at = 1; ; at++)
        {
            at += Found(rest[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\''));
            if (rest[at] == '>')
            {
                return at + 1;
            }

            at += 1 + Found(rest[(at + 1)..].IndexOf(rest[at]));
        }
    }

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> tag) => tag[..tag.IndexOfAny(_afterName)];
}
