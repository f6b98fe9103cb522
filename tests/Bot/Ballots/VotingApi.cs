using System.Text.Json;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Bot.Tests.Rounds;
using Insek.Office.Contracts;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Bot.Tests.Ballots;

/// <summary>An API on loopback that keeps one round and the planner's ballot as the contracts say.</summary>
internal sealed class VotingApi : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _operations = [];
    private LoopbackApi? _api;
    private int _failures;

    private VotingApi(RoundView round) => (Round, Ballot) = (round, Sample.Ballot(round));

    public RoundView Round { get; set; }

    public BallotView Ballot { get; set; }

    public BallotDraft? Draft { get; set; }

    /// <summary>While set, casting waits for it.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>While set, every reading waits for it.</summary>
    public TaskCompletionSource? HoldReading { get; set; }

    public Uri Address => _api!.Address;

    public IReadOnlyList<Received> Calls => _api!.Calls;

    /// <summary>The castings that arrived, counted or not.</summary>
    public IReadOnlyList<Received> Casts => [.. Calls.Where(call => call.Method == "PUT" && call.Target.EndsWith("/ballots/planner", StringComparison.Ordinal))];

    public static async Task<VotingApi> StartAsync(RoundView? round = null)
    {
        var voting = new VotingApi(round ?? Sample.Round());
        voting._api = await LoopbackApi.StartAsync((context, _) => voting.AnswerAsync(context));
        return voting;
    }

    /// <summary>The next castings fail as if the service were broken.</summary>
    public void FailCasts(int count) => Volatile.Write(ref _failures, count);

    public async ValueTask DisposeAsync()
    {
        _ = Hold?.TrySetResult();
        _ = HoldReading?.TrySetResult();
        await _api!.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        var received = Calls.Last(call => call.Method == method && call.Target == path);
        var end = path["/api/concepts/torgau/rounds/r1".Length..];
        if (!path.StartsWith("/api/concepts/torgau/rounds/r1", StringComparison.Ordinal))
        {
            await RefuseAsync(context, 404, "unknown-round");
            return;
        }

        if (method == "GET" && HoldReading is { } reading)
        {
            await reading.Task;
        }

        await ((method, end) switch
        {
            ("GET", "") => JsonAsync(context, JsonSerializer.Serialize(Round, ContractsJson.Default.RoundView)),
            ("GET", "/ballots/planner") => received.Header("Insek-Acting-Member") is "planner" or "chair" ? JsonAsync(context, JsonSerializer.Serialize(Seen(), ContractsJson.Default.BallotView)) : RefuseAsync(context, 403, "not-entitled"),
            ("PUT", "/ballots/planner/draft") => KeepAsync(context, received),
            ("DELETE", "/ballots/planner/draft") => DropAsync(context),
            ("PUT", "/ballots/planner") => CastAsync(context, received),
            ("POST", "/close") => ManageAsync(context, Round with { State = "closing" }),
            ("POST", "/cancel") => ManageAsync(context, Round with { State = "cancelled", Reason = JsonSerializer.Deserialize(received.Body, ContractsJson.Default.CancelRound)!.Reason }),
            ("POST", "/extend") => ManageAsync(context, Round with { Due = JsonSerializer.Deserialize(received.Body, ContractsJson.Default.ExtendRound)!.Due!.Value }),
            _ => RefuseAsync(context, 403, "not-entitled"),
        });
    }

    private BallotView Seen() => Ballot with { MayCast = Round.State == "open" && !Ballot.Removed, Draft = Draft };

    private Task KeepAsync(HttpContext context, Received received)
    {
        Draft = JsonSerializer.Deserialize(received.Body, ContractsJson.Default.BallotDraft);
        return JsonAsync(context, "{}");
    }

    private Task DropAsync(HttpContext context)
    {
        Draft = null;
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private Task ManageAsync(HttpContext context, RoundView round)
    {
        if (!Round.MayManage)
        {
            return RefuseAsync(context, 403, "not-allowed");
        }

        Round = round;
        return JsonAsync(context, JsonSerializer.Serialize(Round, ContractsJson.Default.RoundView));
    }

    private async Task CastAsync(HttpContext context, Received received)
    {
        if (Hold is { } hold)
        {
            await hold.Task;
        }

        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            await RefuseAsync(context, 503, "storage-unavailable");
            return;
        }

        string? refusal;
        var status = 409;
        lock (_gate)
        {
            var votes = JsonSerializer.Deserialize(received.Body, ContractsJson.Default.CastBallot)!.Votes;
            var live = Round.Items.Where(item => !item.Withdrawn).Select(item => (item.Id, item.Revision)).ToArray();
            refusal = null;
            if (!_operations.Contains(received.Header("Insek-Operation")!))
            {
                (status, refusal) = 0 switch
                {
                    _ when Round.State != "open" => (409, "round-not-open"),
                    _ when received.Header("If-Match") != $"\"{Ballot.Version}\"" => (412, "ballot-changed"),
                    _ when !votes.Select(vote => (vote.Item, vote.Revision)).SequenceEqual(live) => (409, "outdated-revision"),
                    _ => (200, (string?)null),
                };
                if (refusal is null)
                {
                    _ = _operations.Add(received.Header("Insek-Operation")!);
                    Ballot = Ballot with { Votes = votes, Version = Ballot.Version + 1, CastAt = Sample.CastAt, By = Sample.Members.Single(member => member.Id == received.Header("Insek-Acting-Member")) };
                    Draft = null;
                    Round = Round with { VotedCount = 3 };
                }
            }
        }

        await (refusal is null
            ? JsonAsync(context, JsonSerializer.Serialize(new BallotReceipt(Seen(), Round), ContractsJson.Default.BallotReceipt))
            : RefuseAsync(context, status, refusal));
    }

    private static Task JsonAsync(HttpContext context, string json) => LoopbackApi.AnswerAsync(context, 200, json);

    private static Task RefuseAsync(HttpContext context, int status, string code) =>
        LoopbackApi.AnswerAsync(context, status, $$"""{"title":"No","code":"{{code}}","status":{{status}}}""", "application/problem+json");
}
