using System.Xml.Linq;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Functions.Tests.Rendering;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>What a refresh must not touch, follow or lose.</summary>
public sealed class PreservedDraftTests(TestOffice office)
{
    private const string Relationships = "word/_rels/document.xml.rels";
    private const string ContentTypes = "[Content_Types].xml";
    private const string MacroType = "application/vnd.ms-word.document.macroEnabled";

    private static readonly XNamespace _mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly XNamespace _wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private static readonly XNamespace _v = "urn:schemas-microsoft-com:vml";

    [Fact]
    public async Task Relationships_to_the_outside_are_neither_followed_nor_changed()
    {
        var (concept, draft) = await office.DraftAsync();
        draft = Draft.Edit(
            draft,
            root => root.AddFirst(External(root, "rIdOut1", "customXml", "http://127.0.0.1:1/record.xml"), External(root, "rIdOut2", "attachedTemplate", "file:///etc/template.dotm"), External(root, "rIdOut3", "hyperlink", "https://www.torgau.de/")),
            Relationships);
        await office.RewriteAsync(concept, "Maßnahme 1 neu");

        var refreshed = await office.SendAsync("/api/documents/refresh", draft);

        Assert.Equal("tables=1, refreshed=1, changes=1, left=0, conflicts=0", refreshed.Headers[RefreshedDocument.Header]);
        Assert.Equal(Draft.Parts(draft)[Relationships], Draft.Parts(refreshed.Body)[Relationships]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?report=true")]
    public async Task A_document_with_macros_stays_one(string query)
    {
        var (concept, draft) = await office.DraftAsync();
        draft = Draft.Edit(draft, root => root.Elements().Single(part => (string?)part.Attribute("PartName") == "/word/document.xml").SetAttributeValue("ContentType", $"{MacroType}.main+xml"), ContentTypes);
        draft = Draft.Add(draft, "word/vbaProject.bin", [0xCC, 0x61, 0x00, 0xFF]);
        await office.RewriteAsync(concept, "Maßnahme 1 neu");

        var (type, file) = query.Length == 0 ? await PlainAsync(draft) : await ReportedAsync(draft, query);

        Assert.Equal($"{MacroType}.12", type);
        Assert.Equal(Draft.Parts(draft)["word/vbaProject.bin"], Draft.Parts(file)["word/vbaProject.bin"]);
        Assert.Equal(Draft.Parts(draft)[ContentTypes], Draft.Parts(file)[ContentTypes]);
        Assert.Contains("Maßnahme 1 neu", Draft.Shown(file).Read()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_boxes_before_and_within_a_table_are_left_alone_with_what_stands_in_them()
    {
        var (concept, draft) = await office.DraftAsync();
        draft = Draft.Edit(draft, root =>
        {
            var control = root.Control();
            var before = TextBox(new XElement(control));
            control.Descendants(Draft.W + "tc").Last(cell => cell.Value.Length > 0).Element(Draft.W + "p")!.Add(TextBox(Paragraph("Hinweis im Kasten")).Element(Draft.W + "r"));
            control.AddBeforeSelf(before);
        });
        await office.RewriteAsync(concept, "Maßnahme 1 neu");

        var report = await office.ReportAsync("?report=true", draft);

        var table = Assert.Single(report.Tables);
        Assert.Equal(("current", 0, false), (table.GetProperty("state").GetString(), table.GetProperty("editedCells").GetInt32(), table.GetProperty("duplicate").GetBoolean()));
        Assert.Contains("Maßnahme 1 neu", Draft.Shown(report.File).Read()[0], StringComparison.Ordinal);
        Assert.Equal(Boxes(draft), Boxes(report.File));
        Assert.Equal(2, Boxes(draft).Length);
    }

    private async Task<(string? Type, byte[] File)> PlainAsync(byte[] draft)
    {
        var answer = await office.SendAsync("/api/documents/refresh", draft);
        return (answer.ContentType, answer.Body);
    }

    private async Task<(string? Type, byte[] File)> ReportedAsync(byte[] draft, string query)
    {
        var report = await office.ReportAsync(query, draft);
        return (report.FileType, report.File);
    }

    // As Word writes one: drawn for today's readers, and as VML for older ones.
    private static XElement TextBox(XElement content) => new(
        Draft.W + "p",
        new XElement(
        Draft.W + "r",
        new XElement(
            _mc + "AlternateContent",
            new XElement(_mc + "Choice", new XAttribute("Requires", "wps"), new XElement(_wps + "txbx", new XElement(Draft.W + "txbxContent", new XElement(content)))),
            new XElement(_mc + "Fallback", new XElement(Draft.W + "pict", new XElement(_v + "textbox", new XElement(Draft.W + "txbxContent", new XElement(content))))))));

    private static XElement Paragraph(string text) => new(Draft.W + "p", text.Length == 0 ? null : new XElement(Draft.W + "r", new XElement(Draft.W + "t", text)));

    private static string[] Boxes(byte[] file) =>
        [.. Rendered.ZipPart(file, Draft.Text).Descendants(_mc + "AlternateContent").Select(box => box.ToString(SaveOptions.DisableFormatting))];

    private static XElement External(XElement root, string id, string type, string target) => new(
        root.Name.Namespace + "Relationship",
        new XAttribute("Id", id),
        new XAttribute("Type", $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}"),
        new XAttribute("Target", target),
        new XAttribute("TargetMode", "External"));
}
