using System.Text;
using System.Xml;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Documents;

/// <summary>A document's text as bytes of which pieces can be read alone: UTF-8, and the prefix for WordprocessingML means the same everywhere in it, as every Office writes it.</summary>
internal sealed class DocumentText
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly XmlReaderSettings _fragments = Fragments();

    private readonly string _prefix;

    private DocumentText(byte[] bytes, IReadOnlyList<(string Prefix, string Uri)> declared, string prefix)
    {
        (Bytes, Declared, _prefix) = (bytes, declared, prefix);
        Controls = TextControl.Find(this);
    }

    /// <summary>The text.</summary>
    public byte[] Bytes { get; }

    /// <summary>What is declared where it begins: every prefix, empty for the default, and its namespace.</summary>
    public IReadOnlyList<(string Prefix, string Uri)> Declared { get; }

    /// <summary>The controls whose properties look like those of ours, by their numbers, see <see cref="ScannedTable.Number"/>; no control within another one of them.</summary>
    /// <remarks>One that stands within an element that declares names is not among them: read alone, they would be unknown.</remarks>
    public IReadOnlyDictionary<int, TextControl> Controls { get; }

    /// <summary>Looks at how a text is written.</summary>
    /// <returns>The text; null where it is to be read in one piece only.</returns>
    public static DocumentText? Of(byte[] bytes)
    {
        try
        {
            return ReadDeclared(bytes) is { } declared && declared.Find(name => name.Uri == WordTable.Namespace).Prefix is { Length: > 0 } prefix && IsDeclaredOnce(bytes, prefix)
                ? new DocumentText(bytes, declared, prefix)
                : null;
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            // Whoever reads it in one piece finds out where it is damaged.
            return null;
        }
    }

    /// <summary>A name of WordprocessingML as the text writes it.</summary>
    public byte[] Name(string name) => Encoding.UTF8.GetBytes($"{_prefix}:{name}");

    /// <summary>Reads elements of the text, one after the other, as the text around them would have them read.</summary>
    /// <param name="elements">Their bytes; they lie within <see cref="Controls"/>.</param>
    public XmlReader Read(Stream elements)
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri) in Declared)
        {
            names.AddNamespace(prefix, uri);
        }

        return XmlReader.Create(elements, _fragments, new XmlParserContext(null, names, null, XmlSpace.None, _strict));
    }

    private static XmlReaderSettings Fragments()
    {
        var settings = WordXml.Reading.Clone();
        settings.ConformanceLevel = ConformanceLevel.Fragment;
        return settings;
    }

    // Null where it is not UTF-8.
    private static List<(string Prefix, string Uri)>? ReadDeclared(byte[] bytes)
    {
        using var xml = XmlReader.Create(new MemoryStream(bytes, writable: false), WordXml.Reading);
        var isUtf8 = bytes.Length > 1 && bytes[0] is (byte)'<' or 0xEF && bytes[1] != 0;
        while (isUtf8 && xml.Read() && xml.NodeType is not XmlNodeType.Element)
        {
            isUtf8 = xml.NodeType is not XmlNodeType.XmlDeclaration || xml.GetAttribute("encoding") is not { } encoding || encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        }

        if (!isUtf8)
        {
            return null;
        }

        var declared = new List<(string Prefix, string Uri)>();
        while (xml.MoveToNextAttribute())
        {
            if (xml.Prefix == "xmlns" || xml.Name == "xmlns")
            {
                declared.Add((xml.Prefix.Length == 0 ? "" : xml.LocalName, xml.Value));
            }
        }

        return declared;
    }

    private static bool IsDeclaredOnce(byte[] bytes, string prefix)
    {
        var tags = new XmlTags(bytes);
        while (tags.Read() && tags.Kind is XmlTagKind.Other)
        {
        }

        var uri = Encoding.UTF8.GetBytes(WordTable.Namespace);
        var body = bytes.AsSpan(tags.End);
        return tags.Text.Count(uri) == 1 && body.IndexOf(uri) < 0 && body.IndexOf(Encoding.UTF8.GetBytes($"xmlns:{prefix}")) < 0;
    }
}
