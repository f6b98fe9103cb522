using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>One activity and the ways to answer it. Sending is here, changing what was sent in the other part.</summary>
public partial class TurnContext : ITurnContext, IDisposable
{
    private readonly List<SendActivitiesHandler> _onSendActivities = [];
    private readonly List<UpdateActivityHandler> _onUpdateActivity = [];
    private readonly List<DeleteActivityHandler> _onDeleteActivity = [];
    private bool _disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);

        Adapter = adapter;
        Activity = activity;
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = [];

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>What was sent in a turn that answers everything at once (<see cref="DeliveryModes.ExpectReplies"/>).</summary>
    public List<Activity> BufferedReplyActivities { get; } = [];

    public ITurnContext OnSendActivities(SendActivitiesHandler handler) => Register(_onSendActivities, handler);

    public async Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textReplyToSend);

        return await SendActivityAsync(
            new Activity(ActivityTypes.Message)
            {
                Text = textReplyToSend,
                Speak = string.IsNullOrEmpty(speak) ? null : speak,
                InputHint = string.IsNullOrEmpty(inputHint) ? null : inputHint,
            },
            cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);

        // A handler may have kept it from being sent.
        return await SendActivitiesAsync([activity], cancellationToken) is [var sent, ..] ? sent : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activities);

        if (activities.Length == 0)
        {
            throw new ArgumentException("There is nothing to send.", nameof(activities));
        }

        var reference = Activity.GetConversationReference();
        var addressed = activities.Select(activity => activity.ApplyConversationReference(reference)).ToList();
        return SendThroughAsync(0);

        Task<ResourceResponse[]> SendThroughAsync(int handler) => handler < _onSendActivities.Count
            ? _onSendActivities[handler](this, addressed, () => SendThroughAsync(handler + 1))
            : SendAsync(addressed, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!_disposed && disposing)
        {
            TurnState.Dispose();
        }

        _disposed = true;
    }

    private async Task<ResourceResponse[]> SendAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? Buffer(activities)
            : await Adapter.SendActivitiesAsync(this, [.. activities], cancellationToken);

        Responded |= activities.Exists(activity => activity.Type != ActivityTypes.Trace);

        if (Activity.DeliveryMode != DeliveryModes.ExpectReplies)
        {
            foreach (var (activity, response) in activities.Zip(responses))
            {
                activity.Id = response.Id;
            }
        }

        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> activities)
    {
        BufferedReplyActivities.AddRange(activities);

        // The adapter does this for what it sends; these never reach it.
        foreach (var answer in activities.Where(activity => activity.Type == ActivityTypesEx.InvokeResponse))
        {
            TurnState.Add(BotAdapter.InvokeResponseKey, answer);
        }

        return [.. activities.Select(_ => new ResourceResponse())];
    }

    private TurnContext Register<T>(List<T> handlers, T handler)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(handler);

        handlers.Add(handler);
        return this;
    }
}
