using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Contracts;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Bot.Tests.Deadlines;

/// <summary>An API on loopback that keeps deadlines as the contracts say: changes need the version, and one operation takes effect once.</summary>
internal sealed class DeadlineTown : IAsyncDisposable
{
    public const string FeedPath = "/api/concepts/insek-torgau/deadlines.ics?key=Zk3v_9xQ-T0aBcDeFgHiJkLmNoPqRsTuVwXyZ_12345";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _operations = [];
    private readonly ConcurrentDictionary<string, (int Status, string Body)> _answers = new(StringComparer.Ordinal);
    private LoopbackApi? _api;

    private DeadlineTown()
    {
    }

    public List<DeadlineView> Deadlines { get; } = [.. Due.Full.Concepts.SelectMany(concept => concept.Entries).Select(entry => entry.Deadline)];

    /// <summary>While set, everything fails as if the service were broken.</summary>
    public bool IsDown { get; set; }

    /// <summary>While set, reading lists fails.</summary>
    public bool HidesLists { get; set; }

    public Uri Address => _api!.Address;

    public IReadOnlyList<Received> Calls => _api!.Calls;

    /// <summary>What was to be changed, counted or not.</summary>
    public IReadOnlyList<Received> Changes => [.. Calls.Where(call => call.Method is "POST" or "PUT" or "DELETE")];

    public static async Task<DeadlineTown> StartAsync(bool isAdministrator = false)
    {
        var town = new DeadlineTown();
        town._api = await LoopbackApi.StartAsync((context, _) => town.AnswerAsync(context));
        var group = new GroupView
        {
            Id = "ag-verkehr",
            Name = "AG Verkehr",
            Kind = "workingGroup",
            Concept = Due.Torgau,
            Members = [Due.Owner, Due.Roads, Due.Administrator],
        };
        town.Serve("GET /api/me", new MeView { Id = "owner", Name = Due.Owner.Name, IsAdministrator = isAdministrator, Groups = [group], Concepts = [new ConceptSummary(Due.Torgau, "Torgau", "INSEK Torgau 2035", "draft")] }, ContractsJson.Default.MeView);
        town.Serve($"GET /api/concepts/{Due.Torgau}/groups", [group], ContractsJson.Default.IReadOnlyListGroupView);
        town.Serve("GET /api/bindings", [], ContractsJson.Default.IReadOnlyListBindingDocument);
        town.Serve("GET /api/overviews/2024-W12", Due.Overview, ContractsJson.Default.OverviewView);
        town.Serve($"GET /api/concepts/{Due.Torgau}/rounds/r1/escalation", Due.Escalation, ContractsJson.Default.EscalationView);
        town.Serve($"POST /api/concepts/{Due.Torgau}/rounds/r1/remind", new RoundReminded(Due.Escalation.Missing), ContractsJson.Default.RoundReminded);
        town.Serve("GET /api/progress/2024-Q1", Due.Questions, ContractsJson.Default.ProgressQuestionsView);
        town.Serve("GET /api/me/deputy", Deputies, ContractsJson.Default.DeputiesView);
        town.Serve("PUT /api/me/deputy", Deputies, ContractsJson.Default.DeputiesView);
        town.Serve("DELETE /api/me/deputy", Deputies, ContractsJson.Default.DeputiesView);
        town.Serve("PUT /api/members/roads/deputy", new DeputiesView([Period(Due.Roads, Due.Administrator, new DateOnly(2024, 3, 27))], []), ContractsJson.Default.DeputiesView);
        town.Serve("GET /api/me/preferences", new ReminderPreferences { Reminders = true, Progress = true, QuietFrom = "17:00", QuietUntil = "09:00" }, ContractsJson.Default.ReminderPreferences);
        town.Serve("PUT /api/me/preferences", new ReminderPreferences { Reminders = false, Progress = true }, ContractsJson.Default.ReminderPreferences);
        town.Serve("GET /api/me/calendar-link", new CalendarLinkView { CreatedAt = Due.Now }, ContractsJson.Default.CalendarLinkView);
        town.Serve("POST /api/me/calendar-link", new CalendarLinkView { CreatedAt = Due.Now, Feeds = [new CalendarFeed(Due.Torgau, "INSEK Torgau 2035", FeedPath)] }, ContractsJson.Default.CalendarLinkView);
        town.Answer("DELETE /api/me/calendar-link", 204, string.Empty);
        foreach (var question in Due.Questions.Measures)
        {
            town.Answer($"POST /api/concepts/{Due.Torgau}/measures/{question.Measure}/progress", 200, "{}");
        }

        return town;
    }

    public static DeputiesView Deputies { get; } = new([Period(Due.Owner, Due.Roads, new DateOnly(2024, 3, 31))], [Period(Due.Administrator, Due.Owner, new DateOnly(2024, 4, 12))]);

    public void Serve<T>(string call, T body, JsonTypeInfo<T> type) => Answer(call, 200, JsonSerializer.Serialize(body, type));

    public void Refuse(string call, int status, string code) => Answer(call, status, $$"""{"title":"No","code":"{{code}}","status":{{status}}}""");

