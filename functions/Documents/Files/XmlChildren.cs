using System.Xml;

namespace Insek.Office.Functions.Documents;

/// <summary>The names of an element's children, as the reader comes by them. A struct, because a document has hundreds of thousands of elements.</summary>
/// <param name="xml">Stands on the element.</param>
/// <param name="uri">The namespace whose names are told.</param>
internal readonly struct XmlChildren(XmlReader xml, string uri)
{
    private readonly int _depth = xml.IsEmptyElement ? int.MaxValue : xml.Depth;

    /// <summary>The child's name; "?" where it is of another namespace.</summary>
    public string Current => xml.NamespaceURI == uri ? xml.LocalName : "?";

    public XmlChildren GetEnumerator() => this;

    /// <summary>Goes to the next child.</summary>
    /// <returns>Whether there is one; if not, the reader stands on the element's end tag.</returns>
    public bool MoveNext()
    {
        while (_depth < int.MaxValue && xml.Read() && xml.Depth > _depth)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.Depth == _depth + 1)
            {
                return true;
            }
        }

        return false;
    }
}
