using System.Xml;
using System.Xml.Linq;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Documents;

/// <summary>Names of WordprocessingML (ECMA-376, part 1), and how its parts are read: without a DTD, nothing resolved.</summary>
internal static class WordXml
{
    /// <summary>The most characters one part may unpack to.</summary>
    public const long MaxCharacters = 256L * 1024 * 1024;

    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static XNamespace W { get; } = WordTable.Namespace;

    /// <summary>The settings by which parts are read.</summary>
    public static XmlReaderSettings Reading { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreWhitespace = false,
        CloseInput = true,
    };

    /// <summary>The children of that name, also within what only wraps them: other people's content controls and custom XML.</summary>
    public static IEnumerable<XElement> Unwrap(this XElement parent, XName name)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == name)
            {
                yield return child;
            }
            else if (child.Name == W + "sdt" || child.Name == W + "sdtContent" || child.Name == W + "customXml")
            {
                foreach (var inner in child.Unwrap(name))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Goes to each child element and tells its name; "?" where that is of another namespace. Ends at the element's end tag.</summary>
    public static XmlChildren Children(this XmlReader xml, string uri) => new(xml, uri);

    /// <summary>The text of the element, up to its end tag.</summary>
    public static string ReadText(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, text) = (xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
        {
            text += xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace ? xml.Value : "";
        }

        return text;
    }

    /// <summary>The value of <c>w:val</c> on a child of the element; null where there is none.</summary>
    public static string? Value(this XElement? parent, string name) => (string?)parent?.Element(W + name)?.Attribute(W + "val");
}
