using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Documents;

/// <summary>A registered document: row <c>document_{id}</c> in partition <c>~tenant</c>, because a document may show several concepts. The id is a digest of name and link.</summary>
internal sealed class DocumentRow : ITableEntity
{
    public const string Prefix = "document_";

    private const int Parts = 12;

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Name { get; set; } = "";

    public string? Link { get; set; }

    public int Version { get; set; }

    public string By { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string Tables0 { get; set; } = "";

    public string? Tables1 { get; set; }

    public string? Tables2 { get; set; }

    public string? Tables3 { get; set; }

    public string? Tables4 { get; set; }

    public string? Tables5 { get; set; }

    public string? Tables6 { get; set; }

    public string? Tables7 { get; set; }

    public string? Tables8 { get; set; }

    public string? Tables9 { get; set; }

    public string? Tables10 { get; set; }

    public string? Tables11 { get; set; }

    public string ReadId() => RowKey[Prefix.Length..];

    /// <summary>The id of a document: 24 hex digits.</summary>
    public static string IdOf(string name, string? link) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{link}")).AsSpan(0, 12));

    /// <summary>The row; null where the tables are too many for one.</summary>
    public static DocumentRow? From(RegisterDocument document, string by, DateTimeOffset at, int version)
    {
        var text = JsonSerializer.Serialize(document, ContractsJson.Default.RegisterDocument);
        if (text.Length > Parts * LongText.PropertyLength)
        {
            return null;
        }

        var parts = new string?[Parts];
        LongText.Spread(text, parts);
        return new DocumentRow
        {
            RowKey = Prefix + IdOf(document.Name, document.Link),
            Name = document.Name,
            Link = document.Link,
            Version = version,
            By = by,
            At = at,
            Tables0 = parts[0] ?? "",
            Tables1 = parts[1],
            Tables2 = parts[2],
            Tables3 = parts[3],
            Tables4 = parts[4],
            Tables5 = parts[5],
            Tables6 = parts[6],
            Tables7 = parts[7],
            Tables8 = parts[8],
            Tables9 = parts[9],
            Tables10 = parts[10],
            Tables11 = parts[11],
        };
    }

    public IReadOnlyList<RegisteredTable> ReadTables() => JsonSerializer.Deserialize(
        string.Concat([Tables0, Tables1, Tables2, Tables3, Tables4, Tables5, Tables6, Tables7, Tables8, Tables9, Tables10, Tables11]),
        ContractsJson.Default.RegisterDocument)!.Tables;
}
