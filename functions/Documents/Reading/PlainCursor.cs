using System.Xml;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Documents;

/// <summary>Walks through the text of a control as it streams by, and notes where that is not enough.</summary>
/// <param name="xml">Stands on an element.</param>
internal sealed class PlainCursor(XmlReader xml)
{
    /// <summary>Whether nothing was met that needs a tree.</summary>
    public bool IsPlain { get; set; } = true;

    /// <summary>The reader.</summary>
    public XmlReader Xml => xml;

    /// <summary>Whether the element here needs a tree: controls, which are counted, and what stands in wrappers or twice.</summary>
    public bool NeedsTree => Is("sdt") || Is("customXml") || xml.NamespaceURI == WordXml.Compatibility;

    /// <summary>Whether it stands on an element of WordprocessingML of that name.</summary>
    public bool Is(string name) => xml.LocalName == name && xml.NamespaceURI == WordTable.Namespace;

    /// <summary>Goes to each child element and tells its name; "?" for names that are not of WordprocessingML. Whoever takes a child reads to its end tag.</summary>
    public XmlChildren Children() => xml.Children(WordTable.Namespace);

    /// <summary>Goes to the end tag.</summary>
    public void Skip()
    {
        IsPlain &= !NeedsTree;
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            IsPlain &= xml.NodeType is not XmlNodeType.Element || !NeedsTree;
        }
    }

    /// <summary>Goes to the end tag of an element beside what is read: one that is known there, or a mark, which may stand anywhere. Any other may be a wrapper.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="isKnown">Whether it is known there.</param>
    public void Skip(string name, bool isKnown)
    {
        IsPlain &= isKnown || name is "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd" or "proofErr";
        Skip();
    }
}
