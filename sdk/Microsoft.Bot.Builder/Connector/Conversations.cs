using System.Globalization;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The conversation routes of the Bot Connector REST API, version 3.</summary>
public class Conversations : IConversations
{
    private readonly ConnectorClient client;

    public Conversations(ConnectorClient client)
    {
        ArgumentNullException.ThrowIfNull(client);

        this.client = client;
    }

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(ConversationParameters parameters, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(parameters, nameof(parameters));

        return client.SendAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(activity, nameof(activity));

        return client.SendAsync<ResourceResponse>(HttpMethod.Post, Path(conversationId, "activities"), activity, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(activity, nameof(activity));

        return client.SendAsync<ResourceResponse>(HttpMethod.Post, ActivityPath(conversationId, activityId), activity, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(activity, nameof(activity));

        return client.SendAsync<ResourceResponse>(HttpMethod.Put, ActivityPath(conversationId, activityId), activity, customHeaders, cancellationToken);
    }

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        await client.SendAsync<object>(HttpMethod.Delete, ActivityPath(conversationId, activityId), content: null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(string conversationId, int? pageSize = default, string continuationToken = default, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        var query = new List<string>();

        if (pageSize is { } size)
        {
            query.Add("pageSize=" + size.ToString(CultureInfo.InvariantCulture));
        }

        if (continuationToken is not null)
        {
            query.Add("continuationToken=" + Uri.EscapeDataString(continuationToken));
        }

        var path = Path(conversationId, "pagedmembers") + (query.Count == 0 ? "" : "?" + string.Join('&', query));
        return client.SendAsync<PagedMembersResult>(HttpMethod.Get, path, content: null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(string userId, string conversationId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(userId, nameof(userId));

        return client.SendAsync<ChannelAccount>(HttpMethod.Get, $"{Path(conversationId, "members")}/{Uri.EscapeDataString(userId)}", content: null, customHeaders, cancellationToken);
    }

    private static string ActivityPath(string conversationId, string activityId)
    {
        ValidationException.ThrowIfNull(activityId, nameof(activityId));

        return $"{Path(conversationId, "activities")}/{Uri.EscapeDataString(activityId)}";
    }

    private static string Path(string conversationId, string part)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));

        return $"v3/conversations/{Uri.EscapeDataString(conversationId)}/{part}";
    }
}
