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

    private static void WriteData(XmlWriter xml, PlacedTable placed)
    {
        var table = placed.Table;
        xml.WriteStartElement("table", Namespace);
        xml.WriteAttributeString("instance", placed.Instance);
        xml.WriteAttributeString("concept", table.Concept.Value);
        xml.WriteAttributeString("definition", table.Definition);
        xml.WriteAttributeString("parameters", table.Parameters.ToString());
        xml.WriteAttributeString("hash", TableHash.Of(table));
        if (table.AsOf is { } asOf)
        {
            xml.WriteAttributeString("asOf", asOf.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }

        foreach (var row in table.Rows)
        {
            WriteRow(xml, table, row);
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, Table table, TableRow row)
    {
        xml.WriteStartElement("row", Namespace);
        xml.WriteAttributeString("key", XmlText.Clean(row.Key));
        for (var i = 0; i < row.Cells.Count; i++)
        {
            xml.WriteStartElement("cell", Namespace);
            xml.WriteAttributeString("column", XmlText.Clean(table.Columns[i].Key));
            foreach (var item in row.Cells[i].Items)
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
