using System.Text;
using System.Xml;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Tests.Rendering;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>A .docx goes through a refresh: what is changed, and what is not.</summary>
public sealed class DocumentRefreshTests
{
    private static readonly RefreshOrder _tracked = new(false, true, "Anna Muster", false);

    /// <summary>An item reads differently, one is new, a row is gone, one is new, the total counts on.</summary>
    private static Table Changed()
    {
        var table = Given.Table(text: "Radweg an der B 87 verbreitern");
        var first = table.Rows[0];
        return table with
        {
            AsOf = Given.Stand.AddDays(30),
            Rows =
            [
                first with { Cells = [first.Cells[0], new TableCell([.. first.Cells[1].Items, new CellItem("m-9", 1, "Ampel ersetzen")]), new TableCell([new CellItem("count", 0, "3")])] },
                new TableRow("verkehr-3", [new TableCell([new CellItem("verkehr-3", 1, "3. Fußwege sichern")]), new TableCell([]), new TableCell([new CellItem("count", 0, "0")])]),
                table.Rows[2],
            ],
        };
    }

    [Fact]
    public void An_unedited_table_shows_the_concept_afterwards_and_is_valid()
    {
        var (file, tables) = Draft.Refresh(Rendered.Docx(Given.Table()), Changed());

        Assert.Equal(Changed().Read(), Draft.Shown(file).Read());
        Assert.Empty(Rendered.Validate(file));
        Assert.Empty(tables.Single().Outcome!.Left);
        Assert.Contains("Stand: 22.12.2026", string.Concat(Rendered.ZipPart(file, Draft.Text).Descendants(Draft.W + "t").Select(text => text.Value)), StringComparison.Ordinal);
        Snapshot.Match(Rendered.ZipPart(file, Draft.Text).ToString(), "refreshed.document.xml");
        Snapshot.Match(Rendered.ZipPart(file, "customXml/item1.xml").ToString(), "refreshed.data.xml");
    }

    [Fact]
    public void Tracked_changes_show_the_concept_are_valid_and_carry_author_and_date()
    {
        var (file, _) = Draft.Refresh(Rendered.Docx(Given.Table()), Changed(), _tracked);

        var text = Rendered.ZipPart(file, Draft.Text);
        Assert.Equal(Changed().Read(), Draft.Shown(file).Read());
        Assert.Empty(Rendered.Validate(file));
        Assert.All(text.Descendants().Where(element => element.Name == Draft.W + "ins" || element.Name == Draft.W + "del"), mark =>
        {
            Assert.Equal("Anna Muster", (string?)mark.Attribute(Draft.W + "author"));
            Assert.Equal("2026-11-23T08:00:00Z", (string?)mark.Attribute(Draft.W + "date"));
        });
        Assert.Contains(text.Descendants(Draft.W + "delText"), deleted => deleted.Value.Trim() == "ausbauen");
        Snapshot.Match(text.ToString(), "refreshed-tracked.document.xml");
    }

    [Fact]
    public void A_current_table_leaves_the_file_as_it_is()
    {
        var file = Rendered.Docx(Given.Table());

        Assert.Equal(file, Draft.Refresh(file, Given.Table()).File);
    }

    [Fact]
    public void Every_other_part_stays_byte_for_byte_and_the_text_around_canonically()
    {
        var draft = Draft.Add(Rendered.Docx(Given.Table()), "word/vbaProject.bin", [1, 2, 3, 0xFF]);
        draft = Draft.Edit(draft, root => root.Element(Draft.W + "body")!.AddFirst(new XElement(Draft.W + "p", new XElement(Draft.W + "r", new XElement(Draft.W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), "  Vor <der> Tabelle\r & danach ")))));

        var (file, _) = Draft.Refresh(draft, Changed());

