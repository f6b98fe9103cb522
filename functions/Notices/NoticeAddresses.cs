using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Conversations;

namespace Insek.Office.Functions.Notices;

/// <summary>Finds the conversation in which a notice appears.</summary>
internal sealed class NoticeAddresses(ConversationStore conversations)
{
    /// <summary>Where the notice goes, or why it can go nowhere.</summary>
    public async Task<NoticeAddress> FindAsync(NoticeRow notice, CancellationToken cancellationToken)
    {
        if (notice.Audience == nameof(NoticeAudience.Conversation))
        {
            return await conversations.FindByKeyAsync(notice.Conversation ?? "", cancellationToken) is { } bound
                ? new NoticeAddress(bound, bound.Failure)
                : new NoticeAddress(null, FailureReasons.ConversationRemoved);
        }

        // The bot can begin a conversation with a member, so an unknown one is no failure; one that has failed would fail again.
        return notice.Member is { } member && await conversations.FindPersonalAsync(new MemberId(member), cancellationToken) is { } personal
            ? new NoticeAddress(personal, personal.Failure)
            : new NoticeAddress(null, null);
    }
}

/// <summary>Where a notice goes.</summary>
/// <param name="Conversation">The conversation; null where none is known.</param>
/// <param name="Failure">Why it cannot go there; null where it can.</param>
internal sealed record NoticeAddress(ConversationDocument? Conversation, string? Failure);

/// <summary>Why a notice was given up without asking the channel. Stable and machine-readable, because clients localise them; everything else is the channel's own word.</summary>
internal static class FailureReasons
{
    /// <summary>No conversation is bound to the group.</summary>
    public const string NoBinding = "no-binding";

    /// <summary>The bot was removed from the conversation bound to the group, or has never been in it.</summary>
    public const string ConversationRemoved = "conversation-removed";

    /// <summary>This version of the functions does not know the kind of notice; a newer one wrote it, and can send it again.</summary>
    public const string UnknownKind = "unknown-kind";
}
