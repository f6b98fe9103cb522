using System.Globalization;
using System.Xml;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>The custom XML part beside a table in Word: which table it is, its hash, and every item's text as it was rendered.</summary>
/// <remarks>From it the pane and the server tell current, outdated and edited by hand. One part per table, so that a refresh replaces one part.</remarks>
internal static class TableDataPart
{
    public const string Namespace = "urn:insek-office:tables:1";

    private const string DataStoreNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
    private const string PropertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    private const string PropertiesRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";

    /// <summary>The part and its properties, as item <paramref name="index"/> of the document's custom XML, from 1.</summary>
    public static IEnumerable<OpcPart> For(PlacedTable placed, int index)
    {
        yield return new OpcPart($"/customXml/item{index}.xml", "application/xml", xml => WriteData(xml, placed))
        {
            Relationships = [new OpcRelationship("rId1", PropertiesRelationship, $"itemProps{index}.xml")],
        };
        yield return new OpcPart($"/customXml/itemProps{index}.xml", PropertiesType, xml => WriteProperties(xml, placed));
    }

    private static void WriteData(XmlWriter xml, PlacedTable placed) => Write(
        xml,
        placed.Instance,
        placed.Table.Concept.Value,
        placed.Table.Definition,
        placed.Table.Parameters.ToString(),
        TableRecord.Of(placed.Table));

    /// <summary>Writes the root element.</summary>
    /// <param name="xml">The part.</param>
    /// <param name="instance">Names the table in its document.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="definition">The definition's id.</param>
    /// <param name="parameters">The parameters in canonical form.</param>
    /// <param name="record">What was rendered.</param>
    public static void Write(XmlWriter xml, string instance, string concept, string definition, string parameters, TableRecord record)
    {
        xml.WriteStartElement("table", Namespace);
        xml.WriteAttributeString("instance", instance);
        xml.WriteAttributeString("concept", concept);
        xml.WriteAttributeString("definition", definition);
        xml.WriteAttributeString("parameters", parameters);
        xml.WriteAttributeString("hash", record.Hash);
        if (record.AsOf is { } asOf)
        {
            xml.WriteAttributeString("asOf", asOf.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }

        foreach (var column in record.Columns ?? [])
        {
            xml.WriteStartElement("column", Namespace);
            xml.WriteAttributeString("key", XmlText.Clean(column.Key));
            xml.WriteAttributeString("heading", XmlText.Clean(column.Heading));
            xml.WriteEndElement();
        }

        foreach (var row in record.Rows)
        {
            WriteRow(xml, row);
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, RecordRow row)
    {
        xml.WriteStartElement("row", Namespace);
        xml.WriteAttributeString("key", XmlText.Clean(row.Key));
        WriteOwn(xml, row.IsOwn);
        foreach (var cell in row.Cells)
        {
            xml.WriteStartElement("cell", Namespace);
            xml.WriteAttributeString("column", XmlText.Clean(cell.Column));
            WriteOwn(xml, cell.IsOwn);
            foreach (var item in cell.Items)
            {
                xml.WriteStartElement("item", Namespace);
                xml.WriteAttributeString("key", XmlText.Clean(item.Key));
                xml.WriteAttributeString("revision", item.Revision.ToString(CultureInfo.InvariantCulture));
                xml.WriteString(XmlText.Clean(item.Text));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteOwn(XmlWriter xml, bool isOwn)
    {
        if (isOwn)
        {
            xml.WriteAttributeString("own", "1");
        }
    }

    private static void WriteProperties(XmlWriter xml, PlacedTable placed)
    {
        xml.WriteStartElement("ds", "datastoreItem", DataStoreNamespace);
        xml.WriteAttributeString("itemID", DataStoreNamespace, placed.Identify().PartId.ToString("B").ToUpperInvariant());
        xml.WriteStartElement("schemaRefs", DataStoreNamespace);
        xml.WriteStartElement("schemaRef", DataStoreNamespace);
        xml.WriteAttributeString("uri", DataStoreNamespace, Namespace);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
