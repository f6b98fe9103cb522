using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams says beside an activity.</summary>
public static class TeamsActivityExtensions
{
    public static string TeamsGetSelectedChannelId(this IActivity activity) => Data(activity)?.Settings?.SelectedChannel?.Id;

    public static string TeamsGetChannelId(this IActivity activity) => Data(activity)?.Channel?.Id;

    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => Data(activity)?.Team;

    /// <summary>Shows the message in the activity feed, too.</summary>
    public static void TeamsNotifyUser(this IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);

        if ((object)activity.ChannelData is not TeamsChannelData data)
        {
            activity.ChannelData = data = new TeamsChannelData();
        }

        data.Notification = new NotificationInfo(alert: true);
    }

    private static TeamsChannelData Data(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);

        return activity.GetChannelData<TeamsChannelData>();
    }
}
