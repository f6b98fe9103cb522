using System.Text.Json.Serialization.Metadata;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Api;

/// <summary>Where the bot can speak, and which group's rounds a conversation shows.</summary>
internal sealed class ConversationsApi(ApiClient api)
{
    private static ContractsJson Json => ContractsJson.Default;

    /// <summary>Records a conversation or brings it up to date. What is left out stays; what had failed works again.</summary>
    public Task<ApiAnswer<Nothing>> SaveAsync(ConversationDocument conversation, CancellationToken cancellationToken) =>
        SayAsync($"api/conversations", conversation, Json.ConversationDocument, cancellationToken);

    /// <summary>Forgets a conversation the bot was removed from.</summary>
    public Task<ApiAnswer<Nothing>> RemoveAsync(string conversation, CancellationToken cancellationToken) =>
        SayAsync($"api/conversations/removed", new ConversationName(conversation), Json.ConversationName, cancellationToken);

    /// <summary>Notes why a conversation takes no messages.</summary>
    /// <param name="conversation">The conversation's id.</param>
    /// <param name="reason">Why, for administrators; 1 to 1,000 characters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ApiAnswer<Nothing>> FailAsync(string conversation, string reason, CancellationToken cancellationToken) =>
        SayAsync($"api/conversations/failed", new ConversationName(conversation, reason), Json.ConversationName, cancellationToken);

    /// <summary>The bindings of a concept, or all.</summary>
    public Task<ApiAnswer<IReadOnlyList<BindingDocument>>> ListBindingsAsync(string? concept, CancellationToken cancellationToken) => concept is null
        ? api.GetAsync($"api/bindings", Json.IReadOnlyListBindingDocument, ApiCall.AsBot, cancellationToken)
        : api.GetAsync($"api/bindings?concept={concept}", Json.IReadOnlyListBindingDocument, ApiCall.AsBot, cancellationToken);

    // Each of these can be said again without harm.
    private Task<ApiAnswer<Nothing>> SayAsync<T>(ApiPath path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        api.PostAsync(path, body, type, Nothing.Json, ApiCall.AsBot with { Operation = Guid.NewGuid().ToString("N") }, cancellationToken);
}
