using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>A table as flat OPC, for Word's insertOoxml: the control of <see cref="WordTable"/>, its styles and its data, and nothing else in the body.</summary>
internal static class TableOoxml
{
    public const string MediaType = "application/xml; charset=utf-8";

    /// <summary>Writes the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="instance">Names it in the document, see <see cref="TableInstance"/>.</param>
    /// <param name="target">Where to; stays open.</param>
    /// <exception cref="ArgumentException"><paramref name="instance"/> is not valid.</exception>
    public static void Write(Table table, string instance, Stream target)
    {
        // Nobody here knows which number the table gets: Word counts when it updates the fields.
        var placed = new PlacedTable(table, instance, number: 1);
        var styles = WordParts.Styles(WordStyles.WriteTableStyles);
        var document = WordParts.Document(xml => WordTable.Write(xml, placed, bookmarkId: 1), [styles], tables: 1);
        OpcPackage.WriteFlat(WordParts.DocumentRoot, [document, styles, .. TableDataPart.For(placed, 1)], target);
    }
}
