using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Insek.Office.Functions.Rendering;

/// <summary>Runs of text and fields.</summary>
internal static class WordText
{
    /// <summary>A run with the text; its tabs and line breaks become Word's.</summary>
    public static W.Run Run(string text)
    {
        var run = new W.Run();
        var rest = XmlText.Clean(text).ReplaceLineEndings("\n").AsSpan();
        while (!rest.IsEmpty)
        {
            var mark = rest.IndexOfAny('\t', '\n');
            var length = mark < 0 ? rest.Length : mark;
            if (length > 0)
            {
                run.Append(new W.Text(rest[..length].ToString()) { Space = SpaceProcessingModeValues.Preserve });
            }

            if (mark >= 0)
            {
                run.Append(rest[mark] == '\t' ? new W.TabChar() : new W.Break());
                length++;
            }

            rest = rest[length..];
        }

        return run;
    }

    /// <summary>A field with the result it shows until Word computes it.</summary>
    public static IEnumerable<W.Run> Field(string instruction, string result) => [.. FieldStart(instruction), Run(result), FieldEnd()];

    /// <summary>What stands before a field's result.</summary>
    public static W.Run[] FieldStart(string instruction) =>
    [
        new(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }),
        new(new W.FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }),
    ];

    /// <summary>What stands after a field's result.</summary>
    public static W.Run FieldEnd() => new(new W.FieldChar { FieldCharType = W.FieldCharValues.End });

    /// <summary>A paragraph of a style.</summary>
    /// <param name="style">The style's id.</param>
    /// <param name="content">Runs and marks. An array: an element is itself a sequence, of its children, and would be taken for the whole list.</param>
    public static W.Paragraph Paragraph(string style, params OpenXmlElement[] content) =>
        new([new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }), .. content]);
}
