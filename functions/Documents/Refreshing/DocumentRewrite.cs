using System.Text;
using System.Xml;
using System.Xml.Linq;
using Insek.Office.Functions.Rendering;

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
                if (edit.IsByRow)
                {
                    WriteByRow(xml, writer, edit);
                }
                else
                {
                    var control = (XElement)XNode.ReadFrom(xml);
                    number += control.Descendants(WordXml.W + "sdt").Count();
                    edit.Apply(control);
                    control.WriteTo(writer);
                }

                more = !xml.EOF;
            }
            else
            {
                Copy(xml, writer);
                more = xml.Read();
            }
        }
    }

    // Most rows of most tables stay as they are, and a row that is only passed on needs no tree.
    private static void WriteByRow(XmlReader xml, XmlWriter writer, ControlEdit edit)
    {
        var (rows, content, ordinal, hasCaption) = (edit.ChangedRows, xml.Depth + 2, 0, false);
        do
        {
            var name = xml.NodeType is XmlNodeType.Element && xml.NamespaceURI == WordTable.Namespace ? xml.LocalName : "";
            if (name == "tr" && xml.Depth == content + 1)
            {
                if (rows.TryGetValue(ordinal++, out var row))
                {
                    var element = (XElement)XNode.ReadFrom(xml);
                    edit.ApplyCells(element, row);
                    element.WriteTo(writer);
                }
                else
                {
                    writer.WriteNode(xml, defattr: false);
                }
            }
            else if (name == "p" && xml.Depth == content && !hasCaption && ordinal == 0)
            {
                var paragraph = (XElement)XNode.ReadFrom(xml);
                hasCaption = ShownText.Of(paragraph).Length > 0;
                if (hasCaption)
                {
                    edit.ApplyCaption(paragraph);
                }

                paragraph.WriteTo(writer);
            }
            else
            {
                Copy(xml, writer);
                xml.Read();
            }
        }
        while (xml.Depth > content - 2);

        Copy(xml, writer);
        xml.Read();
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
