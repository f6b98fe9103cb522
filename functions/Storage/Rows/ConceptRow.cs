using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>The concept's own row, <c>concept</c>: its head, the version of all its content, and the import that is being rolled forward.</summary>
/// <remarks>Every change of content updates this row by ETag in the same transaction, so its ETag guards the whole concept.</remarks>
internal sealed class ConceptRow : ITableEntity
{
    public const string Key = "concept";

    /// <summary>What a reader needs in order to know whether a cached snapshot still holds.</summary>
    public static readonly string[] StatusColumns = [nameof(ContentVersion), nameof(ImportId), nameof(ImportNext), nameof(ImportChunks), nameof(ImportTouchedAt), nameof(ITableEntity.Timestamp)];

    private const int Parts = 13;

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = Key;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public long ContentVersion { get; set; }

    /// <summary>The version of the head alone: what If-Match is compared with when the head is written.</summary>
    public int HeadVersion { get; set; }

    /// <summary>The import that is being rolled forward; empty where none is, because a merge cannot clear a property.</summary>
    public string? ImportId { get; set; }

    /// <summary>The next chunk to write, from 0.</summary>
    public int ImportNext { get; set; }

    public int ImportChunks { get; set; }

    /// <summary>When the import last made progress; long ago means that its process died.</summary>
    public DateTimeOffset? ImportTouchedAt { get; set; }

    public string Head0 { get; set; } = "";

    public string? Head1 { get; set; }

    public string? Head2 { get; set; }

    public string? Head3 { get; set; }

    public string? Head4 { get; set; }

    public string? Head5 { get; set; }

    public string? Head6 { get; set; }

    public string? Head7 { get; set; }

    public string? Head8 { get; set; }

    public string? Head9 { get; set; }

    public string? Head10 { get; set; }

    public string? Head11 { get; set; }

    public string? Head12 { get; set; }

    public ConceptStatus ReadStatus() => new(
        ETag, ContentVersion, ImportId is { Length: > 0 } import ? new ImportProgress(import, ImportNext, ImportChunks, ImportTouchedAt ?? DateTimeOffset.MinValue) : null);

    public static ConceptRow From(Concept concept, long contentVersion, int headVersion)
    {
        var parts = new string?[Parts];
        LongText.Spread(StoredJson.Write(concept, StoredJson.Default.Concept), parts);
        return new ConceptRow
        {
            PartitionKey = concept.Id.Value,
            ContentVersion = contentVersion,
            HeadVersion = headVersion,
            ImportId = "",
            Head0 = parts[0] ?? "",
            Head1 = parts[1],
            Head2 = parts[2],
            Head3 = parts[3],
            Head4 = parts[4],
            Head5 = parts[5],
            Head6 = parts[6],
            Head7 = parts[7],
            Head8 = parts[8],
            Head9 = parts[9],
            Head10 = parts[10],
            Head11 = parts[11],
            Head12 = parts[12],
        };
    }

    public Concept ToConcept() => StoredJson.Read(
        string.Concat([Head0, Head1, Head2, Head3, Head4, Head5, Head6, Head7, Head8, Head9, Head10, Head11, Head12]),
        StoredJson.Default.Concept);
}

/// <summary>Where a concept stands, without its content.</summary>
/// <param name="ETag">Guards every write of content.</param>
/// <param name="ContentVersion">Counts every change of content.</param>
/// <param name="Import">The import that is being rolled forward.</param>
internal sealed record ConceptStatus(ETag ETag, long ContentVersion, ImportProgress? Import);

/// <summary>How far an import has come.</summary>
internal sealed record ImportProgress(string Id, int Next, int Chunks, DateTimeOffset TouchedAt);

/// <summary>Advances the concept's version, and nothing else, by a merge.</summary>
internal sealed class ConceptVersionRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = ConceptRow.Key;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public long ContentVersion { get; set; }
}

/// <summary>Records how far an import has come, and nothing else, by a merge.</summary>
internal sealed class ConceptImportRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = ConceptRow.Key;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string ImportId { get; set; } = "";

    public int ImportNext { get; set; }

    public int ImportChunks { get; set; }

    public DateTimeOffset ImportTouchedAt { get; set; }
}
