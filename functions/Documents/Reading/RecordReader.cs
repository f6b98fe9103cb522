using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>A record as a document keeps it.</summary>
/// <param name="Part">The name of its part.</param>
/// <param name="Instance">The table it belongs to.</param>
/// <param name="Address">Which table that is.</param>
/// <param name="Record">What was rendered.</param>
internal sealed record StoredRecord(string Part, string Instance, TableAddress Address, TableRecord Record);

/// <summary>Reads what <see cref="TableDataPart"/> wrote. A part that cannot be read counts as lost.</summary>
internal static class RecordReader
{
    private static readonly XNamespace _tables = TableDataPart.Namespace;

    /// <summary>The records of a document by instance; of two for one instance the first.</summary>
    public static Dictionary<string, StoredRecord> ReadAll(WordFile file)
    {
        var records = new Dictionary<string, StoredRecord>(StringComparer.Ordinal);
        foreach (var part in file.CustomParts())
        {
            if (TryRead(file, part) is { } stored)
            {
                records.TryAdd(stored.Instance, stored);
            }
        }

        return records;
    }

    private static StoredRecord? TryRead(WordFile file, string part)
    {
        try
        {
            using var xml = file.Read(part);
            return xml.MoveToContent() is XmlNodeType.Element && xml.NamespaceURI == TableDataPart.Namespace && xml.LocalName == "table" ? Read(part, XElement.Load(xml)) : null;
        }
        catch (Exception e) when (e is XmlException or FormatException or ArgumentException or InvalidDataException)
        {
            return null;
        }
    }

    private static StoredRecord Read(string part, XElement table) => new(
        part,
        Text(table, "instance"),
        new TableAddress(Text(table, "concept"), Text(table, "definition"), Text(table, "parameters")),
        new TableRecord
        {
            Hash = Text(table, "hash"),
            AsOf = (string?)table.Attribute("asOf") is { } asOf ? DateTimeOffset.Parse(asOf, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : null,
            Columns = table.Elements(_tables + "column").Any() ? table.Elements(_tables + "column").Select(column => new RecordColumn(Text(column, "key"), Text(column, "heading"))).ToValueList() : null,
            Rows = table.Elements(_tables + "row").Select(row => new RecordRow(Text(row, "key"), row.Elements(_tables + "cell").Select(Cell).ToValueList(), IsOwn(row))).ToValueList(),
        });

    private static RecordCell Cell(XElement cell) => new(
        Text(cell, "column"),
        cell.Elements(_tables + "item").Select(item => new CellItem(Text(item, "key"), int.Parse(Text(item, "revision"), CultureInfo.InvariantCulture), item.Value)).ToValueList(),
        IsOwn(cell));

    private static bool IsOwn(XElement element) => (string?)element.Attribute("own") is "1" or "true";

    private static string Text(XElement element, string name) => (string?)element.Attribute(name) ?? throw new FormatException($"'{element.Name.LocalName}' has no '{name}'.");
}
