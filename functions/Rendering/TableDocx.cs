using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>A table as a Word file of its own.</summary>
internal static class TableDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes the file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="instance">Names it in the document, see <see cref="TableInstance"/>.</param>
    /// <param name="target">Where to; stays open.</param>
    /// <exception cref="ArgumentException"><paramref name="instance"/> is not valid.</exception>
    public static void Write(Table table, string instance, Stream target)
    {
        var placed = new PlacedTable(table, instance, number: 1);
        OpcPart[] related = [WordParts.Styles(WordStyles.WriteDocumentStyles), WordParts.Settings(updatesFields: false)];
        var document = WordParts.Document(
            xml =>
            {
                WordTable.Write(xml, placed, bookmarkId: 1);
                WordParts.Page().WriteTo(xml);
            },
            related,
            tables: 1);
        OpcPackage.WriteZip(
            WordParts.FileRoot,
            [document, .. related, .. TableDataPart.For(placed, 1), WordParts.CoreProperties(table.Title, table.AsOf)],
            target);
    }
}
