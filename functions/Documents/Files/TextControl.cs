namespace Insek.Office.Functions.Documents;

/// <summary>Where a content control stands in a document's text, in bytes.</summary>
/// <param name="Start">Where its start tag begins.</param>
/// <param name="Content">Where its properties are over.</param>
/// <param name="Close">Where its end tag begins.</param>
/// <param name="End">Where it is over.</param>
internal sealed record TextControl(int Start, int Content, int Close, int End)
{
    /// <summary>Finds those whose properties look like those of ours, by their numbers.</summary>
    /// <exception cref="FormatException">A tag has no end.</exception>
    public static Dictionary<int, TextControl> Find(DocumentText text)
    {
        var tags = new XmlTags(text.Bytes);
        var (control, found) = (text.Name("sdt"), new Dictionary<int, TextControl>());
        var (number, depth, declared) = (0, 0, int.MaxValue);
        while (tags.Read())
        {
            var ahead = tags;
            if (tags.Kind is XmlTagKind.End)
            {
                depth--;
                declared = depth < declared ? int.MaxValue : declared;
            }
            else if (tags.Name.SequenceEqual(control) && declared == int.MaxValue && Take(ref ahead, text, control, out var inner) is { } taken)
            {
                found.Add(number, taken);
                number += 1 + inner;
                tags = ahead;
            }
            else
            {
                number += tags.Name.SequenceEqual(control) ? 1 : 0;
                depth += tags.Kind is XmlTagKind.Start ? 1 : 0;

                // What the root declares is known everywhere.
                declared = depth > 1 && tags.Kind is XmlTagKind.Start && tags.Declares ? Math.Min(declared, depth) : declared;
            }
        }

        return found;
    }

    private static TextControl? Take(ref XmlTags tags, DocumentText text, ReadOnlySpan<byte> name, out int inner)
    {
        inner = 0;
        var (start, properties) = (tags.Start, text.Name("sdtPr"));
        if (tags.Kind is not XmlTagKind.Start || tags.Declares || !tags.Read() || tags.Kind is not XmlTagKind.Start || !tags.Name.SequenceEqual(properties))
        {
            return null;
        }

        var content = tags.SkipElement();
        if (text.Bytes.AsSpan(start, content - start).IndexOf("insek:1:"u8) < 0)
        {
            return null;
        }

        for (var depth = 1; depth > 0;)
        {
            if (!tags.Read())
            {
                throw new FormatException("An element has no end.");
            }

            depth += tags.Kind is XmlTagKind.Start ? 1 : tags.Kind is XmlTagKind.End ? -1 : 0;
            inner += tags.Kind is not XmlTagKind.End && tags.Name.SequenceEqual(name) ? 1 : 0;
        }

        return new TextControl(start, content, tags.Start, tags.End);
    }
}
