using System.Globalization;
using System.Xml;
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
    private const int BatchSize = 16;
    private const int LargestInMemory = 1024 * 1024;

    /// <summary>The records of a document by instance; of two for one instance the first.</summary>
    public static Dictionary<string, StoredRecord> ReadAll(WordFile file)
    {
        var records = new Dictionary<string, StoredRecord>(StringComparer.Ordinal);
        foreach (var batch in file.CustomParts().Chunk(BatchSize))
        {
            // A package is unpacked by one at a time; reading what was unpacked is most of the work. What is larger than a record can be is read as it is unpacked.
            var contents = Array.ConvertAll(batch, part => file.ReadWhole(part, LargestInMemory));
            var read = ParallelEnumerable.Range(0, batch.Length).AsOrdered()
                .Select(index => contents[index] is { } content ? TryRead(batch[index], () => XmlReader.Create(new MemoryStream(content, writable: false), WordXml.Reading)) : null)
                .ToArray();
            foreach (var i in Enumerable.Range(0, batch.Length))
            {
                if ((contents[i] is null ? TryRead(batch[i], () => file.Read(batch[i])) : read[i]) is { } stored)
                {
                    records.TryAdd(stored.Instance, stored);
                }
            }
        }

        return records;
    }

    private static StoredRecord? TryRead(string part, Func<XmlReader> open)
    {
        try
        {
            using var xml = open();
            return xml.MoveToContent() is XmlNodeType.Element && xml.NamespaceURI == TableDataPart.Namespace && xml.LocalName == "table" ? Read(part, xml) : null;
        }
        catch (Exception e) when (e is XmlException or FormatException or ArgumentException or InvalidDataException)
        {
            return null;
        }
    }

    private static StoredRecord Read(string part, XmlReader xml)
    {
        var (instance, address, hash) = (Text(xml, "instance"), new TableAddress(Text(xml, "concept"), Text(xml, "definition"), Text(xml, "parameters")), Text(xml, "hash"));
        DateTimeOffset? asOf = xml.GetAttribute("asOf") is { } stand ? DateTimeOffset.Parse(stand, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : null;
        var (columns, rows, row) = (new List<RecordColumn>(), new List<RecordRow>(), new RowReader(xml));
        foreach (var name in xml.Children(TableDataPart.Namespace))
        {
            switch (name)
            {
                case "column":
                    columns.Add(new RecordColumn(Text(xml, "key"), Text(xml, "heading")));
                    break;
                case "row":
                    rows.Add(row.Read());
                    break;
            }
        }

        return new StoredRecord(part, instance, address, new TableRecord { Hash = hash, AsOf = asOf, Columns = columns.Count == 0 ? null : [.. columns], Rows = [.. rows] });
    }

    private static bool IsOwn(XmlReader xml) => xml.GetAttribute("own") is "1" or "true";

    private static string Text(XmlReader xml, string name) => xml.GetAttribute(name) ?? throw new FormatException($"'{xml.LocalName}' has no '{name}'.");

    /// <summary>Reads one row after the other; what is needed for each is made once.</summary>
    private sealed class RowReader(XmlReader xml)
    {
        private readonly List<RecordCell> _cells = [];
        private readonly List<CellItem> _items = [];

        public RecordRow Read()
        {
            var (key, isOwn) = (Text(xml, "key"), IsOwn(xml));
            _cells.Clear();
            foreach (var name in xml.Children(TableDataPart.Namespace))
            {
                if (name == "cell")
                {
                    _cells.Add(ReadCell());
                }
            }

            return new RecordRow(key, [.. _cells], isOwn);
        }

        private RecordCell ReadCell()
        {
            // A table has few columns; each row names them again.
            var (column, isOwn) = (xml.NameTable.Add(Text(xml, "column")), IsOwn(xml));
            _items.Clear();
            foreach (var name in xml.Children(TableDataPart.Namespace))
            {
                if (name == "item")
                {
                    _items.Add(new CellItem(Text(xml, "key"), int.Parse(Text(xml, "revision"), CultureInfo.InvariantCulture), xml.ReadText()));
                }
            }

            return new RecordCell(column, [.. _items], isOwn);
        }
    }
}
