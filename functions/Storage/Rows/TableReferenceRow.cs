using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>What the short id in a Word tag stands for: row <c>table_{id}</c>. The id is a digest of the rest, so writing it again changes nothing.</summary>
internal sealed class TableReferenceRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Definition { get; set; } = "";

    public string Parameters { get; set; } = "";

    public static string Key(string id) => $"table_{id}";

    public static TableReferenceRow For(ConceptId concept, string id, string definition, string parameters) => new()
    {
        PartitionKey = concept.Value,
        RowKey = Key(id),
        Definition = definition,
        Parameters = parameters,
    };
}
