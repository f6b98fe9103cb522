using System.Xml.Linq;
using Insek.Office.Functions.Rendering;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Insek.Office.Functions.Documents;

/// <summary>Changes the text of a paragraph: only the words that differ, in the look of the first run they replace. Comments, notes and marks around them stay.</summary>
/// <param name="revisions">Marks what is changed; null where it is simply changed.</param>
internal sealed class ParagraphEdit(Revisions? revisions)
{
    private static readonly XNamespace _w = WordXml.W;
    private static readonly XNamespace _w14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    /// <summary>Makes the paragraph say <paramref name="text"/>.</summary>
    public void SetText(ShownParagraph paragraph, string text)
    {
        var (old, wanted) = (paragraph.Text, XmlText.Clean(text).ReplaceLineEndings("\n"));
        var (start, end) = Difference(old, wanted);
        Split(paragraph, start);
        Split(paragraph, old.Length - end);

        var (offset, before, changed) = (0, (XElement?)null, new List<TextPiece>());

        // A piece without text is not parted from what stands before it.
        foreach (var piece in paragraph.Elements.SelectMany(ShownText.Pieces).Where(piece => piece.Text.Length > 0).ToArray())
        {
            if (offset < start)
            {
                before = piece.Run;
            }
            else if (offset < old.Length - end)
            {
                changed.Add(piece);
            }

            offset += piece.Text.Length;
        }

        PutIn(paragraph, wanted[start..(wanted.Length - end)], changed.FirstOrDefault()?.Run, before);
        foreach (var piece in changed)
        {
            TakeOut(piece);
        }
    }

    /// <summary>Takes a paragraph out of its cell. The last paragraph of a cell stays, empty: a cell must hold one.</summary>
    public void Remove(ShownParagraph paragraph)
    {
        foreach (var element in paragraph.Elements)
        {
            var isLast = element.ElementsAfterSelf(_w + "p").FirstOrDefault() is null;
            var isOnly = isLast && element.ElementsBeforeSelf(_w + "p").FirstOrDefault() is null;
            if (revisions is not null)
            {
                Strike(element, revisions, keepsEnd: isLast);
            }
            else if (isOnly)
            {
                element.Elements().Where(child => child.Name != _w + "pPr").Remove();
            }
            else
            {
                element.Remove();
            }
        }
    }

    /// <summary>Strikes out everything in a paragraph.</summary>
    public static void Strike(XElement paragraph, Revisions revisions, bool keepsEnd)
    {
        foreach (var run in paragraph.Descendants(_w + "r").ToArray())
        {
            revisions.Delete(run);
        }

        if (!keepsEnd)
        {
            revisions.MarkEnd(paragraph, inserted: false);
        }
    }

    /// <summary>A new paragraph that looks like another.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="model">The other; null for a plain one.</param>
    /// <param name="marksEnd">Whether its end is marked as put in; that of a cell's only paragraph is not.</param>
    public XElement Create(string text, XElement? model, bool marksEnd = true)
    {
        var paragraph = new XElement(_w + "p", model?.Element(_w + "pPr") is { } properties ? WithoutMarks(properties) : null);
        if (text.Length > 0)
        {
            var run = Run(text, model?.Descendants(_w + "r").FirstOrDefault()?.Element(_w + "rPr"));
            paragraph.Add(revisions is null ? run : revisions.Insert(run));
        }

        if (marksEnd)
        {
            revisions?.MarkEnd(paragraph, inserted: true);
        }

        return paragraph;
    }

    /// <summary>A copy without what must not stand twice in a document or is somebody's mark.</summary>
    public static XElement WithoutMarks(XElement element)
    {
        var copy = new XElement(element);
        copy.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.Namespace == _w14).Remove();
        copy.Descendants().Where(child => child.Name.Namespace == _w && child.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo" or "cellIns" or "cellDel" or "pPrChange" or "rPrChange" or "trPrChange" or "tcPrChange" or "sectPr").Remove();
        return copy;
    }

