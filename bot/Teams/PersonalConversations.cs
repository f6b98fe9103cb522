using Insek.Office.Bot.Notices;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>The chat with a person: the one that is known, or one that is begun.</summary>
internal sealed class PersonalConversations(
    ConversationReferences conversations, Roster roster, Installer installer, ConversationWriter writer, SendLimits limits, IOptions<LanguageOptions> languages)
{
    /// <summary>Finds the chat or begins it, and tells the API where it is.</summary>
    /// <param name="member">The person.</param>
    /// <param name="name">The name for a reason; null where only the id is known.</param>
    /// <param name="concept">Where to look for the person first; null where it does not matter.</param>
    /// <param name="group">The group to look for the person in first; null where it does not matter.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<PersonalConversation> OpenAsync(MemberId member, string? name, string? concept, string? group, CancellationToken cancellationToken)
    {
        if (conversations.FindPersonal(member) is { } known)
        {
            return new PersonalConversation(known);
        }

        if (!roster.HasWay || await roster.FindAsync(member, concept, group, cancellationToken) is not { } entry)
        {
            return await FindNowhereAsync(member, name ?? member.Value, cancellationToken);
        }

        ConversationDocument begun;
        using (await limits.WaitAsync(entry.TeamsUser, cancellationToken))
        {
            begun = await writer.BeginAsync(entry.Conversation, member, entry.TeamsUser, cancellationToken);
        }

        await conversations.RememberAsync(begun, cancellationToken);
        return new PersonalConversation(begun);
    }

    private async Task<PersonalConversation> FindNowhereAsync(MemberId member, string name, CancellationToken cancellationToken)
    {
        var culture = languages.Value.For(null);
        if (await installer.InstallAsync(member, cancellationToken))
        {
            return new PersonalConversation(null, TeamsTexts.Installed(name, culture), IsPassing: true);
        }

        return roster.HasWay
            ? new PersonalConversation(null, TeamsTexts.NotInRoster(name, culture))
            : new PersonalConversation(null, TeamsTexts.NoWay(culture), IsPassing: true);
    }
}

/// <summary>The chat with a person, or why there is none.</summary>
/// <param name="Conversation">The chat.</param>
/// <param name="Reason">Why there is none, for administrators.</param>
/// <param name="IsPassing">Whether there may be one later.</param>
internal sealed record PersonalConversation(ConversationDocument? Conversation, string? Reason = null, bool IsPassing = false);
