using Azure;
using Azure.Data.Tables;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Notices;

/// <summary>Says that a partition, a concept's or <c>~tenant</c>, may have something: row <c>{prefix}{partition}</c> in <c>~tenant</c>. It can point to nothing; a lost one is found by the sweep.</summary>
internal sealed class HintRow : ITableEntity
{
    /// <summary>Notices that wait to be sent.</summary>
    public const string NoticePrefix = "hint-notice_";

    /// <summary>Notices that could not be delivered.</summary>
    public const string FailedPrefix = "hint-failed_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The concept's id, or <see cref="Tenant.Partition"/>.</summary>
    public string ReadPartition() => RowKey[(RowKey.IndexOf('_', StringComparison.Ordinal) + 1)..];

    public static HintRow For(string prefix, string partition, DateTimeOffset at) => new() { RowKey = prefix + partition, At = at };
}
