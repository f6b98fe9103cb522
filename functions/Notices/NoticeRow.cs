using System.Globalization;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;

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

    /// <summary>Tells an administrator that a round waits, because nobody belongs to its group or to the steering group.</summary>
    RoundPaused,

    /// <summary>What a person is reminded of on one day: one for each person and day, kept current.</summary>
    ReminderDigest,

    /// <summary>What an administrator reads on Monday.</summary>
    DeadlineOverview,

    /// <summary>Tells chair and administrators that a round needs them.</summary>
    RoundEscalation,

    /// <summary>Tells somebody who has not voted that the chair asks for it.</summary>
    RoundReminder,

    /// <summary>Asks a measure's owner what has become of it this quarter.</summary>
    ProgressAsked,
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

    /// <summary>Everybody who administers the tenant's concepts.</summary>
    Administrators,

    /// <summary>One conversation bound to the round's group.</summary>
    Conversation,
}

/// <summary>A notice that waits to be sent: row <c>notice_{ticks}_{id}</c> in the concept's partition, oldest first. Gone once it is shown.</summary>
internal class NoticeRow : ITableEntity
{
    public const string Prefix = "notice_";

    private const int TicksLength = 19;

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    [JsonIgnore]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonIgnore]
    public ETag ETag { get; set; }

    public string Kind { get; set; } = "";

    public string Audience { get; set; } = "";

    public string? Round { get; set; }

    public string? Item { get; set; }

    public string? Member { get; set; }

    public string? Group { get; set; }

    /// <summary>The day, week or quarter it is about, where it is about one.</summary>
    public string? Subject { get; set; }

    /// <summary>The conversation's key, for a notice to one of a group's conversations.</summary>
    public string? Conversation { get; set; }

    /// <summary>When it was last asked for: asking again for a card that waits already changes nothing else.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The notice's id: what is shown once.</summary>
    public string ReadId() => RowKey[(Prefix.Length + TicksLength + 1)..];

    /// <summary>The instant in the key: what it is about began then.</summary>
    public DateTimeOffset ReadSince() => new(long.Parse(RowKey.AsSpan(Prefix.Length, TicksLength), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static string Key(DateTimeOffset since, string id) => FormattableString.Invariant($"{Prefix}{since.UtcTicks:D19}_{id}");
}

/// <summary>How far the sending of a notice has come: the same row as <see cref="NoticeRow"/>, written by a merge that leaves alone what is null here.</summary>
internal sealed class NoticeLeaseRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>The fencing token of the sender who has it; 0 where nobody has.</summary>
    public long? LeaseToken { get; set; }

    /// <summary>Names this one lease; kept when it has been answered, so that a repeated answer is known.</summary>
    public string? Lease { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? NotBefore { get; set; }

    public int? Attempts { get; set; }

    /// <summary>Whether a sender once took it and said nothing.</summary>
    public bool? MaybeSent { get; set; }

    public static NoticeLeaseRow Of(NoticeRow notice) => new() { PartitionKey = notice.PartitionKey, RowKey = notice.RowKey };
}

/// <summary>A notice as it is read: what is asked for and how far its sending has come.</summary>
internal sealed class PendingNoticeRow : NoticeRow
{
    public long LeaseToken { get; set; }

    public string? Lease { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? NotBefore { get; set; }

    public int Attempts { get; set; }

    public bool MaybeSent { get; set; }

    /// <summary>Whether it stands for several recipients, who become one notice each.</summary>
    public bool IsForMany() => Audience is nameof(NoticeAudience.Electorate) or nameof(NoticeAudience.Voters) or nameof(NoticeAudience.Group) or nameof(NoticeAudience.Administrators);

    /// <summary>Whether it can be sent now.</summary>
    public bool IsDue(DateTimeOffset now) => !IsForMany() && !(NotBefore > now) && !IsLeased(now);

    /// <summary>Whether a sender took it and has not answered in time.</summary>
    public bool IsForgotten(DateTimeOffset now) => LeaseToken != 0 && !IsLeased(now);

    private bool IsLeased(DateTimeOffset now) => LeaseToken != 0 && LeasedUntil > now;
}
