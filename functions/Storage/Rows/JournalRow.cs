using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Insek.Office.Functions.Storage;

/// <summary>A piece of an import's journal: row <c>import_{id}_{nnnn}</c>, up to 704 KiB of compressed JSON.</summary>
internal sealed class JournalRow : ITableEntity
{
    public const string Prefix = "import_";

    /// <summary>Eleven properties of 64 KiB stay below the entity's limit of 1 MiB even for the emulator, which counts their base64.</summary>
    public const int Capacity = Parts * PartLength;

    /// <summary>What is needed to decide whether a row may go.</summary>
    public static readonly string[] KeyColumns = [nameof(PartitionKey), nameof(RowKey), nameof(Timestamp)];

    private const int Parts = 11;
    private const int PartLength = 64 * 1024;

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public byte[]? Data0 { get; set; }

    public byte[]? Data1 { get; set; }

    public byte[]? Data2 { get; set; }

    public byte[]? Data3 { get; set; }

    public byte[]? Data4 { get; set; }

    public byte[]? Data5 { get; set; }

    public byte[]? Data6 { get; set; }

    public byte[]? Data7 { get; set; }

    public byte[]? Data8 { get; set; }

    public byte[]? Data9 { get; set; }

    public byte[]? Data10 { get; set; }

    public static string KeyPrefix(string import) => $"{Prefix}{import}_";

    /// <summary>The import that a journal row's key names.</summary>
    public static string ImportOf(string rowKey) => rowKey[Prefix.Length..rowKey.LastIndexOf('_')];

    public static JournalRow From(string partition, string import, int number, ReadOnlyMemory<byte> data)
    {
        byte[]? Part(int index) => index * PartLength < data.Length
            ? data.Slice(index * PartLength, Math.Min(PartLength, data.Length - (index * PartLength))).ToArray()
            : null;
        return new JournalRow
        {
            PartitionKey = partition,
            RowKey = KeyPrefix(import) + number.ToString("D4", CultureInfo.InvariantCulture),
            Data0 = Part(0),
            Data1 = Part(1),
            Data2 = Part(2),
            Data3 = Part(3),
            Data4 = Part(4),
            Data5 = Part(5),
            Data6 = Part(6),
            Data7 = Part(7),
            Data8 = Part(8),
            Data9 = Part(9),
            Data10 = Part(10),
        };
    }

    public void CopyTo(Stream target)
    {
        foreach (var part in new[] { Data0, Data1, Data2, Data3, Data4, Data5, Data6, Data7, Data8, Data9, Data10 })
        {
            target.Write(part);
        }
    }
}
