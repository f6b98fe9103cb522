using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Notices;

/// <summary>What somebody is to see.</summary>
internal enum NoticeKind
{
    /// <summary>A round's card in the conversation of its group: posted once, then kept current.</summary>
    RoundCard,

    /// <summary>A voter's own card in the personal chat: posted once, then kept current.</summary>
    BallotCard,

    /// <summary>Tells a voter that an item was edited while the round is open.</summary>
    ItemWithdrawn,
}

/// <summary>Whom a notice is for. Several people become one notice each when it is leased.</summary>
internal enum NoticeAudience
{
    /// <summary>The conversations bound to the round's group.</summary>
    Group,

    /// <summary>One member.</summary>
    Member,

    /// <summary>Everybody who may vote in the round.</summary>
    Electorate,

    /// <summary>Everybody who has voted in the round.</summary>
    Voters,
}

/// <summary>A notice that waits to be sent: row <c>notice_{ticks}_{id}</c> in the concept's partition, oldest first. Gone once it is shown.</summary>
internal sealed class NoticeRow : ITableEntity
{
    public const string Prefix = "notice_";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Kind { get; set; } = "";

    public string Audience { get; set; } = "";

    public string? Round { get; set; }

    public string? Item { get; set; }

    public string? Member { get; set; }

    public string? Group { get; set; }

    /// <summary>When it was last asked for: asking again for a card that waits already changes nothing else.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The notice's id: what is shown once.</summary>
    public string ReadId() => RowKey[(Prefix.Length + 20)..];

    public static string Key(DateTimeOffset since, string id) => FormattableString.Invariant($"{Prefix}{since.UtcTicks:D19}_{id}");
}

/// <summary>How far the sending of a notice has come: the same row as <see cref="NoticeRow"/>, written by a merge that leaves the rest alone.</summary>
internal sealed class NoticeLeaseRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>The fencing token of the sender who has it.</summary>
    public long LeaseToken { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? NotBefore { get; set; }

    public int Attempts { get; set; }
}
