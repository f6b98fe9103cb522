using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Insek.Office.Functions.Rendering;

/// <summary>What a document consists of beside its text: settings, page header and footer, properties.</summary>
internal static class WordParts
{
    public const string StylesId = "rIdStyles";
    public const string SettingsId = "rIdSettings";
    public const string HeaderId = "rIdHeader";
    public const string FooterId = "rIdFooter";

    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WordMl = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string CoreRelationship = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string CoreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string DublinCoreTerms = "http://purl.org/dc/terms/";
    private const string XmlSchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The package's relationships where it has no properties.</summary>
    public static OpcRelationship[] DocumentRoot { get; } = [new("rId1", $"{OfficeRelationships}/officeDocument", "word/document.xml")];

    /// <summary>The package's relationships where it has properties.</summary>
    public static OpcRelationship[] FileRoot { get; } = [.. DocumentRoot, new("rId2", CoreRelationship, "docProps/core.xml")];

    /// <summary>The document itself.</summary>
    public static OpcPart Document(Action<XmlWriter> writeBody, IEnumerable<OpcPart> related, int tables) => new("/word/document.xml", $"{WordMl}.document.main+xml", xml =>
    {
        xml.WriteStartElement("w", "document", WordTable.Namespace);
        xml.WriteAttributeString("xmlns", "r", null, OfficeRelationships);
        xml.WriteStartElement("w", "body", WordTable.Namespace);
        writeBody(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    })
    {
        Relationships =
        [
            .. related.Select(Relationship),
            .. Enumerable.Range(1, tables).Select(index => new OpcRelationship(FormattableString.Invariant($"rIdTable{index}"), $"{OfficeRelationships}/customXml", $"../customXml/item{index}.xml")),
        ],
    };

    public static OpcPart Styles(Action<XmlWriter> write) => new("/word/styles.xml", $"{WordMl}.styles+xml", write);

    /// <summary>The settings of a document of our own.</summary>
    /// <param name="updatesFields">
    /// Word asks once, when the document is opened, whether it may update the fields. Page numbers in a table of contents need Word's
    /// own layout; a council paper without them would look unfinished, and who knows to press F9? Whoever answers no reads the
    /// entries and numbers as computed here.
    /// </param>
    public static OpcPart Settings(bool updatesFields) => new("/word/settings.xml", $"{WordMl}.settings+xml", xml =>
    {
        var settings = new W.Settings(new W.AutoHyphenation());
        if (updatesFields)
        {
            settings.Append(new W.UpdateFieldsOnOpen { Val = true });
        }

        // Without this mode Word opens the file as one of Word 2007 and says so in the title bar.
        settings.Append(
            new W.Compatibility(new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new W.ThemeFontLanguages { Val = "de-DE" });
        settings.WriteTo(xml);
    });

    /// <summary>The page header: name at the left, "Stand" at the right.</summary>
    public static OpcPart Header(string name, string stand) => new("/word/header1.xml", $"{WordMl}.header+xml", xml =>
        new W.Header(WordText.Paragraph("Header", WordText.Run($"{name.ReplaceLineEndings(" ")}\t{stand}"))).WriteTo(xml));

    /// <summary>The page footer: "Seite 3 von 20".</summary>
    public static OpcPart Footer() => new("/word/footer1.xml", $"{WordMl}.footer+xml", xml =>
    {
        var paragraph = WordText.Paragraph("Footer");
        foreach (var piece in DocumentTexts.PageOf.Split('{', '}'))
        {
            paragraph.Append(piece switch
            {
                "page" => WordText.Field("PAGE", "1"),
                "pages" => WordText.Field("NUMPAGES", "1"),
                _ => [WordText.Run(piece)],
            });
        }

        new W.Footer(paragraph).WriteTo(xml);
    });

    /// <summary>Title, author, language. Created means the "Stand": the same content makes the same file.</summary>
    public static OpcPart CoreProperties(string title, DateTimeOffset? stand) => new("/docProps/core.xml", CoreType, xml =>
    {
        xml.WriteStartElement("cp", "coreProperties", CoreNamespace);
        xml.WriteElementString("dc", "title", DublinCore, XmlText.Clean(title));
        xml.WriteElementString("dc", "creator", DublinCore, "Insek.Office");
        xml.WriteElementString("dc", "language", DublinCore, "de-DE");
        if (stand is { } at)
        {
            WriteTime(xml, "created", at);
            WriteTime(xml, "modified", at);
        }

        xml.WriteEndElement();
    });

    /// <summary>A4, upright, margins of 2 cm.</summary>
    public static W.SectionProperties Page(params OpenXmlElement[] references) => new(
    [
        .. references,
        new W.PageSize { Width = 11906, Height = 16838 },
        new W.PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 },
        .. references.Length > 0 ? [new W.TitlePage()] : Array.Empty<OpenXmlElement>(),
    ]);

    private static OpcRelationship Relationship(OpcPart part) => part.Name switch
    {
        "/word/styles.xml" => new(StylesId, $"{OfficeRelationships}/styles", "styles.xml"),
        "/word/settings.xml" => new(SettingsId, $"{OfficeRelationships}/settings", "settings.xml"),
        "/word/header1.xml" => new(HeaderId, $"{OfficeRelationships}/header", "header1.xml"),
        "/word/footer1.xml" => new(FooterId, $"{OfficeRelationships}/footer", "footer1.xml"),
        _ => throw new ArgumentException($"'{part.Name}' is no part of a document's text.", nameof(part)),
    };

    private static void WriteTime(XmlWriter xml, string name, DateTimeOffset at)
    {
        xml.WriteStartElement("dcterms", name, DublinCoreTerms);
        xml.WriteAttributeString("type", XmlSchemaInstance, "dcterms:W3CDTF");
        xml.WriteString(at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
