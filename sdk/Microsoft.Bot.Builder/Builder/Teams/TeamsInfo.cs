using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams for teams and members, of the team where the activity has one, else of the chat.</summary>
public static class TeamsInfo
{
    public static async Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var path = $"v3/teams/{Uri.EscapeDataString(Team(turnContext, teamId))}";
        using var answer = await Client(turnContext).SendAsync<TeamDetails>(HttpMethod.Get, path, content: null, customHeaders: null, cancellationToken);
        return answer.Body;
    }

    /// <summary>A page of members. Teams gives 50 at least and 500 at most, whatever the page size; the token is that of the page before.</summary>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(ITurnContext turnContext, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, Conversation(turnContext), continuationToken, pageSize, cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(ITurnContext turnContext, string teamId = null, string continuationToken = default, int? pageSize = default, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, Team(turnContext, teamId), continuationToken, pageSize, cancellationToken);

    /// <summary>One member, by the id in Teams (<c>29:…</c>), the object id or the user principal name.</summary>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, Conversation(turnContext), cancellationToken);

    public static Task<TeamsChannelAccount> GetTeamMemberAsync(ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, Team(turnContext, teamId), cancellationToken);

    private static async Task<TeamsPagedMembersResult> PageAsync(ITurnContext turnContext, string conversationId, string continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        var page = await Client(turnContext).Conversations.GetConversationPagedMembersAsync(conversationId, pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }

    private static async Task<TeamsChannelAccount> MemberAsync(ITurnContext turnContext, string userId, string conversationId, CancellationToken cancellationToken)
    {
        if (userId is null)
        {
            throw new InvalidOperationException("A member is asked for by an id.");
        }

        var conversations = (Conversations)Client(turnContext).Conversations;
        return TeamsChannelAccount.From(await conversations.GetConversationMemberAsync(userId, conversationId, cancellationToken));
    }

    private static string Team(ITurnContext turnContext, string teamId) =>
        teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id ?? throw new InvalidOperationException("The activity is in no team.");

    private static string Conversation(ITurnContext turnContext) =>
        turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("The activity is in no conversation.");

    private static ConnectorClient Client(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>() as ConnectorClient ?? throw new InvalidOperationException("The turn has no connector client.");
}
