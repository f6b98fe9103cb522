using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>Says that a concept may have a reminder due then: row <c>hint-deadline_{ticks}_{concept}</c> in <c>~tenant</c>. No next row is earlier than the concept's first hint.</summary>
internal sealed class DeadlineHintRow : ITableEntity
{
    public const string Prefix = "hint-deadline_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>When it was written, by our own clock.</summary>
    public DateTimeOffset At { get; set; }

    public ConceptId ReadConcept() => new(RowKey[(RowKey.LastIndexOf('_') + 1)..]);

    public DateTimeOffset ReadDue() => new(long.Parse(RowKey.Split('_')[1], NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static DeadlineHintRow For(ConceptId concept, DateTimeOffset due, DateTimeOffset at) => new() { RowKey = $"{DueKey(due)}_{concept.Value}", At = at };

    /// <summary>Where the hints of later instants begin.</summary>
    public static string DueKey(DateTimeOffset due) => FormattableString.Invariant($"{Prefix}{due.UtcTicks:D19}");
}
