namespace Microsoft.Bot.Schema;

/// <summary>Making and telling apart the kinds of activities.</summary>
public partial class Activity
{
    /// <summary>A message with empty lists of attachments and entities.</summary>
    public static IMessageActivity CreateMessageActivity() => new Activity(ActivityTypes.Message) { Attachments = [], Entities = [] };

    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    public IInstallationUpdateActivity AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    public IEventActivity AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    /// <summary>Whether it is of this type or of a kind of it (<c>message/…</c>).</summary>
    protected bool IsActivity(string activityType)
    {
        ArgumentNullException.ThrowIfNull(activityType);

        return Type is { } type
            && type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
            && (type.Length == activityType.Length || type[activityType.Length] == '/');
    }
}
