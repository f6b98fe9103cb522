using Insek.Office.Bot.Teams;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Api;

/// <summary>The calls behind commands and search. Each is made in the name of the person who asks, so that the API decides what that person sees.</summary>
/// <remarks>Failures are those of <see cref="ApiClient"/>.</remarks>
internal sealed class ConceptsApi(ApiClient api)
{
    /// <summary>Entries per page of goals and measures: what a whole concept fits in, and the API still takes.</summary>
    private const int PageSize = 500;

    public Task<ApiAnswer<MeView>> MeAsync(Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/me", ContractsJson.Default.MeView, actor.Call, cancellationToken);

    /// <summary>The rounds the person, or somebody the person stands in for, can vote in now.</summary>
    public Task<ApiAnswer<IReadOnlyList<OwedView>>> OwedAsync(Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/me/owed", ContractsJson.Default.IReadOnlyListOwedView, actor.Call, cancellationToken);

    public Task<ApiAnswer<IReadOnlyList<GroupView>>> GroupsAsync(string concept, Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}/groups", ContractsJson.Default.IReadOnlyListGroupView, actor.Call, cancellationToken);

    /// <summary>What a group could decide on.</summary>
    public Task<ApiAnswer<CandidatesView>> CandidatesAsync(string concept, string group, Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}/groups/{group}/candidates", ContractsJson.Default.CandidatesView, actor.Call, cancellationToken);

    /// <summary>Opens a round. Repeated under the same operation it opens one round.</summary>
    public Task<ApiAnswer<RoundView>> OpenRoundAsync(string concept, OpenRound round, string operation, Actor actor, CancellationToken cancellationToken) => api.PostAsync(
        $"api/concepts/{concept}/rounds", round, ContractsJson.Default.OpenRound, ContractsJson.Default.RoundView, actor.Call with { Operation = operation }, cancellationToken);

    /// <summary>The rounds that take votes, the ones due first before the others.</summary>
    public async Task<ApiAnswer<IReadOnlyList<RoundSummary>>> OpenRoundsAsync(string concept, Actor actor, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync($"api/concepts/{concept}/rounds?state=open&limit={PageSize}", ContractsJson.Default.PageRoundSummary, actor.Call, cancellationToken);
        return answer.TryGet(out var page, out var problem)
            ? ApiAnswer<IReadOnlyList<RoundSummary>>.Of([.. page.Items.Where(round => round.State == "open").OrderBy(round => round.Due)], entityTag: null)
            : ApiAnswer<IReadOnlyList<RoundSummary>>.Of(problem);
    }

    public Task<ApiAnswer<RoundView>> RoundAsync(string concept, string round, Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}/rounds/{round}", ContractsJson.Default.RoundView, actor.Call, cancellationToken);

    /// <summary>The concept's head; cheap, and enough to see whether its content has changed.</summary>
    public Task<ApiAnswer<ConceptView>> ConceptAsync(string concept, Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}", ContractsJson.Default.ConceptView, actor.Call, cancellationToken);

    public Task<ApiAnswer<MeasureView>> MeasureAsync(string concept, string measure, Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}/measures/{measure}", ContractsJson.Default.MeasureView, actor.Call, cancellationToken);

    /// <summary>All measures, page by page.</summary>
    public Task<ApiAnswer<IReadOnlyList<MeasureView>>> MeasuresAsync(string concept, Actor actor, CancellationToken cancellationToken) => AllAsync(
        continuation => api.GetAsync(List(concept, "measures", continuation), ContractsJson.Default.PageMeasureView, actor.Call, cancellationToken));

    /// <summary>All goals, page by page.</summary>
    public Task<ApiAnswer<IReadOnlyList<GoalView>>> GoalsAsync(string concept, Actor actor, CancellationToken cancellationToken) => AllAsync(
        continuation => api.GetAsync(List(concept, "goals", continuation), ContractsJson.Default.PageGoalView, actor.Call, cancellationToken));

    public Task<ApiAnswer<IReadOnlyList<SectorDocument>>> SectorsAsync(string concept, Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}/sectors", ContractsJson.Default.IReadOnlyListSectorDocument, actor.Call, cancellationToken);

    public Task<ApiAnswer<IReadOnlyList<AreaDocument>>> AreasAsync(string concept, Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}/areas", ContractsJson.Default.IReadOnlyListAreaDocument, actor.Call, cancellationToken);

    /// <summary>The overview of goals and measures by sector concept.</summary>
    public Task<ApiAnswer<TableDocument>> OverviewAsync(string concept, Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}/tables/overview?format=json", ContractsJson.Default.TableDocument, actor.Call, cancellationToken);

    /// <summary>What a conversation is bound to, whoever asks; null where it is bound to nothing, or is somebody's own chat.</summary>
    public async Task<BindingDocument?> BindingOfAsync(Place place, Actor actor, CancellationToken cancellationToken)
    {
        if (place.Kind is PlaceKind.Personal)
        {
            return null;
        }

        // Asked in nobody's name: who may not see the concept is told so, and not served another one.
        var answer = await api.GetAsync($"api/bindings?conversation={place.Conversation}", ContractsJson.Default.IReadOnlyListBindingDocument, ApiCall.AsBot, cancellationToken);
        return answer.TryGet(out var bindings, out var problem)
            ? bindings.FirstOrDefault(binding => binding.Conversation == place.Conversation)
            : throw new ApiUnavailableException($"api/bindings for {actor.Id}: {problem.Status} {problem.Code}") { Status = problem.Status, Code = problem.Code };
    }

    /// <summary>Shows a group's rounds in a conversation; for administrators.</summary>
    public Task<ApiAnswer<BindingDocument>> BindAsync(BindingDocument binding, Actor actor, CancellationToken cancellationToken) =>
        api.PostAsync($"api/bindings", binding, ContractsJson.Default.BindingDocument, ContractsJson.Default.BindingDocument, actor.Call, cancellationToken);

    /// <summary>Shows no rounds in a conversation any more; for administrators.</summary>
    public Task<ApiAnswer<Nothing>> UnbindAsync(string conversation, Actor actor, CancellationToken cancellationToken) =>
        api.PostAsync($"api/bindings/removed", new ConversationName(conversation), ContractsJson.Default.ConversationName, Nothing.Json, actor.Call, cancellationToken);

    /// <summary>What could not be delivered, newest first; for administrators.</summary>
    public Task<ApiAnswer<IReadOnlyList<FailedNotice>>> FailedNoticesAsync(Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/notices/failed", ContractsJson.Default.IReadOnlyListFailedNotice, actor.Call, cancellationToken);

    /// <summary>The conversations that take no messages any more; for administrators.</summary>
    public Task<ApiAnswer<IReadOnlyList<ConversationDocument>>> FailedConversationsAsync(Actor actor, CancellationToken cancellationToken) =>
        api.GetAsync($"api/conversations?failed=true", ContractsJson.Default.IReadOnlyListConversationDocument, actor.Call, cancellationToken);

    /// <summary>Sends a failed notice again; for administrators.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="notice">The notice; "*" for all that failed in the concept.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ApiAnswer<Nothing>> ResendAsync(string concept, string notice, Actor actor, CancellationToken cancellationToken) =>
        api.PostAsync($"api/notices/resend", new NoticeName(concept, notice), ContractsJson.Default.NoticeName, Nothing.Json, actor.Call, cancellationToken);

    private static ApiPath List(string concept, string items, string? continuation)
    {
        if (continuation is null)
        {
            return $"api/concepts/{concept}/{items}?limit={PageSize}";
        }

        return $"api/concepts/{concept}/{items}?limit={PageSize}&continuation={continuation}";
    }

    private static async Task<ApiAnswer<IReadOnlyList<T>>> AllAsync<T>(Func<string?, Task<ApiAnswer<Page<T>>>> readAsync)
    {
        var all = new List<T>();
        string? continuation = null;
        do
        {
            if (!(await readAsync(continuation)).TryGet(out var page, out var problem))
            {
                return ApiAnswer<IReadOnlyList<T>>.Of(problem);
            }

            all.AddRange(page.Items);
            continuation = page.Items.Count > 0 ? page.Continuation : null;
        }
        while (continuation is not null);

        return ApiAnswer<IReadOnlyList<T>>.Of(all, entityTag: null);
    }
}