        var (before, after) = (Draft.Parts(draft), Draft.Parts(file));
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.All(before.Where(part => part.Key is not (Draft.Text or "customXml/item1.xml")), part => Assert.Equal(part.Value, after[part.Key]));
        Assert.Equal(WithoutControls(before[Draft.Text]), WithoutControls(after[Draft.Text]));
    }

    [Fact]
    public void A_cell_edited_by_hand_is_kept_and_reported_unless_told_otherwise()
    {
        var draft = Draft.Edit(Rendered.Docx(Given.Table()), root => root.Paragraph("Radweg an der B 87 ausbauen").Type("Radweg, aber bald"));

        var (kept, tables) = Draft.Refresh(draft, Changed());
        var (replaced, _) = Draft.Refresh(draft, Changed(), new RefreshOrder(true, false, null, false));

        Assert.Contains("Radweg, aber bald / Brücke sanieren", Draft.Shown(kept).Read()[0], StringComparison.Ordinal);
        Assert.Equal("cell:verkehr-1:generalMeasures", Assert.Single(tables.Single().Outcome!.Left).Id);
        Assert.Equal(Changed().Read(), Draft.Shown(replaced).Read());
        Assert.Empty(Rendered.Validate(replaced));
    }

    [Fact]
    public void Only_the_words_that_differ_are_touched_and_keep_the_look_of_their_run()
    {
        var draft = Draft.Edit(Rendered.Docx(Given.Table()), root => root.Paragraph("Radweg an der B 87 ausbauen").ReplaceNodes(
            Run("Radweg ", "i"), new XElement(Draft.W + "bookmarkStart", new XAttribute(Draft.W + "id", 77), new XAttribute(Draft.W + "name", "hier")), Run("an der B 87", "b"), new XElement(Draft.W + "bookmarkEnd", new XAttribute(Draft.W + "id", 77)), Run(" ausbauen", "u")));

        var (file, _) = Draft.Refresh(draft, Changed());

        var paragraph = Rendered.ZipPart(file, Draft.Text).Paragraph("Radweg an der B 87 verbreitern");
        Assert.Single(paragraph.Elements(Draft.W + "bookmarkStart"));
        Assert.Equal("verbreitern", paragraph.Elements(Draft.W + "r").Where(run => run.Element(Draft.W + "rPr")?.Element(Draft.W + "u") is not null).Select(run => run.Value).Last());
        Assert.Equal("Radweg ", paragraph.Elements(Draft.W + "r").First().Value);

        static XElement Run(string text, string look) => new(Draft.W + "r", new XElement(Draft.W + "rPr", look == "u" ? new XElement(Draft.W + "u", new XAttribute(Draft.W + "val", "single")) : new XElement(Draft.W + look)), new XElement(Draft.W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));
    }

    [Fact]
    public void Tracked_changes_of_others_count_as_people_see_them()
    {
        var draft = Draft.Edit(Rendered.Docx(Given.Table()), root =>
        {
            var run = root.Paragraph("Brücke sanieren").Element(Draft.W + "r")!;
            run.AddAfterSelf(Mark("ins", new XElement(Draft.W + "r", new XElement(Draft.W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), " bald"))));
            run.AddAfterSelf(Mark("del", new XElement(Draft.W + "r", new XElement(Draft.W + "delText", " nie"))));
        });

        Assert.EndsWith("Brücke sanieren bald | 2", Draft.Shown(draft).Read()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Moved_text_counts_where_it_has_gone_to()
    {
        var draft = Draft.Edit(Rendered.Docx(Given.Table()), root =>
        {
            var moved = root.Paragraph("Brücke sanieren");
            var target = root.Descendants(Draft.W + "tr").ElementAt(2).Descendants(Draft.W + "tc").ElementAt(1).Element(Draft.W + "p")!;
            var run = moved.Element(Draft.W + "r")!;
            target.Add(Mark("moveTo", new XElement(run)));
            run.ReplaceWith(Mark("moveFrom", new XElement(run)));
            moved.AddFirst(new XElement(Draft.W + "pPr", new XElement(Draft.W + "rPr", Mark("moveFrom"))));
        });

        Assert.Equal(["1. Straßen erhalten | Radweg an der B 87 ausbauen | 2", "2. Bus & Bahn stärken | Brücke sanieren | 0"], Draft.Shown(draft).Read()[..2]);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>")]
    [InlineData("<w:document")]
    public void Text_that_is_no_safe_xml_is_refused(string text)
    {
        var broken = Draft.Parts(Rendered.Docx(Given.Table())).Where(part => part.Key != Draft.Text).Aggregate(Empty(), (file, part) => Draft.Add(file, part.Key, part.Value));
        broken = Draft.Add(broken, Draft.Text, Encoding.UTF8.GetBytes(text));

        using var source = new MemoryStream(broken);
        Assert.True(WordFile.Open(source).TryGet(out var file, out _));
        using (file)
        {
            Assert.Throws<XmlException>(() => DocumentScan.Read(file));
        }
    }

    [Fact]
    public void A_part_that_unpacks_without_end_is_refused_before_it_is_read_whole()
    {
        var parts = Draft.Parts(Rendered.Docx(Given.Table())).Where(part => part.Key != Draft.Text).Aggregate(Empty(), (file, part) => Draft.Add(file, part.Key, part.Value));
        var bomb = Draft.Add(parts, Draft.Text, [.. Encoding.UTF8.GetBytes("<a>"), .. new byte[40 * 1024 * 1024].Select(_ => (byte)' '), .. Encoding.UTF8.GetBytes("</a>")]);

        using var source = new MemoryStream(bomb);
        Assert.True(WordFile.Open(source).TryGet(out var file, out _));
        using (file)
        {
            Assert.Throws<PartTooLargeException>(() => DocumentScan.Read(file));
        }
    }

    [Fact]
    public void Whatever_is_typed_by_hand_survives_whatever_the_concept_does() => Prop.ForAll(
        Gen.Choose(0, 3).ArrayOf(3).ToArbitrary(),
        Gen.Choose(0, 7).ToArbitrary(),
        Gen.Elements(false, true).ToArbitrary(),
        (touches, changes, tracks) =>
        {
            var draft = Draft.Edit(Rendered.Docx(Given.Table()), root =>
            {
                var cells = root.Descendants(Draft.W + "tc").Skip(3).ToArray();
                foreach (var (number, touch) in touches.Index().Where(entry => entry.Item > 0))
                {
                    cells[(number * 3) + touch - 1].Element(Draft.W + "p")!.Add(new XElement(Draft.W + "r", new XElement(Draft.W + "t", FormattableString.Invariant($"von Hand {number}"))));
                }
            });
            var (was, now) = (Given.Table(), Changed());
            var current = now with { Rows = [.. was.Rows.Where((_, index) => (changes & (1 << index)) == 0), .. now.Rows.Where((_, index) => (changes & (1 << index)) != 0)] };

            var (file, _) = Draft.Refresh(draft, current, tracks ? _tracked : null);

            return Typed(draft).SequenceEqual(Typed(file)) && Rendered.Validate(file).Length == 0;
        }).QuickCheckThrowOnFailure();

    private static XElement Mark(string name, params object[] content) =>
        new(Draft.W + name, new XAttribute(Draft.W + "id", 900), new XAttribute(Draft.W + "author", "x"), new XAttribute(Draft.W + "date", "2026-01-01T00:00:00Z"), content);

    private static byte[] Empty()
    {
        using var stream = new MemoryStream();
        new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true).Dispose();
        return stream.ToArray();
    }

    private static IEnumerable<int> Typed(byte[] file)
    {
        var text = string.Join('\n', Draft.Shown(file).Read());
        return Enumerable.Range(0, 3).Where(number => text.Contains(FormattableString.Invariant($"von Hand {number}"), StringComparison.Ordinal));
    }

    private static string WithoutControls(byte[] text)
    {
        var root = XDocument.Load(new MemoryStream(text), LoadOptions.PreserveWhitespace).Root!;
        root.Descendants(Draft.W + "sdt").Remove();
        return root.ToString(SaveOptions.DisableFormatting);
    }
}
