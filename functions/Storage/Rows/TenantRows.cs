using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>What belongs to no concept lies in partition <c>~tenant</c>; no concept id begins with a tilde.</summary>
internal static class Tenant
{
    public const string Partition = "~tenant";
}

/// <summary>Says that a concept may exist: row <c>concept_{id}</c>. Written before the concept itself, so it can point to nothing, but nothing exists without it.</summary>
internal sealed class ConceptIndexRow : ITableEntity
{
    public const string Prefix = "concept_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public ConceptId ReadConcept() => new(RowKey[Prefix.Length..]);

    public static ConceptIndexRow For(ConceptId concept) => new() { RowKey = Prefix + concept.Value };
}

/// <summary>Says that an import may need to be rolled forward: row <c>hint-import_{concept}</c>. Written before the import starts, removed after it ended.</summary>
internal sealed class ImportHintRow : ITableEntity
{
    public const string Prefix = "hint-import_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public ConceptId ReadConcept() => new(RowKey[Prefix.Length..]);

    public static ImportHintRow For(ConceptId concept) => new() { RowKey = Prefix + concept.Value };
}
