using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.People.Graph;

/// <summary>Keeps the last snapshot, so that a process that starts while Graph is down knows people, and several processes ask Graph once.</summary>
internal sealed class GraphSnapshotStore(ConceptTable table)
{
    /// <summary>The last snapshot; null where none is kept, or it cannot be read.</summary>
    public async Task<GraphSnapshot?> FindAsync(CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<GraphSnapshotRow>(Tenant.Partition, GraphSnapshotRow.Key, cancellationToken: cancellationToken);
        if (!row.HasValue)
        {
            return null;
        }

        using var compressed = new MemoryStream(row.Value!.ReadData());
        await using var brotli = new BrotliStream(compressed, CompressionMode.Decompress);
        try
        {
            return await JsonSerializer.DeserializeAsync(brotli, GraphSnapshotJson.Default.GraphSnapshot, cancellationToken);
        }
        catch (Exception torn) when (torn is InvalidDataException or JsonException or InvalidOperationException)
        {
            // Of another version: Graph is asked for everything.
            return null;
        }
    }

    /// <summary>Keeps a snapshot in place of the one before. Each is whole, so the last one counts.</summary>
    /// <returns>False where it is too large for a row.</returns>
    public async Task<bool> SaveAsync(GraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await JsonSerializer.SerializeAsync(brotli, snapshot, GraphSnapshotJson.Default.GraphSnapshot, cancellationToken);
        }

        if (compressed.Length > GraphSnapshotRow.Capacity)
        {
            return false;
        }

        var client = await table.OpenAsync(cancellationToken);
        await client.UpsertEntityAsync(GraphSnapshotRow.From(compressed.ToArray()), TableUpdateMode.Replace, cancellationToken);
        return true;
    }
}

/// <summary>What Graph said last, compressed: row <c>directory_graph</c> in <c>~tenant</c>.</summary>
internal sealed class GraphSnapshotRow : ITableEntity
{
    public const string Key = "directory_graph";

    /// <summary>How much it holds, in bytes: some ten thousand people.</summary>
    public const int Capacity = Parts * PartLength;

    private const int Parts = 8;
    private const int PartLength = 64 * 1024;

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = Key;

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

    public static GraphSnapshotRow From(byte[] data)
    {
        byte[]? Part(int index) => index * PartLength < data.Length ? data[(index * PartLength)..Math.Min((index + 1) * PartLength, data.Length)] : null;
        return new GraphSnapshotRow { Data0 = Part(0), Data1 = Part(1), Data2 = Part(2), Data3 = Part(3), Data4 = Part(4), Data5 = Part(5), Data6 = Part(6), Data7 = Part(7) };
    }

    public byte[] ReadData() => [.. Data0 ?? [], .. Data1 ?? [], .. Data2 ?? [], .. Data3 ?? [], .. Data4 ?? [], .. Data5 ?? [], .. Data6 ?? [], .. Data7 ?? []];
}