    private static XElement Run(string text, XElement? look) => new(
        _w + "r",
        look is null ? null : WithoutMarks(look),
        WordText.Run(text).Select(piece => piece switch
        {
            W.Text words => new XElement(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), words.Text),
            W.TabChar => new XElement(_w + "tab"),
            _ => new XElement(_w + "br"),
        }));

    // Whole words, so that a reader sees what was exchanged.
    private static (int Start, int End) Difference(string old, string wanted)
    {
        var start = old.AsSpan().CommonPrefixLength(wanted);
        if (!IsWordEnd(old, start) || !IsWordEnd(wanted, start))
        {
            start = old.AsSpan(0, start).LastIndexOf(' ') + 1;
        }

        var (end, most) = (0, Math.Min(old.Length, wanted.Length) - start);
        while (end < most && old[^(end + 1)] == wanted[^(end + 1)])
        {
            end++;
        }

        if (!IsWordStart(old, old.Length - end) || !IsWordStart(wanted, wanted.Length - end))
        {
            var space = old.AsSpan(old.Length - end).IndexOf(' ');
            end = space < 0 ? 0 : end - space;
        }

        return (start, end);
    }

    private static bool IsWordEnd(string text, int at) => at == text.Length || text[at] == ' ';

    private static bool IsWordStart(string text, int at) => at == text.Length || at == 0 || text[at] == ' ' || text[at - 1] == ' ';

    /// <summary>Parts the run at an offset of the paragraph's text, so that what is changed stands in runs of its own.</summary>
    private static void Split(ShownParagraph paragraph, int offset)
    {
        var at = 0;
        foreach (var piece in paragraph.Elements.SelectMany(ShownText.Pieces).ToArray())
        {
            var within = offset - at;
            if (within >= 0 && within < piece.Text.Length)
            {
                Split(piece, within);
                return;
            }

            at += piece.Text.Length;
        }
    }

    private static void Split(TextPiece piece, int within)
    {
        var run = piece.Run;
        var rest = new XElement(_w + "r", run.Attributes(), run.Element(_w + "rPr"));
        var following = piece.Element.ElementsAfterSelf().ToArray();
        if (within > 0)
        {
            rest.Add(Text(piece.Text[within..]));
            piece.Element.ReplaceNodes(piece.Text[..within]);
            piece.Element.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        }
        else if (piece.Element.ElementsBeforeSelf().All(element => element.Name == _w + "rPr"))
        {
            return;
        }
        else
        {
            following = [piece.Element, .. following];
        }

        following.Remove();
        rest.Add(following);
        run.AddAfterSelf(rest);

        static XElement Text(string text) => new(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);
    }

    private void PutIn(ShownParagraph paragraph, string text, XElement? at, XElement? before)
    {
        if (text.Length == 0)
        {
            return;
        }

        var run = Run(text, (at ?? before ?? paragraph.Elements[0].Descendants(_w + "r").FirstOrDefault())?.Element(_w + "rPr"));
        var marked = revisions is null ? run : revisions.Insert(run);
        if (at is not null)
        {
            (revisions?.PartBefore(at) ?? at).AddBeforeSelf(marked);
        }
        else if (before is not null)
        {
            (revisions?.PartAfter(before) ?? before).AddAfterSelf(marked);
        }
        else if (paragraph.Elements[0].Element(_w + "pPr") is { } properties)
        {
            properties.AddAfterSelf(marked);
        }
        else
        {
            paragraph.Elements[0].AddFirst(marked);
        }
    }

    private void TakeOut(TextPiece piece)
    {
        var run = piece.Run;
        if (revisions is null)
        {
            piece.Element.Remove();
            if (run.Elements().All(element => element.Name == _w + "rPr"))
            {
                run.Remove();
            }

            return;
        }

        // What else stands in the run, a note or a picture, is not struck out with the text.
        if (run.Elements().Any(element => element != piece.Element && element.Name != _w + "rPr"))
        {
            var own = new XElement(_w + "r", run.Attributes(), run.Element(_w + "rPr"));
            piece.Element.Remove();
            own.Add(piece.Element);
            run.AddBeforeSelf(own);
            run = own;
        }

        revisions.Delete(run);
    }
}
