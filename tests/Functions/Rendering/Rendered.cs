using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Tests.Rendering;

/// <summary>What the renderers wrote, taken apart.</summary>
internal static class Rendered
{
    public const string Instance = "abcd1234";

    public static readonly XNamespace W = WordTable.Namespace;
    public static readonly XNamespace Data = TableDataPart.Namespace;

    private static readonly XNamespace _pkg = "http://schemas.microsoft.com/office/2006/xmlPackage";

    public static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    public static string Text(Action<Table, IBufferWriter<byte>> write, Table table)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(table, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static byte[] Ooxml(Table table) => Bytes(stream => TableOoxml.Write(table, Instance, stream));

    public static byte[] Docx(Table table) => Bytes(stream => TableDocx.Write(table, Instance, stream));

    public static byte[] Docx(ConceptSnapshot concept) => Bytes(stream => ConceptDocx.Write(concept, TableParameters.None, stream));

    /// <summary>A part of flat XML.</summary>
    public static XElement FlatPart(byte[] flat, string name) =>
        Load(new MemoryStream(flat)).Elements(_pkg + "part").Single(part => (string?)part.Attribute(_pkg + "name") == name).Elements().Single().Elements().Single();

    /// <summary>A part of a .docx file.</summary>
    public static XElement ZipPart(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        var entry = zip.GetEntry(name);
        Assert.NotNull(entry);
        using var stream = entry.Open();
        return Load(stream);
    }

    /// <summary>Everything Word would find wrong, one line each.</summary>
    public static string[] Validate(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return Validate(document);
    }

    public static string[] ValidateFlat(byte[] flat)
    {
        using var document = WordprocessingDocument.FromFlatOpcString(Encoding.UTF8.GetString(flat));
        return Validate(document);
    }

    private static string[] Validate(WordprocessingDocument document) =>
        [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];

    private static XElement Load(Stream stream)
    {
        var root = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root;
        Assert.NotNull(root);
        return root;
    }
}
