using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Documents;

/// <summary>A .docx or .docm as it was sent: which parts it has, without trusting any of them.</summary>
/// <remarks>Only the parts that are needed are unpacked, each within a limit; the others are never looked into. What lies outside the file is never followed.</remarks>
internal sealed class WordFile : IDisposable
{
    /// <summary>The largest file, in bytes.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    private const int MaxParts = 10_000;
    private const string Relationships = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship";
    private const string OfficeDocument = "/officeDocument";
    private const string CustomXml = "/customXml";
    private const string MacroType = "application/vnd.ms-word.document.macroEnabled.main+xml";

    private readonly ZipArchive _zip;
    private bool _hasReadText;
    private DocumentText? _text;

    private WordFile(ZipArchive zip, string document) => (_zip, Document) = (zip, document);

    /// <summary>The name of the part that holds the text.</summary>
    public string Document { get; }

    /// <summary>Whether somebody has signed the file: any change would break the signature.</summary>
    public bool IsSigned => _zip.Entries.Any(entry => entry.FullName.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The media type of the file.</summary>
    public string MediaType { get; private init; } = Rendering.TableDocx.MediaType;

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file; stays open.</param>
    /// <returns>The file; or why it cannot be read.</returns>
    public static Result<WordFile> Open(Stream file)
    {
        if (IsCompound(file))
        {
            return new EncryptedDocument();
        }

        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxParts)
            {
                zip.Dispose();
                return new DocumentTooLarge(FormattableString.Invariant($"{MaxParts} parts"));
            }

            var target = zip.GetEntry("_rels/.rels") is { } root ? TargetsOf(root, "", OfficeDocument).FirstOrDefault() : null;
            if (target is null || zip.GetEntry(target) is null || zip.GetEntry("[Content_Types].xml") is not { } types)
            {
                zip.Dispose();
                return new NotADocument();
            }

            return new WordFile(zip, target) { MediaType = Load(types).Descendants().Any(type => (string?)type.Attribute("ContentType") == MacroType) ? "application/vnd.ms-word.document.macroEnabled.12" : Rendering.TableDocx.MediaType };
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            zip?.Dispose();
            return new NotADocument();
        }
    }

    /// <summary>Reads a part from its beginning; the caller disposes of the reader.</summary>
    public XmlReader Read(string part) => XmlReader.Create(new LimitedStream(_zip.GetEntry(part)!), WordXml.Reading);

    /// <summary>The text, where it is small enough to be held and pieces of it can be read alone; null otherwise.</summary>
    public DocumentText? ReadText()
    {
        if (!_hasReadText)
        {
            (_hasReadText, _text) = (true, ReadWhole(Document, LimitedStream.SmallBytes) is { } whole ? DocumentText.Of(whole) : null);
        }

        return _text;
    }

    /// <summary>A part as a whole, where it is as small as it says and no larger than that many bytes; null otherwise.</summary>
    public byte[]? ReadWhole(string part, long maxBytes)
    {
        var entry = _zip.GetEntry(part)!;
        if (entry.Length == 0 || entry.Length > maxBytes)
        {
            return null;
        }

        try
        {
            using var stream = entry.Open();
            var content = new byte[entry.Length];
            return stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) == content.Length && stream.ReadByte() < 0 ? content : null;
        }
        catch (InvalidDataException)
        {
            // Damaged; whoever reads it piece by piece finds out where.
            return null;
        }
    }

    /// <summary>The custom XML parts of the document, in no order that means anything.</summary>
    public IEnumerable<string> CustomParts()
    {
        var slash = Document.LastIndexOf('/');
        var folder = slash < 0 ? "" : Document[..slash];
        return _zip.GetEntry($"{folder}/_rels/{Document[(slash + 1)..]}.rels") is { } relationships
            ? TargetsOf(relationships, folder, CustomXml).Where(target => _zip.GetEntry(target) is not null)
            : [];
    }

    public void Dispose() => _zip.Dispose();

    // [MS-CFB], section 2.2: an encrypted document is a compound file around the real one.
    private static bool IsCompound(Stream file)
    {
        Span<byte> signature = stackalloc byte[8];
        var read = file.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == signature.Length && signature.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    }

    private static IEnumerable<string> TargetsOf(ZipArchiveEntry relationships, string folder, string type) => Load(relationships)
        .Elements(Relationships)
        .Where(entry => (string?)entry.Attribute("TargetMode") != "External" && ((string?)entry.Attribute("Type"))?.EndsWith(type, StringComparison.Ordinal) is true)
        .Select(entry => (string?)entry.Attribute("Target"))
        .OfType<string>()
        .Select(target => Uri.TryCreate(new Uri($"http://package/{folder}/"), target, out var part) ? Uri.UnescapeDataString(part.AbsolutePath).TrimStart('/') : "");

    private static XElement Load(ZipArchiveEntry entry)
    {
        using var reader = XmlReader.Create(new LimitedStream(entry), WordXml.Reading);
        return XElement.Load(reader);
    }
}

/// <summary>No Word document.</summary>
internal sealed record NotADocument() : Refusal(RefusalKind.Invalid, "not-a-document", "The file is no Word document (.docx or .docm), or its package is damaged.");

/// <summary>A document nobody can read without its password; also one of Word before 2007.</summary>
internal sealed record EncryptedDocument() : Refusal(RefusalKind.Invalid, "document-encrypted", "The file is protected by a password, or written by Word before 2007. Save it without a password as .docx.");

/// <summary>A document that unpacks to more than anybody writes.</summary>
internal sealed record DocumentTooLarge(string Limit) : Refusal(RefusalKind.Invalid, "document-too-large", $"The document holds more than {Limit}.");

/// <summary>A document whose XML cannot be read.</summary>
internal sealed record DamagedDocument(string Part, int Line) : Refusal(RefusalKind.Invalid, "document-damaged", $"{Part} cannot be read as XML, line {Line}.");

/// <summary>A document that somebody has signed.</summary>
internal sealed record SignedDocument() : Refusal(RefusalKind.Conflict, "document-signed", "The document is signed; a refresh would break the signature.");
