using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Insek.Office.Sdk.Tests.Tables;

public enum Colour
{
    Red,
    Green,
    Blue,
}

[Flags]
public enum Facets
{
    None = 0,
    North = 1,
    South = 2,
}

/// <summary>Every type a property can have, each as it is and nullable.</summary>
public sealed class Everything : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public bool Truth { get; set; }

    public bool? MaybeTruth { get; set; }

    public int Number { get; set; }

    public int? MaybeNumber { get; set; }

    public long Large { get; set; }

    public long? MaybeLarge { get; set; }

    public double Real { get; set; }

    public double? MaybeReal { get; set; }

    public Guid Id { get; set; }

    public Guid? MaybeId { get; set; }

    // The service begins in 1601, .NET's default lies before it.
    public DateTime Day { get; set; } = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public DateTime? MaybeDay { get; set; }

    public DateTimeOffset Instant { get; set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? MaybeInstant { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public Colour Colour { get; set; }

    public Colour? MaybeColour { get; set; }

    public Facets Facets { get; set; }
}

/// <summary>A small entity for tests that are about something else.</summary>
internal sealed class Note : ITableEntity
{
    public string PartitionKey { get; set; } = "p";

    public string RowKey { get; set; } = "r";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public int? Number { get; set; }
}

/// <summary>Other names, left-out properties, a computed one, one that can only be set at the start.</summary>
internal sealed class Renamed : ITableEntity
{
    public string PartitionKey { get; set; } = "p";

    public string RowKey { get; set; } = "r";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    [DataMember(Name = "OtherName")]
    public string? Name { get; set; }

    [IgnoreDataMember]
    public List<string> Ignored { get; set; } = [];

    public string Computed => $"from {Name}";

    public required int Fixed { get; init; }
}
