using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Tests.Rendering;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>A plain control is read and edited as it streams by; the result is the one of its tree.</summary>
public sealed class PlainControlTests
{
    private static readonly XNamespace _w = Draft.W;
    private static readonly XNamespace _mc = WordXml.Compatibility;

    /// <summary>What people, and Word for them, do to a control; each at a place that a number chooses.</summary>
    private static readonly (string Name, bool IsPlain, Action<XElement, int> Do)[] _edits =
    [
        ("types", true, (control, n) => Pick(control, "t", n)?.SetValue("  getippt\u00A0")),
        ("breaks", true, (control, n) => Pick(control, "r", n)?.Add(new XElement(_w + "tab"), new XElement(_w + "br"), new XElement(_w + "noBreakHyphen"), new XElement(_w + "t", "danach"))),
        ("inserts", true, (control, n) => Wrap(Pick(control, "r", n), "ins")),
        ("links", true, (control, n) => Wrap(Pick(control, "r", n), "hyperlink")),
        ("deletes", true, (control, n) => Wrap(Pick(control, "r", n), "del")),
        ("moves away", true, (control, n) => Wrap(Pick(control, "r", n), "moveFrom")),
        ("deletes a mark", true, (control, n) => Put(Pick(control, "p", n), new XElement(_w + "pPr", new XElement(_w + "rPr", new XElement(_w + "del"))))),
        ("deletes a row", true, (control, n) => Put(Pick(control, "tr", n), new XElement(_w + "trPr", new XElement(_w + "del")))),
        ("deletes a cell", true, (control, n) => Put(Pick(control, "tc", n), new XElement(_w + "tcPr", new XElement(_w + "cellDel")))),
        ("makes a heading", true, (control, n) => Put(Pick(control, "tr", n), new XElement(_w + "trPr", new XElement(_w + "tblHeader")))),
        ("adds a paragraph", true, (control, n) => Pick(control, "p", n)?.AddAfterSelf(new XElement(_w + "p", new XElement(_w + "r", new XElement(_w + "t", "neu"))))),
        ("empties a paragraph", true, (control, n) => Pick(control, "p", n)?.RemoveNodes()),
        ("removes a row", true, (control, n) => Pick(control, "tr", n)?.Remove()),
        ("nests a table", true, (control, n) => Pick(control, "tc", n)?.AddFirst(new XElement(_w + "tbl", new XElement(_w + "tr", new XElement(_w + "tc", new XElement(_w + "p", new XElement(_w + "r", new XElement(_w + "t", "innen")))))))),
        ("comments", true, (control, n) => Pick(control, "r", n)?.AddBeforeSelf(new XElement(_w + "commentRangeStart", new XAttribute(_w + "id", 5)))),
        ("draws a box", true, (control, n) => Pick(control, "r", n)?.Add(new XElement(_w + "pict", new XElement(_w + "txbxContent", new XElement(_w + "p", new XElement(_w + "r", new XElement(_w + "t", "im Kasten"))))))),
        ("ends the properties", true, (control, _) => control.Element(_w + "sdtPr")!.AddAfterSelf(new XElement(_w + "sdtEndPr"))),
        ("wraps a row", false, (control, n) => WrapIn(Pick(control, "tr", n), _w + "customXml")),
        ("nests a control", false, (control, n) => Pick(control, "r", n)?.ReplaceWith(new XElement(_w + "sdt", new XElement(_w + "sdtPr"), new XElement(_w + "sdtContent", new XElement(_w + "r", new XElement(_w + "t", "Feld")))))),
        ("offers a choice", false, (control, n) => Pick(control, "r", n)?.Add(new XElement(_mc + "AlternateContent", new XElement(_mc + "Choice", new XElement(_w + "t", "ja")), new XElement(_mc + "Fallback", new XElement(_w + "t", "nein"))))),
        ("adds a table", false, (control, _) => control.Element(_w + "sdtContent")!.Add(new XElement(_w + "tbl"))),
    ];

