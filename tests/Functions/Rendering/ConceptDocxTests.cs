using System.Diagnostics;
using System.Xml.Linq;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Tests.Rendering;

public sealed class ConceptDocxTests
{
    private static readonly XNamespace _w = Rendered.W;

    [Fact]
    public void Word_finds_nothing_wrong() => Assert.Empty(Rendered.Validate(Rendered.Docx(Given.Concept())));

    [Fact]
    public void A_concept_without_anything_is_sound_too() => Assert.Empty(Rendered.Validate(Rendered.Docx(Given.Concept(sectors: 0))));

    [Fact]
    public void The_same_concept_makes_the_same_bytes() => Assert.Equal(Rendered.Docx(Given.Concept()), Rendered.Docx(Given.Concept()));

    [Fact]
    public void Captions_count_from_1_without_a_gap_and_the_list_of_tables_says_the_same()
    {
        var document = Rendered.ZipPart(Rendered.Docx(Given.Concept()), "word/document.xml");
        var captions = Paragraphs(document, "Caption");

        Assert.Equal(Enumerable.Range(1, 17).Select(number => $"Tabelle {number}"), captions.Select(caption => caption[..caption.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal("Tabelle 1: Übersicht abgestimmter Ziele/Maßnahmen (INSEK Torgau) (Stand: 22.11.2026)", captions[0]);
        Assert.Equal(captions, Paragraphs(document, "TableofFigures"));
    }

    [Fact]
    public void The_table_of_contents_names_every_chapter_and_every_link_leads_somewhere()
    {
        var document = Rendered.ZipPart(Rendered.Docx(Given.Concept()), "word/document.xml");
        var bookmarks = document.Descendants(_w + "bookmarkStart").Select(mark => (string?)mark.Attribute(_w + "name")).ToArray();

        Assert.Equal(9, Paragraphs(document, "Heading1").Length);
        Assert.Equal(Paragraphs(document, "Heading1"), Paragraphs(document, "TOC1"));
        Assert.All(document.Descendants(_w + "hyperlink"), link => Assert.Contains((string?)link.Attribute(_w + "anchor"), bookmarks));
    }

    [Fact]
    public void Bookmarks_controls_and_tags_are_unique()
    {
        var document = Rendered.ZipPart(Rendered.Docx(Given.Concept()), "word/document.xml");
        var controls = document.Descendants(_w + "sdtPr").Where(control => control.Elements(_w + "tag").Any()).ToArray();

        Assert.Equal(17, controls.Length);
        Unique(controls.Select(control => (string?)control.Elements(_w + "tag").Single().Attribute(_w + "val")));
        Unique(controls.Select(control => (string?)control.Elements(_w + "id").Single().Attribute(_w + "val")));
        Unique(document.Descendants(_w + "bookmarkStart").Select(mark => (string?)mark.Attribute(_w + "id")));
        Unique(document.Descendants(_w + "bookmarkStart").Select(mark => (string?)mark.Attribute(_w + "name")));
    }

    [Fact]
    public void Every_table_has_its_data_part()
    {
        var docx = Rendered.Docx(Given.Concept());
        var tags = Rendered.ZipPart(docx, "word/document.xml").Descendants(_w + "tag").Select(tag => (string?)tag.Attribute(_w + "val") ?? "").ToArray();

        for (var index = 1; index <= tags.Length; index++)
        {
            var data = Rendered.ZipPart(docx, $"customXml/item{index}.xml");
            Assert.Contains($":{(string?)data.Attribute("instance")}:", tags[index - 1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fields_are_closed_in_order()
    {
        var document = Rendered.ZipPart(Rendered.Docx(Given.Concept()), "word/document.xml");
        var marks = document.Descendants(_w + "fldChar").Select(mark => (string?)mark.Attribute(_w + "fldCharType") ?? "");

        Assert.All(marks.Chunk(3), field => Assert.Equal(["begin", "separate", "end"], field));
    }

    [Fact]
    public void The_properties_name_title_author_language_and_stand()
    {
        var core = Rendered.ZipPart(Rendered.Docx(Given.Concept()), "docProps/core.xml");
        Assert.Equal(
            ["Integriertes Stadtentwicklungskonzept Torgau 2035+", "Insek.Office", "de-DE", "2026-11-21T23:29:00Z", "2026-11-21T23:29:00Z"],
            core.Elements().Select(property => property.Value));
    }

    [Fact]
    public void Ten_thousand_measures_take_seconds_and_ten_times_the_memory_of_a_thousand()
    {
        var (small, large) = (Given.Concept(goalsPerSector: 25, measuresPerGoal: 5), Given.Concept(goalsPerSector: 250, measuresPerGoal: 5));
        Measure(small);

        var started = Stopwatch.GetTimestamp();
        var (few, many) = (Measure(small), Measure(large));

        Assert.Equal(10_000, large.Measures.Count);
        Assert.InRange((double)many / few, 5, 12);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), $"{Stopwatch.GetElapsedTime(started)}");
    }

    // What is allocated does not depend on how busy the machine is, as elapsed time does.
    private static long Measure(ConceptSnapshot concept)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        ConceptDocx.Write(concept, TableParameters.None, Stream.Null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Unique(IEnumerable<string?> values) => Assert.All(values.GroupBy(value => value), same => Assert.Single(same));

    private static string[] Paragraphs(XElement document, string style) =>
    [
        .. document.Descendants(_w + "p")
            .Where(paragraph => paragraph.Elements(_w + "pPr").Elements(_w + "pStyle").Any(name => (string?)name.Attribute(_w + "val") == style))
            .Select(paragraph => string.Concat(paragraph.Descendants(_w + "t").Select(text => text.Value))),
    ];
}
