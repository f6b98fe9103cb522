using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Hosting;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>Speaks where nobody has just spoken: posts and updates in conversations that are known, and begins chats.</summary>
/// <remarks>
/// All methods throw what Teams and the way there throw; <see cref="ConnectorFailure"/> reads it. They use the turn's connector rather than
/// the turn itself: a turn that the bot begins has an invented activity, and what it sends would be a reply to that.
/// </remarks>
internal sealed class ConversationWriter(TeamsAdapter adapter, IOptions<BotIdentity> identity)
{
    private const int MembersPerPage = 500;

    private readonly string _appId = identity.Value.MicrosoftAppId ?? string.Empty;

    /// <summary>Posts.</summary>
    /// <returns>The activity's id; null where Teams took it and gave none.</returns>
    public async Task<string?> PostAsync(ConversationDocument conversation, Activity message, CancellationToken cancellationToken)
    {
        string? id = null;
        await WithAsync(conversation, async connector =>
        {
            var posted = await connector.Conversations.SendToConversationAsync(conversation.Id, Addressed(message, conversation), cancellationToken);
            id = string.IsNullOrEmpty(posted?.Id) ? null : posted.Id;
        }, cancellationToken);
        return id;
    }

    /// <summary>Replaces what was posted.</summary>
    public Task UpdateAsync(ConversationDocument conversation, string activityId, Activity message, CancellationToken cancellationToken)
    {
        var addressed = Addressed(message, conversation);
        addressed.Id = activityId;
        return WithAsync(conversation, connector => connector.Conversations.UpdateActivityAsync(conversation.Id, activityId, addressed, cancellationToken), cancellationToken);
    }

    /// <summary>Begins the chat with a person, or finds it where it exists.</summary>
    /// <param name="from">A conversation of the same tenant.</param>
    /// <param name="member">The person.</param>
    /// <param name="teamsUser">The person's id in Teams (29:…).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ConversationDocument> BeginAsync(ConversationDocument from, MemberId member, string teamsUser, CancellationToken cancellationToken)
    {
        ConversationDocument? begun = null;
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount(id: from.Bot),
            Members = [new ChannelAccount(id: teamsUser)],
            TenantId = from.Tenant,
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo(from.Tenant) },
        };
        await adapter.CreateConversationAsync(_appId, Channels.Msteams, from.ServiceUrl, audience: null, parameters, (turnContext, _) =>
        {
            begun = new ConversationDocument
            {
                Id = turnContext.Activity.Conversation.Id,
                Kind = ConversationOf.Personal,
                Member = member.Value,
                TeamsUser = teamsUser,
                ServiceUrl = from.ServiceUrl,
                Tenant = from.Tenant,
                Bot = from.Bot,
            };
            return Task.CompletedTask;
        }, cancellationToken);
        return begun ?? throw new InvalidOperationException("The conversation was begun without a turn.");
    }

    /// <summary>All members of a team, channel or chat, page by page.</summary>
    public async Task<IReadOnlyList<TeamsChannelAccount>> MembersAsync(ConversationDocument conversation, CancellationToken cancellationToken)
    {
        var members = new List<TeamsChannelAccount>();
        await WithAsync(conversation, async connector =>
        {
            string? next = null;
            do
            {
                var page = await connector.Conversations.GetConversationPagedMembersAsync(conversation.Team ?? conversation.Id, MembersPerPage, next, cancellationToken);
                if (page?.Members is { } some)
                {
                    members.AddRange(new TeamsPagedMembersResult(page.ContinuationToken, some).Members);
                }

                next = page?.ContinuationToken;
            }
            while (!string.IsNullOrEmpty(next));
        }, cancellationToken);
        return members;
    }

    /// <summary>A message that is a card, or a text; never both, which Teams would split in two.</summary>
    public static Activity Message(AdaptiveCard card, string summary)
    {
        var message = (Activity)MessageFactory.Attachment(CardContent.Attach(card));
        message.Summary = summary;
        return message;
    }

    private static Activity Addressed(Activity message, ConversationDocument conversation)
    {
        message.ChannelId = Channels.Msteams;
        message.ServiceUrl = conversation.ServiceUrl;
        message.Conversation = new ConversationAccount(isGroup: conversation.Kind != ConversationOf.Personal, conversationType: conversation.Kind, id: conversation.Id, tenantId: conversation.Tenant);
        message.From = new ChannelAccount(id: conversation.Bot);
        message.Recipient = conversation.TeamsUser is { } user ? new ChannelAccount(id: user, aadObjectId: conversation.Member) : null;
        return message;
    }

    private Task WithAsync(ConversationDocument conversation, Func<IConnectorClient, Task> work, CancellationToken cancellationToken)
    {
        var reference = new ConversationReference
        {
            ChannelId = Channels.Msteams,
            ServiceUrl = conversation.ServiceUrl,
            Bot = new ChannelAccount(id: conversation.Bot),
            Conversation = new ConversationAccount(id: conversation.Id, tenantId: conversation.Tenant),
        };
        return adapter.ContinueConversationAsync(_appId, reference, (turnContext, _) => work(turnContext.TurnState.Get<IConnectorClient>()), cancellationToken);
    }
}
