using System.Security.Cryptography;
using System.Text;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>A table at its place in a document.</summary>
internal sealed class PlacedTable
{
    /// <summary>Places a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="instance">Names it in the document, see <see cref="TableInstance"/>.</param>
    /// <param name="number">The number in its caption, from 1; Word counts anew when it updates fields.</param>
    public PlacedTable(Table table, string instance, int number)
    {
        (Table, Instance, Number) = (table, instance, number);
        Tag = TableTag.Of(table, instance);
    }

    public Table Table { get; }

    public string Instance { get; }

    public int Number { get; }

    public TableTag Tag { get; }

    /// <summary>The bookmark around "Tabelle 3": what cross-references in the text point to.</summary>
    public string Bookmark => $"insek_{Instance}";

    /// <summary>What follows "Tabelle 3" in the caption.</summary>
    public string CaptionEnd => Table.AsOf is { } asOf ? $": {Table.Title} ({DocumentTexts.Stand(asOf)})" : $": {Table.Title}";

    /// <summary>The whole caption, as a list of tables shows it.</summary>
    public string Caption => $"{DocumentTexts.CaptionLabel} {Number}{CaptionEnd}";

    /// <summary>A number and a GUID that differ between tables, and never between two renderings of one.</summary>
    public (int ControlId, Guid PartId) Identify()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Table.Concept}\n{Instance}"));
        return (BitConverter.ToInt32(hash, 16) & int.MaxValue, new Guid(hash.AsSpan(0, 16)));
    }
}
