using System.Globalization;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>One revision of a goal or measure, never changed again: row <c>revision_{item}_{nnnn}</c>.</summary>
internal sealed class RevisionRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    [JsonIgnore]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonIgnore]
    public ETag ETag { get; set; }

    public string ItemKind { get; set; } = "";

    public int Revision { get; set; }

    public string Change { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string By { get; set; } = "";

    public string? Reason { get; set; }

    /// <summary>What caused it, for example "import:…"; null where somebody edited.</summary>
    public string? Cause { get; set; }

    public string Content0 { get; set; } = "";

    public string? Content1 { get; set; }

    public string? Content2 { get; set; }

    public string? Content3 { get; set; }

    public string? Content4 { get; set; }

    public string? Content5 { get; set; }

    public string? Content6 { get; set; }

    public string ReadContent() => Content1 is null ? Content0 : string.Concat([Content0, Content1, Content2, Content3, Content4, Content5, Content6]);

    /// <summary>Sorts by number: no item has 10,000 revisions.</summary>
    public static string Key(ItemId item, int revision) => Prefix(item) + revision.ToString("D4", CultureInfo.InvariantCulture);

    public static string Prefix(ItemId item) => $"revision_{item.Value}_";

    /// <summary>The revision that <paramref name="change"/> began, with the content that <paramref name="item"/> now has.</summary>
    public static RevisionRow From(ItemRow item, Change change, string? cause) => new()
    {
        PartitionKey = item.PartitionKey,
        RowKey = Key(change.Item, change.Revision),
        ItemKind = change.ItemKind.ToString(),
        Revision = change.Revision,
        Change = change.Kind.ToString(),
        At = change.At,
        By = change.By.Value,
        Reason = change.Reason,
        Cause = cause,
        Content0 = item.Content0,
        Content1 = item.Content1,
        Content2 = item.Content2,
        Content3 = item.Content3,
        Content4 = item.Content4,
        Content5 = item.Content5,
        Content6 = item.Content6,
    };
}

/// <summary>One entry of the log, never changed again: row <c>log_{ticks}_{operation}</c>, oldest first.</summary>
internal sealed class LogRow : ITableEntity
{
    public const string Prefix = "log_";

    /// <summary>Sorts right behind every row of <see cref="Prefix"/>: '`' follows '_'.</summary>
    public const string End = "log`";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    [JsonIgnore]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonIgnore]
    public ETag ETag { get; set; }

    public string Kind { get; set; } = "";

    public string? ItemKind { get; set; }

    public string? Item { get; set; }

    public int? Revision { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string By { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string? Reason { get; set; }

    public string? Cause { get; set; }

    /// <summary>The approval round it concerns.</summary>
    public string? Round { get; set; }

    /// <summary>The deadline it concerns.</summary>
    public string? Deadline { get; set; }

    /// <summary>The member it concerns, where that is not the acting one: whose ballot was cast, who joined or left an electorate.</summary>
    public string? For { get; set; }

    /// <summary>The version it led to, of a round or a ballot.</summary>
    public int? Version { get; set; }

    public static string Key(DateTimeOffset at, string operation) => FormattableString.Invariant($"{Prefix}{at.UtcTicks:D19}_{operation}");

    public static LogRow Of(ConceptId concept, Change change, string key, string? cause) => new()
    {
        PartitionKey = concept.Value,
        RowKey = key,
        Kind = change.Kind.ToString(),
        ItemKind = change.ItemKind.ToString(),
        Item = change.Item.Value,
        Revision = change.Revision,
        From = change.From?.ToString(),
        To = change.To.ToString(),
        By = change.By.Value,
        At = change.At,
        Reason = change.Reason,
        Cause = cause,
    };
}
