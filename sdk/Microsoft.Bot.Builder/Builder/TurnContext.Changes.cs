using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Changing and deleting what was sent.</summary>
public partial class TurnContext
{
    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler) => Register(_onUpdateActivity, handler);

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler) => Register(_onDeleteActivity, handler);

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activity);

        var addressed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return UpdateThroughAsync(0);

        Task<ResourceResponse> UpdateThroughAsync(int handler) => handler < _onUpdateActivity.Count
            ? _onUpdateActivity[handler](this, addressed, () => UpdateThroughAsync(handler + 1))
            : Adapter.UpdateActivityAsync(this, addressed, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activityId);

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(conversationReference);

        return DeleteThroughAsync(0);

        Task DeleteThroughAsync(int handler) => handler < _onDeleteActivity.Count
            ? _onDeleteActivity[handler](this, conversationReference, () => DeleteThroughAsync(handler + 1))
            : Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
    }
}
