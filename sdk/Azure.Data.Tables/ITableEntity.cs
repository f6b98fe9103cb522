namespace Azure.Data.Tables;

/// <summary>What every stored entity has: its two keys, and the version the service gave it.</summary>
public interface ITableEntity
{
    /// <summary>Names the partition; at most 512 characters.</summary>
    string PartitionKey { get; set; }

    /// <summary>Names the entity within its partition; at most 512 characters.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the entity, in UTC; never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version that was read; never sent as a property.</summary>
    ETag ETag { get; set; }
}
