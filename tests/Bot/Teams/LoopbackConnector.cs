using System.Collections.Concurrent;
using System.Globalization;
using Insek.Office.Bot.Notices;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Teams;

/// <summary>The connector of Teams on loopback: records what is posted, updated and begun, and misbehaves as it is told.</summary>
internal sealed class LoopbackConnector : IAsyncDisposable
{
    private const int MembersPerPage = 2;

    private readonly ConcurrentQueue<ConnectorCall> _calls = new();
    private readonly ConcurrentDictionary<string, JObject> _shown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<TimeSpan>> _arrived = new(StringComparer.Ordinal);
    private LoopbackServer? _server;
    private int _nextId;
    private int _throttled;

    /// <summary>What is answered instead of what Teams would; null for Teams' own answer.</summary>
    public Func<ConnectorCall, ConnectorAnswer?> Script { get; set; } = _ => null;

    /// <summary>Whether the documented limits are enforced with 429.</summary>
    public bool EnforcesLimits { get; set; }

    /// <summary>How often that was needed.</summary>
    public int Throttled => _throttled;

    /// <summary>Members of every conversation: object id and id in Teams.</summary>
    public List<(string AadObjectId, string TeamsUser)> Members { get; } = [];

    public IReadOnlyList<ConnectorCall> Calls => [.. _calls];

    public IReadOnlyList<ConnectorCall> Posts => [.. _calls.Where(call => call is { Method: "POST", Conversation.Length: > 0 })];

    public IReadOnlyList<ConnectorCall> Updates => [.. _calls.Where(call => call.Method == "PUT")];

    /// <summary>The conversations that were begun.</summary>
    public IReadOnlyList<ConnectorCall> Begun => [.. _calls.Where(call => call is { Method: "POST", Conversation.Length: 0 })];

    /// <summary>What people see, by activity.</summary>
    public IReadOnlyDictionary<string, JObject> Shown => _shown;

    public string ServiceUrl => $"{Server.Address}_connector";

    private LoopbackServer Server => _server ?? throw new InvalidOperationException("It has not been started.");

    public static async Task<LoopbackConnector> StartAsync()
    {
        var connector = new LoopbackConnector();
        connector._server = await LoopbackServer.StartAsync(connector.HandleAsync);
        return connector;
    }

    /// <summary>An activity is deleted, as people can.</summary>
    public void Delete(string activity) => _shown.TryRemove(activity, out _);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task HandleAsync(HttpContext context, string body)
    {
        // /_connector/v3/conversations/{id}/activities/{activity}
        var parts = (context.Request.Path.Value ?? "").Split('/').Skip(4).Select(Uri.UnescapeDataString).ToArray();
        var call = new ConnectorCall(
            context.Request.Method,
            parts.ElementAtOrDefault(0) ?? "",
            parts.ElementAtOrDefault(1) ?? "",
            parts.ElementAtOrDefault(2),
            body.Length == 0 ? [] : JObject.Parse(body));
        _calls.Enqueue(call);
        if (Script(call) is { } scripted)
        {
            await scripted.WriteAsync(context);
            return;
        }

        if (EnforcesLimits && call.Method is "POST" or "PUT" && !TryArrive(call.Conversation))
        {
            Interlocked.Increment(ref _throttled);
            context.Response.Headers.RetryAfter = "1";
            await LoopbackServer.AnswerAsync(context, 429);
            return;
        }

        await AnswerAsync(context, call);
    }

    private Task AnswerAsync(HttpContext context, ConnectorCall call)
    {
        switch (call)
        {
            case { Method: "POST", Conversation: "" }:
                return LoopbackServer.AnswerAsync(context, 201, $$$$"""{"id":"a:{{{{call.Body["members"]?[0]?["id"]}}}}"}""");

            case { Method: "POST", Part: "activities" }:
                var id = string.Create(CultureInfo.InvariantCulture, $"m{Interlocked.Increment(ref _nextId)}");
                _shown[id] = call.Body;
                return LoopbackServer.AnswerAsync(context, 201, $$$$"""{"id":"{{{{id}}}}"}""");

            case { Method: "PUT", Activity: { } activity } when _shown.ContainsKey(activity):
                _shown[activity] = call.Body;
                return LoopbackServer.AnswerAsync(context, 200, $$$$"""{"id":"{{{{activity}}}}"}""");

            case { Method: "GET", Part: "pagedmembers" }:
                return PageAsync(context);

            default:
                return LoopbackServer.AnswerAsync(context, 404, """{"error":{"code":"ActivityNotFoundInConversation","message":"There is nothing."}}""");
        }
    }

    private Task PageAsync(HttpContext context)
    {
        var from = int.TryParse(context.Request.Query["continuationToken"], CultureInfo.InvariantCulture, out var token) ? token : 0;
        var page = new JObject
        {
            ["members"] = new JArray(Members.Skip(from).Take(MembersPerPage).Select(member => new JObject { ["id"] = member.TeamsUser, ["aadObjectId"] = member.AadObjectId })),
        };
        if (from + MembersPerPage < Members.Count)
        {
            page["continuationToken"] = (from + MembersPerPage).ToString(CultureInfo.InvariantCulture);
        }

        return LoopbackServer.AnswerAsync(context, 200, page.ToString());
    }

    private bool TryArrive(string conversation)
    {
        var now = TimeProvider.System.GetElapsedTime(0);
        lock (_arrived)
        {
            var here = _arrived.GetOrAdd(conversation, _ => []);
            var everywhere = _arrived.GetOrAdd("", _ => []);
            if (!HasRoom(here, SendLimits.PerConversation, now) || !HasRoom(everywhere, SendLimits.PerTenant, now))
            {
                return false;
            }

            here.Add(now);
            everywhere.Add(now);
            return true;
        }
    }

    private static bool HasRoom(List<TimeSpan> arrived, IReadOnlyList<SendLimit> limits, TimeSpan now) =>
        limits.All(limit => arrived.Count(at => at > now - limit.Span) < limit.Count);
}

/// <summary>A call as it arrived.</summary>
/// <param name="Method">The method.</param>
/// <param name="Conversation">The conversation; empty where one is begun.</param>
/// <param name="Part">activities or pagedmembers.</param>
/// <param name="Activity">The activity that is updated or replied to.</param>
/// <param name="Body">What was sent.</param>
internal sealed record ConnectorCall(string Method, string Conversation, string Part, string? Activity, JObject Body)
{
    /// <summary>The whole body.</summary>
    public string Json() => Body.ToString();
}

/// <summary>An answer that is not Teams' usual one.</summary>
/// <param name="Status">The status; 0 for no answer at all.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="RetryAfter">Seconds to wait.</param>
internal sealed record ConnectorAnswer(int Status, string? Code = null, string? RetryAfter = null)
{
    public async Task WriteAsync(HttpContext context)
    {
        if (Status == 0)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return;
        }

        if (RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = RetryAfter;
        }

        await LoopbackServer.AnswerAsync(context, Status, Code is null ? "" : $$$$"""{"error":{"code":"{{{{Code}}}}","message":"As it was told to."}}""");
    }
}
