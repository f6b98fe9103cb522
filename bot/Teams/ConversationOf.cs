using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Insek.Office.Bot.Teams;

/// <summary>What an activity says about the conversation it came from.</summary>
internal static class ConversationOf
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";

    /// <summary>The conversation.</summary>
    /// <returns>Null where the activity does not say enough to speak there later.</returns>
    public static ConversationDocument? Activity(Activity activity)
    {
        var place = Place.Of(activity);
        _ = activity.TryGetChannelData<TeamsChannelData>(out var data);
        var person = place.Kind is PlaceKind.Personal && activity.From?.Id != activity.Recipient.Id ? activity.From : null;

        // A chat with nobody known is of no use: it is looked for by the member.
        if (place.Kind is PlaceKind.Personal && !Identifier.IsValid(person?.AadObjectId))
        {
            return null;
        }

        var team = place.Kind is PlaceKind.Channel ? data?.Team?.Id ?? activity.Conversation.Id : null;
        return new ConversationDocument
        {
            Id = place.Conversation,
            Kind = place.Kind switch
            {
                PlaceKind.Personal => Personal,
                PlaceKind.GroupChat => GroupChat,
                _ => Channel,
            },
            Member = person?.AadObjectId,
            TeamsUser = Some(person?.Id),
            Team = team is null ? null : Place.WithoutThread(team),
            Name = Some(activity.Conversation.Name) ?? (place.Kind is PlaceKind.Channel ? ChannelName(place.Conversation, data) : null),
            ServiceUrl = activity.ServiceUrl,
            Tenant = Some(activity.Conversation.TenantId) ?? Some(data?.Tenant?.Id),
            Bot = activity.Recipient.Id,
        };
    }

    /// <summary>The first channel of a team, of which another channel told: it has the team's id, and whoever is in a team can speak there.</summary>
    /// <returns>Null where the activity came from the first channel itself, or from no team.</returns>
    public static ConversationDocument? FirstChannel(Activity activity) => Activity(activity) is { Kind: Channel, Team: { } team } other && team != other.Id
        ? other with { Id = team, Name = activity.TryGetChannelData<TeamsChannelData>(out var data) ? Some(data?.Team?.Name) : null }
        : null;

    /// <summary>What is known from both: what is said now, and where nothing is said, what was said before.</summary>
    public static ConversationDocument Both(ConversationDocument now, ConversationDocument before) => now with
    {
        Member = now.Member ?? before.Member,
        TeamsUser = now.TeamsUser ?? before.TeamsUser,
        Team = now.Team ?? before.Team,
        Name = now.Name ?? before.Name,
        Tenant = now.Tenant ?? before.Tenant,
    };

    // The General channel has the team's id and no name.
    private static string? ChannelName(string conversation, TeamsChannelData? data) =>
        (data?.Channel?.Id == conversation ? Some(data.Channel.Name) : null) ?? (data?.Team?.Id == conversation ? Some(data.Team.Name) : null);

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
