using Insek.Office.Bot.Deadlines;
using Insek.Office.Bot.Rounds;
using Insek.Office.Bot.Teams;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Api;

/// <summary>Calls of the API about deadlines, what people are reminded of, and who stands in for whom. Each is made in the name of the person who asks; failures are those of <see cref="ApiClient"/>.</summary>
internal sealed class DeadlinesApi(ApiClient api)
{
    /// <summary>Entries per page: the most the API gives.</summary>
    public const int PageSize = 500;

    private static ContractsJson Json => ContractsJson.Default;

    public Task<ApiAnswer<DeadlineView>> FindAsync(DeadlineName name, ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{name.Concept}/deadlines/{name.Deadline}", Json.DeadlineView, call, cancellationToken);

    /// <summary>The open deadlines of the person who asks, of all concepts.</summary>
    public Task<ApiAnswer<Page<DeadlineView>>> MineAsync(ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/me/deadlines?limit={PageSize}", Json.PageDeadlineView, call, cancellationToken);

    /// <summary>The deadlines of a concept.</summary>
    public Task<ApiAnswer<Page<DeadlineView>>> ListAsync(string concept, DeadlineWish wish, string text, ApiCall call, CancellationToken cancellationToken) => api.GetAsync(
        $"api/concepts/{concept}/deadlines?state={wish.State}&kind={wish.Kinds}&owner={wish.Owner}&dueWithin={wish.DueWithin}&overdue={wish.Overdue}&text={text}&limit={PageSize}",
        Json.PageDeadlineView,
        call,
        cancellationToken);

    /// <summary>"Erledigt". Each change needs the version that was seen, and the operation.</summary>
    public Task<ApiAnswer<DeadlineView>> CompleteAsync(DeadlineName name, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/deadlines/{name.Deadline}/done", new DeadlineDone(), Json.DeadlineDone, Json.DeadlineView, call, cancellationToken);

    public Task<ApiAnswer<DeadlineView>> MoveAsync(DeadlineName name, MoveDeadline to, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/deadlines/{name.Deadline}/move", to, Json.MoveDeadline, Json.DeadlineView, call, cancellationToken);

    public Task<ApiAnswer<DeadlineView>> HandOverAsync(DeadlineName name, HandOverDeadline to, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/deadlines/{name.Deadline}/hand-over", to, Json.HandOverDeadline, Json.DeadlineView, call, cancellationToken);

    public Task<ApiAnswer<DeadlineView>> WaiveAsync(DeadlineName name, WaiveDeadline why, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/deadlines/{name.Deadline}/waive", why, Json.WaiveDeadline, Json.DeadlineView, call, cancellationToken);

    public Task<ApiAnswer<DeadlineView>> ReopenAsync(DeadlineName name, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/deadlines/{name.Deadline}/reopen", new ReopenDeadline(), Json.ReopenDeadline, Json.DeadlineView, call, cancellationToken);

    public Task<ApiAnswer<DigestView>> DigestAsync(string date, ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/digests/{date}", Json.DigestView, call, cancellationToken);

    public Task<ApiAnswer<OverviewView>> OverviewAsync(string week, ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/overviews/{week}", Json.OverviewView, call, cancellationToken);

    public Task<ApiAnswer<EscalationView>> EscalationAsync(RoundName name, ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{name.Concept}/rounds/{name.Round}/escalation", Json.EscalationView, call, cancellationToken);

    /// <summary>Reminds those who have not voted, each once a day.</summary>
    public Task<ApiAnswer<RoundReminded>> RemindAsync(RoundName name, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/rounds/{name.Round}/remind", Json.RoundReminded, call, cancellationToken);

    public Task<ApiAnswer<ProgressQuestionsView>> QuestionsAsync(string quarter, ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/progress/{quarter}", Json.ProgressQuestionsView, call, cancellationToken);

    /// <summary>Says what has become of a measure. The call needs the operation.</summary>
    public Task<ApiAnswer<Nothing>> ReportAsync(string concept, string measure, ProgressReport report, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{concept}/measures/{measure}/progress", report, Json.ProgressReport, Nothing.Json, call, cancellationToken);

    public Task<ApiAnswer<IReadOnlyList<GroupView>>> GroupsAsync(string concept, ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{concept}/groups", Json.IReadOnlyListGroupView, call, cancellationToken);

    public Task<ApiAnswer<MeView>> MeAsync(Actor actor, CancellationToken cancellationToken) => api.GetAsync($"api/me", Json.MeView, actor.Call, cancellationToken);

    public Task<ApiAnswer<DeputiesView>> DeputiesAsync(ApiCall call, CancellationToken cancellationToken) => api.GetAsync($"api/me/deputy", Json.DeputiesView, call, cancellationToken);

    /// <summary>Names a deputy; of somebody else only administrators do. Saying it again changes nothing.</summary>
    /// <param name="member">Whose deputy; one's own where absent.</param>
    /// <param name="deputy">Who, and when.</param>
    /// <param name="call">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ApiAnswer<DeputiesView>> NameDeputyAsync(string? member, NameDeputy deputy, ApiCall call, CancellationToken cancellationToken) => member is null
        ? api.PutAsync($"api/me/deputy", deputy, Json.NameDeputy, Json.DeputiesView, call, cancellationToken)
        : api.PutAsync($"api/members/{member}/deputy", deputy, Json.NameDeputy, Json.DeputiesView, call, cancellationToken);

    /// <summary>Ends one of one's own periods.</summary>
    public Task<ApiAnswer<DeputiesView>> EndDeputyAsync(string from, ApiCall call, CancellationToken cancellationToken) =>
        api.DeleteAsync($"api/me/deputy?from={from}", Json.DeputiesView, call, cancellationToken);

    public Task<ApiAnswer<ReminderPreferences>> PreferencesAsync(ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/me/preferences", Json.ReminderPreferences, call, cancellationToken);

    public Task<ApiAnswer<ReminderPreferences>> SavePreferencesAsync(ReminderPreferences wanted, ApiCall call, CancellationToken cancellationToken) =>
        api.PutAsync($"api/me/preferences", wanted, Json.ReminderPreferences, Json.ReminderPreferences, call, cancellationToken);

    /// <summary>Whether the person has a calendar address.</summary>
    public Task<ApiAnswer<CalendarLinkView>> CalendarAsync(ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/me/calendar-link", Json.CalendarLinkView, call, cancellationToken);

    /// <summary>Makes a new calendar address, the only time it is shown; sent once.</summary>
    public Task<ApiAnswer<CalendarLinkView>> RenewCalendarAsync(ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/me/calendar-link", Json.CalendarLinkView, call, cancellationToken);

    public Task<ApiAnswer<Nothing>> RevokeCalendarAsync(ApiCall call, CancellationToken cancellationToken) =>
        api.DeleteAsync($"api/me/calendar-link", Nothing.Json, call, cancellationToken);
}