    public void Answer(string call, int status, string body) => _answers[call] = (status, body);

    public DeadlineView Find(string id) => Deadlines.Single(deadline => deadline.Id == id);

    /// <summary>Somebody else changes a deadline meanwhile.</summary>
    public void Change(string id, Func<DeadlineView, DeadlineView> change)
    {
        lock (_gate)
        {
            var index = Deadlines.FindIndex(deadline => deadline.Id == id);
            Deadlines[index] = change(Deadlines[index]) with { Version = Deadlines[index].Version + 1 };
        }
    }

    public ValueTask DisposeAsync() => _api!.DisposeAsync();

    private static DeputyView Period(MemberView member, MemberView deputy, DateOnly until) =>
        new() { Member = member, Deputy = deputy, From = new DateOnly(2024, 3, 18), Until = until, Active = true };

    private Task AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        var isList = path.StartsWith("/api/digests", StringComparison.Ordinal) || path == "/api/me/deadlines" || path.EndsWith("/deadlines", StringComparison.Ordinal);
        if (IsDown || (HidesLists && isList))
        {
            return RefuseAsync(context, 503, "storage-unavailable");
        }

        if (_answers.TryGetValue($"{method} {path}", out var told))
        {
            return LoopbackApi.AnswerAsync(context, told.Status, told.Body, told.Status < 400 ? "application/json" : "application/problem+json");
        }

        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["api", "digests", "2024-03-18"] => JsonAsync(context, Due.Digest([.. Deadlines]), ContractsJson.Default.DigestView),
            ["api", "me", "deadlines"] => ListAsync(context, deadline => deadline.Owners.Contains(Due.Owner)),
            ["api", "concepts", var concept, "deadlines"] => ListAsync(context, deadline => deadline.Concept == concept && deadline.Title.Contains(context.Request.Query["text"].ToString(), StringComparison.CurrentCultureIgnoreCase)),
            ["api", "concepts", _, "deadlines", var id] when Deadlines.Exists(deadline => deadline.Id == id) => JsonAsync(context, Find(id), ContractsJson.Default.DeadlineView),
            ["api", "concepts", _, "deadlines", var id, var action] when Deadlines.Exists(deadline => deadline.Id == id) => ChangeAsync(context, id, action),
            _ => RefuseAsync(context, 404, "unknown-deadline"),
        };
    }

    private Task ListAsync(HttpContext context, Func<DeadlineView, bool> takes)
    {
        var state = context.Request.Query["state"].ToString() is { Length: > 0 } wanted ? wanted : "open";
        DeadlineView[] found = [.. Deadlines.Where(deadline => deadline.State == state && takes(deadline))];
        return JsonAsync(context, new Page<DeadlineView>(found, found.Length, Continuation: null), ContractsJson.Default.PageDeadlineView);
    }

    private Task ChangeAsync(HttpContext context, string id, string action)
    {
        var received = Calls.Last(call => call.Method == "POST" && call.Target.EndsWith($"/{id}/{action}", StringComparison.Ordinal));
        lock (_gate)
        {
            var deadline = Find(id);
            if (!_operations.Contains(received.Header("Insek-Operation")!))
            {
                if (received.Header("If-Match") != $"\"{deadline.Version}\"")
                {
                    return RefuseAsync(context, 412, "precondition-failed");
                }

                if (deadline.State != "open" && action != "reopen")
                {
                    return RefuseAsync(context, 409, "deadline-closed");
                }

                _operations.Add(received.Header("Insek-Operation")!);
                Change(id, before => action switch
                {
                    "done" => before with { State = "done", ClosedBy = Due.Owner, ClosedAt = Due.Now, Actions = new DeadlineActions { Reopen = true } },
                    "reopen" => before with { State = "open", ClosedBy = null, ClosedAt = null, Actions = Due.Own },
                    "hand-over" => before with { Owners = [Due.Roads], Actions = new DeadlineActions() },
                    "waive" => before with { State = "waived", Reason = "Entfällt.", Actions = new DeadlineActions { Reopen = true } },
                    _ => Moved(before, JsonSerializer.Deserialize(received.Body, ContractsJson.Default.MoveDeadline)!),
                });
            }
        }

        return JsonAsync(context, Find(id), ContractsJson.Default.DeadlineView);
    }

    private static DeadlineView Moved(DeadlineView before, MoveDeadline to)
    {
        var due = to.Due ?? DateOnly.FromDateTime(to.DueAt!.Value.UtcDateTime);
        return before with { Due = due, DueAt = to.DueAt ?? before.DueAt, DaysLeft = due.DayNumber - before.Due.DayNumber + before.DaysLeft, Overdue = false, MovedFrom = before.Due };
    }

    private static Task JsonAsync<T>(HttpContext context, T body, JsonTypeInfo<T> type) => LoopbackApi.AnswerAsync(context, 200, JsonSerializer.Serialize(body, type));

    private static Task RefuseAsync(HttpContext context, int status, string code) =>
        LoopbackApi.AnswerAsync(context, status, $$"""{"title":"No","code":"{{code}}","status":{{status}}}""", "application/problem+json");
}
