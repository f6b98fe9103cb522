using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Insek.Office.Functions.Documents;

/// <summary>Writes the document's text again, node by node, and hands over the content controls that are to be edited; everything else stays canonically equal.</summary>
internal static class DocumentRewrite
{
    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes the text.</summary>
    /// <param name="file">The document.</param>
    /// <param name="edits">What becomes of content controls, by their number, see <see cref="ScannedTable.Number"/>.</param>
    /// <param name="target">Where to; stays open.</param>
    public static void Write(WordFile file, IReadOnlyDictionary<int, ControlEdit> edits, Stream target)
    {
        using var xml = file.Read(file.Document);
        using var writer = XmlWriter.Create(target, _settings);
        var number = 0;
        for (var more = xml.Read(); more;)
        {
            if (DocumentScan.IsControl(xml) && edits.TryGetValue(number++, out var edit))
            {
                var control = (XElement)XNode.ReadFrom(xml);
                number += control.Descendants(WordXml.W + "sdt").Count();
                edit.Apply(control);
                control.WriteTo(writer);
                more = !xml.EOF;
            }
            else
            {
                Copy(xml, writer);
                more = xml.Read();
            }
        }
    }

    private static void Copy(XmlReader xml, XmlWriter writer)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
                writer.WriteAttributes(xml, defattr: false);
                if (xml.IsEmptyElement)
                {
                    writer.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text:
                writer.WriteString(xml.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(xml.Value);
                break;
            case XmlNodeType.CDATA:
                writer.WriteCData(xml.Value);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(xml.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                writer.WriteProcessingInstruction(xml.Name, xml.Value);
                break;
            case XmlNodeType.XmlDeclaration:
                writer.WriteStartDocument(xml.GetAttribute("standalone") is "yes");
                break;
        }
    }
}
