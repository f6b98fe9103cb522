using AdaptiveCards;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Notices;
using Insek.Office.Domain;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>Says something to one person that is no notice: the late outcome of a click, for example. It is tried once.</summary>
internal sealed partial class PersonalMessages(
    PersonalConversations people, ConversationReferences conversations, ConversationWriter writer, SendLimits limits, IOptions<LanguageOptions> languages, TimeProvider clock, ILogger<PersonalMessages> log)
{
    /// <summary>Sends a text, or a card with that text as its summary.</summary>
    /// <returns>Whether it was posted; why not stands in the log, and the person sees the state on the next card.</returns>
    public async Task<bool> SendAsync(MemberId member, string text, AdaptiveCard? card, CancellationToken cancellationToken)
    {
        Contracts.ConversationDocument? chat = null;
        try
        {
            var found = await people.OpenAsync(member, name: null, concept: null, group: null, cancellationToken);
            if (found.Conversation is null)
            {
                LogUnsent(member, found.Reason);
                return false;
            }

            chat = found.Conversation;
            using var slot = await limits.WaitAsync(chat.Id, cancellationToken);
            await writer.PostAsync(chat, card is null ? MessageFactory.Text(text) : ConversationWriter.Message(card, text), cancellationToken);
            return true;
        }
        catch (ApiUnavailableException away)
        {
            LogUnsent(member, away.Message);
            return false;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && ConnectorFailure.Of(failure, clock.GetUtcNow()) is { } reason)
        {
            LogUnsent(member, reason.Detail);
            if (chat is not null && reason.Kind is ConnectorFailureKind.ConversationGone)
            {
                await conversations.FailAsync(chat, TeamsTexts.Reason(reason, languages.Value.For(null)), cancellationToken);
            }

            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A message to {Member} was not sent ({Reason})")]
    private partial void LogUnsent(MemberId member, string? reason);
}
