using Microsoft.Bot.Schema;

namespace Insek.Office.Bot.Teams;

/// <summary>What kind of conversation it is.</summary>
internal enum PlaceKind
{
    Personal,
    GroupChat,
    Channel,
}

/// <summary>Where something is said.</summary>
/// <param name="Conversation">The conversation's id without the part that names a thread: what bindings and references are kept by.</param>
/// <param name="Kind">What kind of conversation it is.</param>
internal sealed record Place(string Conversation, PlaceKind Kind)
{
    private const string ThreadMark = ";messageid=";

    public static Place Of(IActivity activity) => new(
        WithoutThread(activity.Conversation.Id),
        activity.Conversation.ConversationType switch
        {
            "channel" => PlaceKind.Channel,
            "groupChat" => PlaceKind.GroupChat,
            _ => PlaceKind.Personal,
        });

    public static string WithoutThread(string conversation) =>
        conversation.IndexOf(ThreadMark, StringComparison.Ordinal) is var at && at >= 0 ? conversation[..at] : conversation;
}
