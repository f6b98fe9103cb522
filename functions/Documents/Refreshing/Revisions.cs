using System.Globalization;
using System.Xml.Linq;

namespace Insek.Office.Functions.Documents;

/// <summary>Marks insertions and deletions for somebody to accept or reject (ECMA-376, part 1, section 17.13.5).</summary>
/// <param name="author">Who is said to have made them; up to 255 characters.</param>
/// <param name="at">When, in UTC.</param>
internal sealed class Revisions(string author, DateTimeOffset at)
{
    /// <summary>The name beside the marks where nobody names an author.</summary>
    public const string DefaultAuthor = "Insek.Office";

    private static readonly XNamespace _w = WordXml.W;

    // Numbers of marks are to be unique in a document. Word counts from 0 on, and no two refreshes take place in one second.
    private int _next = (int)((at.ToUnixTimeSeconds() % 1_000_000) + 1_000) * 2_000;

    /// <summary>A run that is put in.</summary>
    public XElement Insert(XElement run) => Mark("ins", run);

    /// <summary>Parts an insertion in front of a run that stands in it, so that what is put in there is not taken for somebody else's.</summary>
    /// <returns>What to put it in front of: the part of the insertion that begins with the run; the run itself where it stands in none.</returns>
    public XElement PartBefore(XElement run) => InsertionOf(run) is { } insertion ? Part(insertion, [run, .. run.ElementsAfterSelf()]) : run;

    /// <summary>Parts an insertion behind a run that stands in it, see <see cref="PartBefore"/>.</summary>
    /// <returns>What to put it behind.</returns>
    public XElement PartAfter(XElement run)
    {
        if (InsertionOf(run) is not { } insertion)
        {
            return run;
        }

        if (run.ElementsAfterSelf().ToArray() is { Length: > 0 } rest)
        {
            Part(insertion, rest);
        }

        return insertion;
    }

    /// <summary>Strikes out a run where it stands; one that is struck out already stays as it is.</summary>
    public void Delete(XElement run)
    {
        if (run.Ancestors(_w + "del").Any() || run.Ancestors(_w + "moveFrom").Any())
        {
            return;
        }

        foreach (var text in run.Elements().Where(element => element.Name == _w + "t" || element.Name == _w + "instrText").ToArray())
        {
            text.Name = text.Name == _w + "t" ? _w + "delText" : _w + "delInstrText";
        }

        run.ReplaceWith(Mark("del", run));
    }

    /// <summary>Marks the end of a paragraph as put in or struck out.</summary>
    public void MarkEnd(XElement paragraph, bool inserted)
    {
        var properties = Child(paragraph, "pPr");
        var mark = properties.Element(_w + "rPr");
        if (mark is null)
        {
            mark = new XElement(_w + "rPr");
            var behind = properties.Elements().FirstOrDefault(element => element.Name == _w + "sectPr" || element.Name == _w + "pPrChange");
            if (behind is null)
            {
                properties.Add(mark);
            }
            else
            {
                behind.AddBeforeSelf(mark);
            }
        }

        // Insertions come before deletions, and both before what the mark looks like (CT_ParaRPr).
        if (!inserted && mark.Element(_w + "ins") is { } ins)
        {
            ins.AddAfterSelf(Mark("del"));
        }
        else
        {
            mark.AddFirst(Mark(inserted ? "ins" : "del"));
        }
    }

    /// <summary>Marks a row as put in or struck out.</summary>
    public void MarkRow(XElement row, bool inserted)
    {
        var properties = row.Element(_w + "trPr");
        if (properties is null)
        {
            properties = new XElement(_w + "trPr");
            if (row.Element(_w + "tblPrEx") is { } exceptions)
            {
                exceptions.AddAfterSelf(properties);
            }
            else
            {
                row.AddFirst(properties);
            }
        }

        var mark = Mark(inserted ? "ins" : "del");
        if (properties.Element(_w + "trPrChange") is { } change)
        {
            change.AddBeforeSelf(mark);
        }
        else
        {
            properties.Add(mark);
        }
    }

    private static XElement? InsertionOf(XElement run) => run.Parent is { } parent && (parent.Name == _w + "ins" || parent.Name == _w + "moveTo") ? parent : null;

    // Both parts stay whose they are; the second has a number of its own.
    private XElement Part(XElement insertion, XElement[] rest)
    {
        if (rest.Length == insertion.Elements().Count())
        {
            return insertion;
        }

        rest.Remove();
        var second = new XElement(insertion.Name, insertion.Attributes(), rest);
        second.SetAttributeValue(_w + "id", _next++);
        insertion.AddAfterSelf(second);
        return second;
    }

    private static XElement Child(XElement paragraph, string name)
    {
        if (paragraph.Element(_w + name) is not { } child)
        {
            paragraph.AddFirst(child = new XElement(_w + name));
        }

        return child;
    }

    private XElement Mark(string name, params object[] content) => new(
        _w + name,
        new XAttribute(_w + "id", _next++),
        new XAttribute(_w + "author", author),
        new XAttribute(_w + "date", at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        content);
}
