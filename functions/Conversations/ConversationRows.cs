using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Conversations;

/// <summary>Ids of conversations hold characters that a row key may not have; a digest of the id stands for it.</summary>
internal static class ConversationKey
{
    private const int Length = 22;
    private const string Thread = ";messageid=";

    /// <summary>The key of a conversation: 22 characters, 132 bits of the SHA-256 of its id.</summary>
    public static string Of(string conversation) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(WithoutThread(conversation))))[..Length];

    /// <summary>The conversation's id without the part that names a thread in it.</summary>
    public static string WithoutThread(string conversation) =>
        conversation.IndexOf(Thread, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? conversation[..at] : conversation;
}

/// <summary>A conversation in which the bot can speak: row <c>conversation_{key}</c> in <c>~tenant</c>.</summary>
/// <remarks>Written by merge without an entity tag: what an activity does not say stays as an earlier one said it, and activities at the same time do not get in each other's way.</remarks>
internal sealed class ConversationRow : ITableEntity
{
    public const string Prefix = "conversation_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Id { get; set; }

    public string? Kind { get; set; }

    public string? Member { get; set; }

    public string? TeamsUser { get; set; }

    public string? Team { get; set; }

    public string? Name { get; set; }

    public string? ServiceUrl { get; set; }

    public string? TenantId { get; set; }

    public string? Bot { get; set; }

    /// <summary>Why it stopped working; empty while it works, because a merge cannot clear a property.</summary>
    public string? Failure { get; set; }

    public DateTimeOffset? FailedAt { get; set; }

    public static string KeyOf(string key) => Prefix + key;
}

/// <summary>Where a member is reached alone: row <c>personal_{member}</c> in <c>~tenant</c>, pointing to a conversation's key.</summary>
internal sealed class PersonalRow : ITableEntity
{
    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Conversation { get; set; } = "";

    public static string KeyOf(MemberId member) => $"personal_{member}";
}

/// <summary>Which group's rounds a conversation shows: row <c>binding_{key}</c> in <c>~tenant</c>. Group and concept are empty where somebody has ended a binding, so that one from the directory does not come back.</summary>
internal sealed class BindingRow : ITableEntity
{
    public const string Prefix = "binding_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Conversation { get; set; } = "";

    public string Concept { get; set; } = "";

    public string Group { get; set; } = "";

    public string By { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public bool IsBound() => Group.Length > 0;

    public static string KeyOf(string key) => Prefix + key;

    public Binding ToBinding() => new(Conversation, new ConceptId(Concept), new GroupId(Group));
}
