using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Insek.Office.Functions.Rendering;

/// <summary>A part of a Word document: its place, what it is, what it refers to, and how it is written.</summary>
/// <param name="Name">Absolute, for example "/word/document.xml".</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Write">Writes the root element.</param>
internal sealed record OpcPart(string Name, string ContentType, Action<XmlWriter> Write)
{
    public IReadOnlyList<OpcRelationship> Relationships { get; init; } = [];
}

/// <summary>A part's reference to another.</summary>
/// <param name="Id">Names it within the referring part.</param>
/// <param name="Type">The relationship type.</param>
/// <param name="Target">Relative to the referring part.</param>
internal sealed record OpcRelationship(string Id, string Type, string Target);

/// <summary>Writes parts as one package: a .docx file, or the flat XML that Word's insertOoxml takes.</summary>
/// <remarks>
/// The Open XML SDK's own packages stamp each entry with the time of writing and know nothing of flat XML. Both forms are
/// written here instead, each part streamed once, so that the same input gives the same bytes.
/// </remarks>
internal static class OpcPackage
{
    private const string FlatNamespace = "http://schemas.microsoft.com/office/2006/xmlPackage";
    private const string RelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string RelationshipsType = "application/vnd.openxmlformats-package.relationships+xml";
    private const string ContentTypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    // The first instant a zip entry can carry.
    private static readonly DateTimeOffset _entryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a .docx file.</summary>
    public static void WriteZip(IReadOnlyList<OpcRelationship> root, IEnumerable<OpcPart> parts, Stream target)
    {
        var all = WithRelationships(root, parts).ToArray();
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        WriteEntry(zip, "[Content_Types].xml", xml => WriteContentTypes(xml, all));
        foreach (var part in all)
        {
            WriteEntry(zip, part.Name[1..], part.Write);
        }
    }

    /// <summary>Writes flat XML.</summary>
    public static void WriteFlat(IReadOnlyList<OpcRelationship> root, IEnumerable<OpcPart> parts, Stream target)
    {
        using var xml = XmlWriter.Create(target, Settings());
        xml.WriteStartDocument(standalone: true);
        xml.WriteProcessingInstruction("mso-application", "progid=\"Word.Document\"");
        xml.WriteStartElement("pkg", "package", FlatNamespace);
        foreach (var part in WithRelationships(root, parts))
        {
            xml.WriteStartElement("part", FlatNamespace);
            xml.WriteAttributeString("name", FlatNamespace, part.Name);
            xml.WriteAttributeString("contentType", FlatNamespace, part.ContentType);
            xml.WriteStartElement("xmlData", FlatNamespace);
            part.Write(xml);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The parts, each followed by the part that lists its relationships; the package's own come first.</summary>
    private static IEnumerable<OpcPart> WithRelationships(IReadOnlyList<OpcRelationship> root, IEnumerable<OpcPart> parts)
    {
        yield return RelationshipsOf("/", root);
        foreach (var part in parts)
        {
            yield return part;
            if (part.Relationships.Count > 0)
            {
                yield return RelationshipsOf(part.Name, part.Relationships);
            }
        }
    }

    private static OpcPart RelationshipsOf(string name, IReadOnlyList<OpcRelationship> relationships)
    {
        var slash = name.LastIndexOf('/');
        return new OpcPart($"{name[..slash]}/_rels/{name[(slash + 1)..]}.rels", RelationshipsType, xml => WriteRelationships(xml, relationships));
    }

    private static void WriteRelationships(XmlWriter xml, IReadOnlyList<OpcRelationship> relationships)
    {
        xml.WriteStartElement("Relationships", RelationshipsNamespace);
        foreach (var relationship in relationships)
        {
            xml.WriteStartElement("Relationship", RelationshipsNamespace);
            xml.WriteAttributeString("Id", relationship.Id);
            xml.WriteAttributeString("Type", relationship.Type);
            xml.WriteAttributeString("Target", relationship.Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteContentTypes(XmlWriter xml, IEnumerable<OpcPart> parts)
    {
        xml.WriteStartElement("Types", ContentTypesNamespace);
        xml.WriteStartElement("Default", ContentTypesNamespace);
        xml.WriteAttributeString("Extension", "rels");
        xml.WriteAttributeString("ContentType", RelationshipsType);
        xml.WriteEndElement();
        foreach (var part in parts.Where(part => part.ContentType != RelationshipsType))
        {
            xml.WriteStartElement("Override", ContentTypesNamespace);
            xml.WriteAttributeString("PartName", part.Name);
            xml.WriteAttributeString("ContentType", part.ContentType);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteEntry(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = _entryTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, Settings());
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    // Line breaks are entities: a parser would otherwise read CR LF as LF, and a text would come back changed.
    private static XmlWriterSettings Settings() => new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };
}
