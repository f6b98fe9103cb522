using System.Xml.Linq;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Rendering;

public sealed class TableOoxmlTests
{
    private static readonly XNamespace _w = Rendered.W;

    public static TheoryData<string, string> Texts => new()
    {
        { "Ziele", "Radweg" },
        { Given.Hostile, Given.Hostile },
        { new string('Ä', 500), new string('ö', 500) },
        { "", "" },
        { "Titel\nin zwei Zeilen", "a\tb\r\nc\n\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Word_finds_nothing_wrong(string title, string text)
    {
        var table = Given.Table(title, text);
        Assert.Empty(Rendered.ValidateFlat(Rendered.Ooxml(table)));
        Assert.Empty(Rendered.Validate(Rendered.Docx(table)));
    }

    [Fact]
    public void An_empty_table_is_sound_too()
    {
        Assert.Empty(Rendered.ValidateFlat(Rendered.Ooxml(Given.EmptyTable())));
        Assert.Empty(Rendered.Validate(Rendered.Docx(Given.EmptyTable())));
    }

    [Fact]
    public void The_document_part_reads_as_reviewed() =>
        Snapshot.Match(Indented(Rendered.FlatPart(Rendered.Ooxml(Given.Table()), "/word/document.xml")), "table.document.xml");

    [Fact]
    public void The_data_part_reads_as_reviewed() =>
        Snapshot.Match(Indented(Rendered.FlatPart(Rendered.Ooxml(Given.Table()), "/customXml/item1.xml")), "table.data.xml");

    [Fact]
    public void The_same_table_makes_the_same_bytes()
    {
        Assert.Equal(Rendered.Ooxml(Given.Table()), Rendered.Ooxml(Given.Table()));
        Assert.Equal(Rendered.Docx(Given.Table()), Rendered.Docx(Given.Table()));
    }

    [Fact]
    public void The_body_holds_one_control_and_the_control_caption_table_and_a_paragraph()
    {
        var body = Rendered.FlatPart(Rendered.Ooxml(Given.Table()), "/word/document.xml").Elements(_w + "body").Single();
        var control = Assert.Single(body.Elements());

        Assert.Equal(_w + "sdt", control.Name);
        Assert.Equal([_w + "p", _w + "tbl", _w + "p"], control.Elements(_w + "sdtContent").Elements().Select(part => part.Name));
        Assert.Equal(TableTag.Of(Given.Table(), Rendered.Instance).ToString(), Value(control, "tag"));
        Assert.Empty(control.Descendants(_w + "lock"));
    }

    [Fact]
    public void The_header_row_repeats_no_cell_is_merged_and_widths_follow_the_shares()
    {
        var table = Rendered.FlatPart(Rendered.Ooxml(Given.Table()), "/word/document.xml").Descendants(_w + "tbl").Single();
        var rows = table.Elements(_w + "tr").ToArray();

        Assert.Single(rows[0].Descendants(_w + "tblHeader"));
        Assert.All(rows.Skip(1), row => Assert.Empty(row.Descendants(_w + "tblHeader")));
        Assert.All(rows, row => Assert.Single(row.Descendants(_w + "cantSplit")));
        Assert.All(rows, row => Assert.Equal(["1500", "2750", "750"], row.Descendants(_w + "tcW").Select(width => (string?)width.Attribute(_w + "w"))));
        Assert.Empty(table.Descendants(_w + "gridSpan"));
        Assert.Empty(table.Descendants(_w + "vMerge"));
        Assert.Empty(table.Descendants(_w + "hMerge"));
    }

    [Fact]
    public void Numbers_stand_at_the_right_and_an_empty_cell_has_an_empty_paragraph()
    {
        var cells = Rendered.FlatPart(Rendered.Ooxml(Given.Table()), "/word/document.xml").Descendants(_w + "tr").ElementAt(2).Elements(_w + "tc").ToArray();

        Assert.Empty(Assert.Single(cells[1].Elements(_w + "p")).Elements());
        Assert.Equal("right", Value(cells[2], "jc"));
    }

    [Fact]
    public void A_row_too_long_for_a_page_may_break()
    {
        var rows = Rendered.FlatPart(Rendered.Ooxml(Given.Table(text: new string('x', 1200))), "/word/document.xml").Descendants(_w + "tr").ToArray();
        Assert.Empty(rows[1].Descendants(_w + "cantSplit"));
    }

    [Fact]
    public void The_data_part_gives_every_text_back_exactly()
    {
        const string Text = "  zwei  Leerzeichen\r\n\tTab & <Zeichen>\n";
        var data = Rendered.FlatPart(Rendered.Ooxml(Given.Table(text: Text)), "/customXml/item1.xml");

        var item = data.Descendants(Rendered.Data + "item").Single(item => (string?)item.Attribute("key") == "m-1");

        Assert.Equal(Text, item.Value);
        Assert.Equal("3", (string?)item.Attribute("revision"));
        Assert.Equal(TableHash.Of(Given.Table(text: Text)), (string?)data.Attribute("hash"));
    }

    [Fact]
    public void Halves_of_surrogate_pairs_and_control_characters_become_replacement_characters() =>
        Assert.Equal("a\uFFFDb\uFFFDc🏛\uFFFD", XmlText.Clean("a\u0007b\uD800c🏛\uDFDB"));

    private static string? Value(XElement within, string name) => (string?)within.Descendants(_w + name).Single().Attribute(_w + "val");

    private static string Indented(XElement part) => XElement.Parse(part.ToString(SaveOptions.DisableFormatting)).ToString();
}
