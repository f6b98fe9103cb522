using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot;

/// <summary>A bot that says which of its methods were called with what.</summary>
internal sealed class RecordingBot : TeamsActivityHandler
{
    public ConcurrentQueue<string> Calls { get; } = new();

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Calls.Enqueue("turn");
        return base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        Called($"message {turnContext.Activity.RemoveRecipientMention()?.Trim()}{(turnContext.Activity.Value as JObject)?["kind"]}");

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called($"installed {turnContext.Activity.Conversation.ConversationType} {turnContext.Activity.TeamsGetTeamInfo()?.Name}");

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called($"removed {turnContext.Activity.Conversation.ConversationType}");

    protected override Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called($"came {string.Join(',', teamsMembersAdded.Select(member => member.Email ?? member.Id))} {teamInfo?.Name}");

    protected override Task OnTeamsMembersRemovedAsync(IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called($"went {string.Join(',', teamsMembersRemoved.Select(member => member.AadObjectId ?? member.Id))}");

    protected override Task OnTeamsChannelDeletedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called($"deleted {channelInfo.Id}");

    protected override Task OnTeamsChannelRenamedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called($"renamed {channelInfo.Name}");

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Called($"event {turnContext.Activity.Name}");

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called($"unknown {turnContext.Activity.Type}");

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        await Called($"card {turnContext.Activity.From.AadObjectId} {invokeValue.Action.Verb} {((JObject)invokeValue.Action.Data)["item"]}");
        return new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "gezählt" };
    }

    protected override async Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
    {
        await Called($"query {query.Parameters[0].Value} {query.QueryOptions.Skip} {query.QueryOptions.Count}");
        var card = new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = new JObject { ["type"] = "AdaptiveCard" } };
        return new MessagingExtensionResponse(new MessagingExtensionResult
        {
            Type = "result",
            AttachmentLayout = "list",
            Attachments = [new MessagingExtensionAttachment(card.ContentType, content: card.Content, preview: card)],
        });
    }

    private Task Called(string call)
    {
        Calls.Enqueue(call);
        return Task.CompletedTask;
    }
}