    private static readonly Arbitrary<(int Edit, int Place)[]> _many =
        Gen.ArrayOf(Gen.Choose(0, _edits.Length - 1).SelectMany(edit => Gen.Choose(0, 60).Select(place => (edit, place)))).Resize(8).ToArbitrary();

    [Fact]
    public void A_control_reads_the_same_both_ways_whatever_was_done_to_it() => Prop.ForAll(_many, done =>
    {
        var draft = Do(done);
        var trees = Scan(draft, file => DocumentScan.Read(file, usesTrees: true))!;
        if (Scan(draft, file => DocumentScan.Read(file, usesTrees: false)) is { } plain)
        {
            Assert.Equal(trees, plain.Select(table => table with { RowPlaces = null }));
            Assert.Equal(plain.Select(Written), Scan(draft, DocumentScan.ReadSliced)!.Select(Written));
        }
        else
        {
            Assert.Contains(done, edit => !_edits[edit.Edit].IsPlain);
            Assert.Null(Scan(draft, DocumentScan.ReadSliced));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_refresh_writes_the_same_all_ways_whatever_was_done_before() => Prop.ForAll(_many, done =>
    {
        var draft = Do([.. done.Where(edit => _edits[edit.Edit].IsPlain)]);
        foreach (var order in new[] { new RefreshOrder(false, false, null, false), new RefreshOrder(true, true, "Anna Muster", false) })
        {
            var table = Given.Table(text: "Radweg an der B 87 verbreitern") with { AsOf = Given.Stand.AddDays(30) };

            // A prefix that is declared again is one that bytes cannot be trusted with.
            var expected = Draft.Parts(Draft.Refresh(Redeclared(draft), table, order, usesTrees: true).File).Select(Read);

            Assert.Equal(expected, Draft.Parts(Draft.Refresh(draft, table, order, usesTrees: true).File).Select(Read));
            Assert.Equal(expected, Draft.Parts(Draft.Refresh(draft, table, order).File).Select(Read));
            Assert.Equal(expected, Draft.Parts(Draft.Refresh(Redeclared(draft), table, order).File).Select(Read));
        }
    }).QuickCheckThrowOnFailure();

    private static string Read(KeyValuePair<string, byte[]> part) => $"{part.Key}: {XDocument.Load(new MemoryStream(part.Value), LoadOptions.PreserveWhitespace).ToString(SaveOptions.DisableFormatting | SaveOptions.OmitDuplicateNamespaces)}";

    private static byte[] Redeclared(byte[] draft) => Draft.Edit(draft, root => root.Element(_w + "body")!.Elements().Last().Add(new XAttribute(XNamespace.Xmlns + "w", _w.NamespaceName)));

    private static byte[] Do((int Edit, int Place)[] done) => Draft.Edit(Rendered.Docx(Given.Table()), root =>
    {
        foreach (var (edit, place) in done)
        {
            _edits[edit].Do(root.Descendants(_w + "sdt").First(), place);
        }
    });

    // Two arrays of places are equal where their elements are.
    private static string Written(ScannedTable table) => $"{table with { RowPlaces = null }} {string.Join(',', table.RowPlaces!)} {string.Join('\n', table.Shown!.Read())}";

    private static List<ScannedTable>? Scan(byte[] draft, Func<WordFile, List<ScannedTable>?> read)
    {
        Assert.True(WordFile.Open(new MemoryStream(draft)).TryGet(out var file, out _));
        using (file)
        {
            return read(file);
        }
    }

    private static XElement? Pick(XElement control, string name, int place) =>
        control.Element(_w + "sdtContent")!.Descendants(_w + name).ToArray() is { Length: > 0 } found ? found[place % found.Length] : null;

    private static void Wrap(XElement? element, string name) => WrapIn(element, _w + name);

    private static void WrapIn(XElement? element, XName name) => element?.ReplaceWith(new XElement(name, element));

    private static void Put(XElement? element, XElement properties)
    {
        if (element is not null)
        {
            element.Element(properties.Name)?.Remove();
            element.AddFirst(properties);
        }
    }
}
