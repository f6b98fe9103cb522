using Azure;
using Azure.Data.Tables;

namespace Insek.Office.Functions.Notices;

/// <summary>What became of a notice: row <c>delivery_{id}</c> in the concept's partition, kept for good. Where it could not be delivered, row <c>failed_{id}</c> holds the same and is the list of what failed.</summary>
internal sealed class DeliveryRow : ITableEntity
{
    public const string FailedPrefix = "failed_";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>The key of the notice's own row, under which it is asked for again.</summary>
    public string Notice { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Audience { get; set; } = "";

    public string? Round { get; set; }

    public string? Item { get; set; }

    public string? Member { get; set; }

    public string? Group { get; set; }

    public string? Subject { get; set; }

    /// <summary>The key of the conversation it is for, where it is for one of a group's.</summary>
    public string? ConversationKey { get; set; }

    /// <summary>The id of the conversation that shows it.</summary>
    public string? Conversation { get; set; }

    /// <summary>The activity that shows it.</summary>
    public string? ActivityId { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? FailedAt { get; set; }

    public string? Reason { get; set; }

    public static string Key(string id) => $"delivery_{id}";

    public static string FailedKey(string id) => FailedPrefix + id;

    /// <summary>What the notice was about, and where it was shown so far.</summary>
    public static DeliveryRow Of(NoticeRow notice, DeliveryRow? before) => new()
    {
        PartitionKey = notice.PartitionKey,
        RowKey = Key(notice.ReadId()),
        ETag = before?.ETag ?? default,
        Notice = notice.RowKey,
        Kind = notice.Kind,
        Audience = notice.Audience,
        Round = notice.Round,
        Item = notice.Item,
        Member = notice.Member,
        Group = notice.Group,
        Subject = notice.Subject,
        ConversationKey = notice.Conversation,
        Conversation = before?.Conversation,
        ActivityId = before?.ActivityId,
        SentAt = before?.SentAt,
    };

    /// <summary>The notice as it is asked for again.</summary>
    public NoticeRow ToNotice(DateTimeOffset at) => new()
    {
        PartitionKey = PartitionKey,
        RowKey = Notice,
        Kind = Kind,
        Audience = Audience,
        Round = Round,
        Item = Item,
        Member = Member,
        Group = Group,
        Subject = Subject,
        Conversation = ConversationKey,
        AskedAt = at,
    };

    /// <summary>The same under another key.</summary>
    public DeliveryRow As(string key)
    {
        var copy = (DeliveryRow)MemberwiseClone();
        copy.RowKey = key;
        copy.ETag = default;
        return copy;
    }
}
