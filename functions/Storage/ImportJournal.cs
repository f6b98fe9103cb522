using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;

namespace Insek.Office.Functions.Storage;

/// <summary>Keeps what an import is going to write and what it overwrites, so that it can be rolled forward after a kill and readers see the version before it meanwhile.</summary>
internal sealed class ImportJournal(ConceptTable table)
{
    /// <summary>Writes the journal. Until the concept row names it, it means nothing.</summary>
    public async Task SaveAsync(ConceptId concept, JournaledImport import, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await JsonSerializer.SerializeAsync(brotli, import, JournalJson.Default.JournaledImport, cancellationToken);
        }

        var data = compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
        for (var number = 0; number * JournalRow.Capacity < data.Length; number++)
        {
            var start = number * JournalRow.Capacity;
            var piece = data.Slice(start, Math.Min(JournalRow.Capacity, data.Length - start));
            await client.UpsertEntityAsync(JournalRow.From(concept.Value, import.Id, number, piece), TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <summary>The journal of a running import; null where it has been cleared away meanwhile.</summary>
    public async Task<JournaledImport?> FindAsync(ConceptId concept, string import, CancellationToken cancellationToken)
    {
        using var compressed = new MemoryStream();
        await foreach (var row in table.ByPrefixAsync<JournalRow>(concept.Value, JournalRow.KeyPrefix(import), cancellationToken: cancellationToken))
        {
            row.CopyTo(compressed);
        }

        if (compressed.Length == 0)
        {
            return null;
        }

        compressed.Position = 0;
        await using var brotli = new BrotliStream(compressed, CompressionMode.Decompress);
        try
        {
            return await JsonSerializer.DeserializeAsync(brotli, JournalJson.Default.JournaledImport, cancellationToken);
        }
        catch (Exception torn) when (torn is InvalidDataException or JsonException or InvalidOperationException)
        {
            // Read while it was being cleared away, which is done only after the import has ended.
            return null;
        }
    }

    /// <summary>Removes the journal of an import that has ended or will never start.</summary>
    public async Task RemoveAsync(ConceptId concept, string import, CancellationToken cancellationToken) =>
        await RemoveAsync(concept, JournalRow.KeyPrefix(import), _ => true, cancellationToken);

    /// <summary>Removes journals left behind by processes that died before or after their import; none that <paramref name="running"/> needs, none younger than <paramref name="before"/>.</summary>
    public async Task SweepAsync(ConceptId concept, string? running, DateTimeOffset before, CancellationToken cancellationToken) =>
        await RemoveAsync(concept, JournalRow.Prefix, row => JournalRow.ImportOf(row.RowKey) != running && row.Timestamp < before, cancellationToken);

    private async Task RemoveAsync(ConceptId concept, string prefix, Func<JournalRow, bool> isDoomed, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        await foreach (var row in table.ByPrefixAsync<JournalRow>(concept.Value, prefix, JournalRow.KeyColumns, cancellationToken))
        {
            if (isDoomed(row))
            {
                await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
            }
        }
    }
}

/// <summary>An import as its journal keeps it.</summary>
internal sealed record JournaledImport
{
    /// <summary>Its id, without underscores.</summary>
    public required string Id { get; init; }

    /// <summary>The head as it will be; null where it stays.</summary>
    public Concept? Head { get; init; }

    /// <summary>What is written, one transaction each.</summary>
    public required IReadOnlyList<JournalChunk> Chunks { get; init; }

    /// <summary>Rows as they were before.</summary>
    public required JournalChunk Before { get; init; }

    /// <summary>Row keys that did not exist before.</summary>
    public required IReadOnlyList<string> Created { get; init; }

    /// <summary>Gives rows back as they were before the import, however far it has come.</summary>
    public void Undo(Dictionary<string, ItemRow> goals, Dictionary<string, ItemRow> measures, Dictionary<string, PartRow> sectors, Dictionary<string, PartRow> areas)
    {
        foreach (var key in Created)
        {
            _ = goals.Remove(key) || measures.Remove(key) || sectors.Remove(key) || areas.Remove(key);
        }

        foreach (var row in Before.Items)
        {
            (row.RowKey.StartsWith(ItemRow.GoalPrefix, StringComparison.Ordinal) ? goals : measures)[row.RowKey] = row;
        }

        foreach (var row in Before.Parts)
        {
            (row.RowKey.StartsWith(PartRow.SectorPrefix, StringComparison.Ordinal) ? sectors : areas)[row.RowKey] = row;
        }
    }
}

/// <summary>Rows of one transaction.</summary>
internal sealed record JournalChunk
{
    public List<ItemRow> Items { get; init; } = [];

    public List<PartRow> Parts { get; init; } = [];

    public List<RevisionRow> Revisions { get; init; } = [];

    public List<LogRow> Log { get; init; } = [];

    /// <summary>What rounds are told about items that the import takes away from them.</summary>
    public List<NoticeRow> Notices { get; init; } = [];

    /// <summary>What measures and steps say about their deadlines.</summary>
    public List<DeadlineSourceRow> Deadlines { get; init; } = [];

    /// <summary>One for each of them.</summary>
    public List<DeadlineTouchRow> Touches { get; init; } = [];

    [JsonIgnore]
    public int Count => Items.Count + Parts.Count + Revisions.Count + Log.Count + Notices.Count + Deadlines.Count + Touches.Count;

    [JsonIgnore]
    public IEnumerable<ITableEntity> Rows => [.. Items, .. Parts, .. Revisions, .. Log, .. Notices, .. Deadlines, .. Touches];

    public void AddRange(IEnumerable<ITableEntity> rows)
    {
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    public void Add(ITableEntity row)
    {
        switch (row)
        {
            case ItemRow item:
                Items.Add(item);
                break;
            case PartRow part:
                Parts.Add(part);
                break;
            case RevisionRow revision:
                Revisions.Add(revision);
                break;
            case NoticeRow notice:
                Notices.Add(notice);
                break;
            case DeadlineSourceRow deadline:
                Deadlines.Add(deadline);
                break;
            case DeadlineTouchRow touch:
                Touches.Add(touch);
                break;
            default:
                Log.Add((LogRow)row);
                break;
        }
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = [typeof(StoredConceptHead)])]
[JsonSerializable(typeof(JournaledImport))]
internal sealed partial class JournalJson : JsonSerializerContext;

/// <summary>The concept's head in its stored form.</summary>
internal sealed class StoredConceptHead : JsonConverter<Concept>
{
    public override Concept? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize(ref reader, StoredJson.Default.Concept);

    public override void Write(Utf8JsonWriter writer, Concept value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, StoredJson.Default.Concept);
}
