using System.Text;
using System.Xml.Linq;

namespace Insek.Office.Functions.Documents;

/// <summary>A paragraph as people see it: insertions accepted, deletions left out (ECMA-376, part 1, section 17.13.5).</summary>
internal sealed record ShownParagraph(IReadOnlyList<XElement> Elements, string Text)
{
    /// <summary>The paragraphs of a cell, those of a table within it included; one whose mark is deleted runs into the next.</summary>
    public static List<ShownParagraph> Of(XElement cell)
    {
        var paragraphs = new List<ShownParagraph>();
        var (elements, text) = (new List<XElement>(), new StringBuilder());
        foreach (var paragraph in cell.Descendants(WordXml.W + "p").Where(paragraph => !IsAside(paragraph, cell)))
        {
            elements.Add(paragraph);
            foreach (var piece in ShownText.Pieces(paragraph))
            {
                text.Append(piece.Text);
            }

            if (!IsMarkDeleted(paragraph))
            {
                paragraphs.Add(new ShownParagraph(elements, text.ToString()));
                (elements, text) = ([], new StringBuilder());
            }
        }

        if (elements.Count > 0)
        {
            paragraphs.Add(new ShownParagraph(elements, text.ToString()));
        }

        return paragraphs;
    }

    private static bool IsMarkDeleted(XElement paragraph) =>
        paragraph.Element(WordXml.W + "pPr")?.Element(WordXml.W + "rPr") is { } mark && (mark.Element(WordXml.W + "del") ?? mark.Element(WordXml.W + "moveFrom")) is not null;

    private static bool IsAside(XElement element, XElement within) => element.Ancestors().TakeWhile(ancestor => ancestor != within).Any(ancestor => ancestor.Name == WordXml.W + "txbxContent");
}

/// <summary>A piece of text in a paragraph.</summary>
/// <param name="Element">The element it comes from: text, tab or break.</param>
/// <param name="Text">What people see.</param>
internal sealed record TextPiece(XElement Element, string Text)
{
    /// <summary>The run it stands in.</summary>
    public XElement Run => Element.Parent!;
}

/// <summary>What people see of the text in a paragraph.</summary>
internal static class ShownText
{
    private static readonly XName _fallback = XName.Get("Fallback", WordXml.Compatibility);

    /// <summary>The pieces in their order.</summary>
    public static IEnumerable<TextPiece> Pieces(XElement paragraph) => Walk(paragraph);

    /// <summary>The text of a paragraph.</summary>
    public static string Of(XElement paragraph) => string.Concat(Walk(paragraph).Select(piece => piece.Text));

    private static IEnumerable<TextPiece> Walk(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name.Namespace == WordXml.W)
            {
                switch (child.Name.LocalName)
                {
                    case "t" when parent.Name.LocalName == "r":
                        yield return new TextPiece(child, child.Value);
                        continue;
                    case "tab" when parent.Name.LocalName == "r":
                        yield return new TextPiece(child, "\t");
                        continue;
                    case "br" or "cr" when parent.Name.LocalName == "r":
                        yield return new TextPiece(child, "\n");
                        continue;
                    case "noBreakHyphen":
                        yield return new TextPiece(child, "\u2011");
                        continue;
                    case "del" or "moveFrom" or "pPr" or "rPr" or "txbxContent" or "instrText" or "rt":
                        continue;
                }
            }
            else if (child.Name == _fallback)
            {
                continue;
            }

            foreach (var piece in Walk(child))
            {
                yield return piece;
            }
        }
    }
}
