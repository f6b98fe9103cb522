using System.Text.Json;
using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Contracts;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Benchmarks.Notices;

/// <summary>The functions as far as the sender meets them: an outbox full of cards of one kind, and the rounds and ballots that they show.</summary>
internal sealed class FullOutbox : IAsyncDisposable
{
    private const int Items = 40;
    private const int Seed = 20351;

    private static readonly TimeSpan _leaseFor = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, NoticeView> _waiting = new(StringComparer.Ordinal);
    private readonly Queue<NoticeView> _free;
    private readonly Dictionary<string, DateTimeOffset> _given = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _isEmpty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _round;
    private readonly byte[] _ballot;
    private LoopbackServer? _server;

    private FullOutbox(int notices, int conversations, string kind, string serviceUrl)
    {
        var round = GeneratedBallot.Round("r-0", Items, conversations);
        _round = JsonSerializer.SerializeToUtf8Bytes(round, ContractsJson.Default.RoundView);
        _ballot = JsonSerializer.SerializeToUtf8Bytes(GeneratedBallot.Ballot(round, 1), ContractsJson.Default.BallotView);

        // Each conversation has as many as the others, in no order that would help.
        var order = Enumerable.Range(0, notices).ToArray();
        new Random(Seed).Shuffle(order);
        _free = new(order.Select(number => Notice(number, number % conversations, number / conversations, kind, serviceUrl)));
        foreach (var notice in _free)
        {
            _waiting.Add(notice.Id, notice);
        }
    }

    public Uri Address => _server!.Address;

    /// <summary>Done when every notice was acknowledged.</summary>
    public Task IsEmpty => _isEmpty.Task;

    /// <summary>How often the sender asked for notices.</summary>
    public int Leases { get; private set; }

    /// <summary>The reasons of attempts it reported as failed, and how many had each.</summary>
    public Dictionary<string, int> Failures { get; } = new(StringComparer.Ordinal);

    /// <param name="notices">How many notices.</param>
    /// <param name="conversations">To how many personal chats.</param>
    /// <param name="kind">roundCard or ballotCard.</param>
    /// <param name="serviceUrl">Where the connector answers.</param>
    public static async Task<FullOutbox> StartAsync(int notices, int conversations, string kind, string serviceUrl)
    {
        var outbox = new FullOutbox(notices, conversations, kind, serviceUrl);
        outbox._server = await LoopbackServer.StartAsync(outbox.AnswerAsync);
        return outbox;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var answer = path switch
        {
            "/api/notices/lease" => Lease(JsonSerializer.Deserialize(body.ToArray(), ContractsJson.Default.LeaseRequest)!),
            "/api/notices/ack" => Ack(JsonSerializer.Deserialize(body.ToArray(), ContractsJson.Default.NoticeAck)!),
            "/api/notices/fail" => Fail(JsonSerializer.Deserialize(body.ToArray(), ContractsJson.Default.NoticeFailure)!),
            _ when path.Contains("/ballots/", StringComparison.Ordinal) => _ballot,
            _ when path.Contains("/rounds/", StringComparison.Ordinal) => _round,
            _ => [],
        };
        await (answer.Length > 0 ? LoopbackServer.AnswerAsync(context, StatusCodes.Status200OK, answer) : NothingAsync(context));
    }

    private static Task NothingAsync(HttpContext context)
    {
        context.Response.StatusCode = context.Request.Path == "/api/ready" ? StatusCodes.Status200OK : StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private byte[] Lease(LeaseRequest request)
    {
        lock (_gate)
        {
            Leases++;
            var (now, given) = (TimeProvider.System.GetUtcNow(), new List<NoticeView>());
            foreach (var (id, _) in _given.Where(entry => entry.Value <= now).ToList())
            {
                _given.Remove(id);
                _free.Enqueue(_waiting[id]);
            }

            while (given.Count < (request.Max ?? 32) && _free.TryDequeue(out var notice))
            {
                _given[notice.Id] = now + _leaseFor;
                given.Add(notice);
            }

            return JsonSerializer.SerializeToUtf8Bytes(new LeaseView(1, now + _leaseFor, given), ContractsJson.Default.LeaseView);
        }
    }

    private byte[] Ack(NoticeAck ack)
    {
        lock (_gate)
        {
            _given.Remove(ack.Id);
            if (_waiting.Remove(ack.Id) && _waiting.Count == 0)
            {
                _isEmpty.SetResult();
            }
        }

        return [];
    }

    private byte[] Fail(NoticeFailure failure)
    {
        lock (_gate)
        {
            Failures[failure.Reason] = Failures.GetValueOrDefault(failure.Reason) + 1;
            _given[failure.Id] = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(failure.RetryAfterSeconds ?? 5);
        }

        return [];
    }

    private static NoticeView Notice(int number, int conversation, int round, string kind, string serviceUrl)
    {
        var member = new MemberView(FormattableString.Invariant($"mitglied-{conversation}"), FormattableString.Invariant($"Mitglied {conversation}"));
        return new NoticeView
        {
            Id = FormattableString.Invariant($"r-{round}_{kind}_{member.Id}"),
            Concept = GeneratedBallot.Concept,
            Kind = kind,
            Tag = FormattableString.Invariant($"t{number}"),
            Round = FormattableString.Invariant($"r-{round}"),
            Member = member,
            Group = "ag",
            Attempt = 1,
            Conversation = new ConversationDocument
            {
                Id = FormattableString.Invariant($"a:{member.Id}"),
                Kind = "personal",
                Member = member.Id,
                TeamsUser = $"29:{member.Id}",
                ServiceUrl = serviceUrl,
                Tenant = "00000000-0000-0000-0000-000000000001",
                Bot = "28:11111111-1111-1111-1111-111111111111",
            },
        };
    }
}
