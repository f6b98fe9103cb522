using System.Text;
using System.Xml;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Documents;

/// <summary>The names declared where a text begins, as long as the one for WordprocessingML means the same everywhere in it.</summary>
/// <param name="Prefix">The prefix for WordprocessingML.</param>
/// <param name="Declared">Every prefix, empty for the default, and its namespace.</param>
internal sealed record TextNames(string Prefix, IReadOnlyList<(string Prefix, string Uri)> Declared)
{
    /// <summary>By this context a part of the text is read alone.</summary>
    public XmlParserContext Context
    {
        get
        {
            var names = new XmlNamespaceManager(new NameTable());
            foreach (var (prefix, uri) in Declared)
            {
                names.AddNamespace(prefix, uri);
            }

            return new XmlParserContext(null, names, null, XmlSpace.None, Encoding.UTF8);
        }
    }

    /// <summary>Reads the declarations.</summary>
    /// <param name="text">The text of a document.</param>
    /// <returns>The names; null where it is not UTF-8, or the prefix may mean something else further in.</returns>
    public static TextNames? Read(byte[] text)
    {
        using var xml = XmlReader.Create(new MemoryStream(text, writable: false), WordXml.Reading);
        var isUtf8 = text.Length > 1 && text[0] is (byte)'<' or 0xEF && text[1] != 0;
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

        return declared.Find(name => name.Uri == WordTable.Namespace).Prefix is { Length: > 0 } prefix && IsDeclaredOnce(text, prefix) ? new TextNames(prefix, declared) : null;
    }

    /// <summary>A name of WordprocessingML as the text writes it.</summary>
    public byte[] Of(string name) => Encoding.UTF8.GetBytes($"{Prefix}:{name}");

    private static bool IsDeclaredOnce(byte[] text, string prefix)
    {
        var tags = new XmlTags(text);
        while (tags.Read() && tags.Kind is XmlTagKind.Other)
        {
        }

        var uri = Encoding.UTF8.GetBytes(WordTable.Namespace);
        var body = text.AsSpan(tags.End);
        return tags.Text.Count(uri) == 1 && body.IndexOf(uri) < 0 && body.IndexOf(Encoding.UTF8.GetBytes($"xmlns:{prefix}")) < 0;
    }
}
