using System.Globalization;
using System.Xml;
using Insek.Office.Domain;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Insek.Office.Functions.Rendering;

/// <summary>A whole concept as a Word file: title page, contents, list of tables, then the overview and one chapter per sector concept.</summary>
/// <remarks>Every table stands in its content control, so that the pane refreshes it as if it had been inserted there. Rows are streamed: no tree of the document is ever built, and time grows with the number of measures.</remarks>
internal static class ConceptDocx
{
    /// <summary>Writes the file.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="parameters">States and counts for all tables; sector and area do not apply.</param>
    /// <param name="target">Where to; stays open.</param>
    public static void Write(ConceptSnapshot concept, TableParameters parameters, Stream target)
    {
        var chapters = Chapters(concept, parameters);
        var tables = chapters.SelectMany(chapter => chapter.Tables).ToArray();
        var newest = tables.Max(table => table.Table.AsOf);
        var stand = newest is { } at ? DocumentTexts.Stand(at) : "";

        OpcPart[] related =
        [
            WordParts.Styles(WordStyles.WriteDocumentStyles),
            WordParts.Settings(updatesFields: true),
            WordParts.Header(concept.Concept.DisplayName, stand),
            WordParts.Footer(),
        ];
        var document = WordParts.Document(xml => WriteBody(xml, concept.Concept, stand, chapters), related, tables.Length);
        OpcPackage.WriteZip(
            WordParts.FileRoot,
            [document, .. related, .. tables.SelectMany(table => TableDataPart.For(table, table.Number)), WordParts.CoreProperties(concept.Concept.Title, newest)],
            target);
    }

    private static List<DocumentChapter> Chapters(ConceptSnapshot concept, TableParameters parameters)
    {
        var number = 0;
        var (overview, summary, measures) = (Definition("overview"), Definition("sector-summary"), Definition("sector-measures"));
        var ofAll = new TableParameters { States = parameters.States, Counts = parameters.Counts };
        var chapters = new List<DocumentChapter> { new(overview.Title, [Place(overview, ofAll)]) };
        foreach (var sector in concept.Sectors)
        {
            var ofSector = new TableParameters { States = parameters.States, Sector = sector.Key };
            chapters.Add(new DocumentChapter(sector.Name, [Place(summary, ofSector), Place(measures, ofSector)]));
        }

        return chapters;

        PlacedTable Place(TableDefinition definition, TableParameters asked)
        {
            var table = definition.Build(concept, asked);
            return new PlacedTable(table, TableInstance.Derive(table), ++number);
        }
    }

    private static TableDefinition Definition(string id) => TableDefinition.All.Single(definition => definition.Id == id);

    private static void WriteBody(XmlWriter xml, Concept concept, string stand, List<DocumentChapter> chapters)
    {
        WordText.Paragraph("Title", WordText.Run(concept.Title)).WriteTo(xml);
        WordText.Paragraph("Subtitle", WordText.Run(concept.Town)).WriteTo(xml);
        if (stand.Length > 0)
        {
            WordText.Paragraph("Subtitle", WordText.Run(stand)).WriteTo(xml);
        }

        DocumentDirectory.WriteContents(xml, [.. chapters.Select((chapter, index) => (chapter.Heading, DocumentChapter.Bookmark(index)))]);
        DocumentDirectory.WriteTables(xml, [.. chapters.SelectMany(chapter => chapter.Tables).Select(table => (table.Caption, table.Bookmark))]);

        // Bookmarks are numbered through the document: tables by their number, headings after them.
        var headingId = chapters.Sum(chapter => chapter.Tables.Count);
        foreach (var (index, chapter) in chapters.Index())
        {
            Heading(chapter, index, ++headingId).WriteTo(xml);
            foreach (var table in chapter.Tables)
            {
                WordTable.Write(xml, table, bookmarkId: table.Number);
            }
        }

        WordParts.Page(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = WordParts.HeaderId },
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = WordParts.FooterId }).WriteTo(xml);
    }

    private static W.Paragraph Heading(DocumentChapter chapter, int index, int bookmarkId)
    {
        var id = bookmarkId.ToString(CultureInfo.InvariantCulture);
        return WordText.Paragraph(
            "Heading1",
            new W.BookmarkStart { Id = id, Name = DocumentChapter.Bookmark(index) },
            WordText.Run(chapter.Heading),
            new W.BookmarkEnd { Id = id });
    }

    private sealed record DocumentChapter(string Heading, IReadOnlyList<PlacedTable> Tables)
    {
        // Word's own pattern for headings that a table of contents points to.
        public static string Bookmark(int index) => string.Create(CultureInfo.InvariantCulture, $"_Toc{100000001 + index}");
    }
}
