using System.Xml;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Insek.Office.Functions.Rendering;

/// <summary>Table of contents and list of tables: fields whose results are computed here, except page numbers, which need Word's layout.</summary>
internal static class DocumentDirectory
{
    /// <summary>Writes the table of contents, on a new page.</summary>
    public static void WriteContents(XmlWriter xml, IReadOnlyList<(string Text, string Bookmark)> entries)
    {
        var heading = Heading(DocumentTexts.TableOfContents);
        heading.ParagraphProperties?.PageBreakBefore = new W.PageBreakBefore();

        // Marked as what Word itself would have inserted, so that a click on it offers to update it.
        new W.SdtBlock(
            new W.SdtProperties(new W.SdtContentDocPartObject(new W.DocPartGallery { Val = "Table of Contents" }, new W.DocPartUnique())),
            new W.SdtContentBlock([heading, .. Entries("TOC \\o \"1-2\" \\h \\z \\u", "TOC1", entries)])).WriteTo(xml);
    }

    /// <summary>Writes the list of tables.</summary>
    public static void WriteTables(XmlWriter xml, IReadOnlyList<(string Text, string Bookmark)> entries)
    {
        Heading(DocumentTexts.ListOfTables).WriteTo(xml);
        foreach (var entry in Entries($"TOC \\h \\z \\c \"{DocumentTexts.CaptionLabel}\"", "TableofFigures", entries))
        {
            entry.WriteTo(xml);
        }
    }

    private static W.Paragraph Heading(string text) => WordText.Paragraph("TOCHeading", WordText.Run(text));

    // The field begins in the first entry and ends in a paragraph of its own, as Word writes it.
    private static IEnumerable<W.Paragraph> Entries(string instruction, string style, IReadOnlyList<(string Text, string Bookmark)> entries)
    {
        foreach (var (index, (text, bookmark)) in entries.Index())
        {
            var link = new W.Hyperlink(WordText.Run(text.ReplaceLineEndings(" "))) { Anchor = bookmark, History = true };
            yield return WordText.Paragraph(style, [.. index == 0 ? WordText.FieldStart(instruction) : Array.Empty<OpenXmlElement>(), link]);
        }

        yield return new W.Paragraph(WordText.FieldEnd());
    }
}
