using Insek.Office.Benchmarks.Data;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Benchmarks.Documents;

/// <summary>A .docx that shows a concept as it was, one table for each of 100 sector concepts; and the concept as it is now.</summary>
internal sealed class GeneratedDraft
{
    public const int Tables = 100;

    private static readonly TableDefinition _definition = TableDefinition.All.First(definition => definition.Id == "sector-measures");

    /// <summary>Makes both.</summary>
    /// <param name="rows">How many rows in all: a goal with one measure each. Every tenth goal and every tenth measure reads differently now, in every table.</param>
    public GeneratedDraft(int rows)
    {
        var document = WithRealTitles(GeneratedTown.Document("musterstadt", rows, Tables, perGoal: 1));
        File = Write(GeneratedTown.Snapshot(document));
        Now = GeneratedTown.Snapshot(document with
        {
            Goals = [.. (document.Goals ?? []).Select((goal, index) => index / Tables % 10 == 3 ? goal with { Title = $"{goal.Title} und sichern" } : goal)],
            Measures = [.. (document.Measures ?? []).Select((measure, index) => index / Tables % 10 == 7 ? measure with { Title = $"Zuerst: {measure.Title}" } : measure)],
        });
        Changes = rows / 10 * 2;
    }

    /// <summary>The file.</summary>
    public byte[] File { get; }

    /// <summary>The concept as it is now.</summary>
    public ConceptSnapshot Now { get; }

    /// <summary>How many items read differently.</summary>
    public int Changes { get; }

    /// <summary>A table as a concept has it.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="sector">The sector concept, from 0.</param>
    public static Table Table(ConceptSnapshot concept, int sector) =>
        _definition.Build(concept, new TableParameters { Sector = new SectorKey(GeneratedTown.Sector(sector)) });

    /// <summary>The name of a table in the document.</summary>
    public static string Instance(int sector) => FormattableString.Invariant($"bench{sector:000}");

    // One after the other down each table, so that as many rows as a packer looks back repeat none of them.
    private static ConceptDocument WithRealTitles(ConceptDocument document)
    {
        var titles = TorgauTexts.Titles;
        return document with
        {
            Goals = [.. (document.Goals ?? []).Select((goal, index) => goal with { Title = TitleOf(index, 0) })],
            Measures = [.. (document.Measures ?? []).Select((measure, index) => measure with { Title = TitleOf(index, 1) })],
        };

        string TitleOf(int index, int which) => titles[((index % Tables) + (2 * (index / Tables)) + which) % titles.Count];
    }

    private static byte[] Write(ConceptSnapshot concept)
    {
        var tables = Enumerable.Range(0, Tables).Select(sector => new PlacedTable(Table(concept, sector), Instance(sector), sector + 1)).ToArray();
        OpcPart[] related = [WordParts.Styles(WordStyles.WriteDocumentStyles), WordParts.Settings(updatesFields: false)];
        var document = WordParts.Document(
            xml =>
            {
                foreach (var table in tables)
                {
                    WordTable.Write(xml, table, bookmarkId: table.Number);
                }

                WordParts.Page().WriteTo(xml);
            },
            related,
            tables.Length);
        using var file = new MemoryStream();
        OpcPackage.WriteZip(WordParts.FileRoot, [document, .. related, .. tables.SelectMany(table => TableDataPart.For(table, table.Number)), WordParts.CoreProperties("Entwurf", null)], file);
        return file.ToArray();
    }
}
