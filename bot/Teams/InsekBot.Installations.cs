using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Insek.Office.Bot.Teams;

/// <summary>The bot comes into conversations and leaves them. Teams says most of it twice, at the same time, and not in a fixed order.</summary>
internal sealed partial class InsekBot
{
    protected override async Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = ((ITurnContext)turnContext).Activity;
        switch (activity.Action)
        {
            case InstallationUpdateActionTypes.Add:
                await ComeAsync(turnContext, cancellationToken);
                break;

            case InstallationUpdateActionTypes.Remove:
                await LeaveAsync(activity, cancellationToken);
                break;

            // An upgrade removes and adds the app without leaving.
            default:
                await conversations.RememberAsync(activity, cancellationToken);
                break;
        }
    }

    // Not by the base class: for members of whom the activity says only the id, it asks Teams one by one.
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = ((ITurnContext)turnContext).Activity;
        _ = activity.TryGetChannelData<TeamsChannelData>(out var data);
        if (IsBot(activity.MembersRemoved, activity))
        {
            return LeaveAsync(activity, cancellationToken);
        }

        return data?.EventType switch
        {
            "channelDeleted" when data.Channel?.Id is { Length: > 0 } channel => conversations.ForgetAsync(channel, cancellationToken),
            "teamDeleted" or "teamHardDeleted" => conversations.ForgetTeamAsync(data.Team?.Id ?? Place.WithoutThread(activity.Conversation.Id), cancellationToken),
            _ when IsBot(activity.MembersAdded, activity) => ComeAsync(turnContext, cancellationToken),
            _ => conversations.RememberAsync(activity, cancellationToken),
        };
    }

    private static bool IsBot(IList<ChannelAccount>? members, Activity activity) => members?.Any(member => member.Id == activity.Recipient.Id) is true;

    private Task LeaveAsync(Activity activity, CancellationToken cancellationToken)
    {
        greetings.Forget(Place.WithoutThread(activity.Conversation.Id));
        return Place.Of(activity).Kind is PlaceKind.Channel
            ? conversations.ForgetTeamAsync(activity.TryGetChannelData<TeamsChannelData>(out var data) && data?.Team?.Id is { } team ? team : Place.WithoutThread(activity.Conversation.Id), cancellationToken)
            : conversations.ForgetAsync(Place.WithoutThread(activity.Conversation.Id), cancellationToken);
    }

    private async Task ComeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var conversation = Place.WithoutThread(activity.Conversation.Id);
        await conversations.RememberAsync(activity, cancellationToken);
        if (ConversationOf.FirstChannel(activity) is { } first)
        {
            // A team is told of once, by whichever channel somebody looked at; a group may be bound to the first.
            await conversations.RememberAsync(first, cancellationToken);
        }

        if (Actor.Of(activity) is null || !greetings.TryBegin(conversation))
        {
            return;
        }

        try
        {
            await turnContext.SendActivityAsync(Message(await AnswerAsync(Help, activity, cancellationToken)), cancellationToken);
        }
        catch
        {
            greetings.Forget(conversation);
            throw;
        }
    }
}
