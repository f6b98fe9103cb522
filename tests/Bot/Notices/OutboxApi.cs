using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Insek.Office.Bot.Tests.Teams;
using Insek.Office.Contracts;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Bot.Tests.Notices;

/// <summary>The API on loopback as far as the sender meets it: an outbox with its lease, conversations, bindings, and rounds to render.</summary>
internal sealed class OutboxApi : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly ConcurrentQueue<(string Path, string Body)> _calls = new();
    private LoopbackServer? _server;
    private string? _holder;
    private DateTimeOffset _heldUntil;
    private long _token;
    private int _leases;

    /// <summary>For how long a sender has what it was given.</summary>
    public TimeSpan LeaseFor { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>What is answered instead, by path: a status, or 0 for no answer at all; null for the usual one.</summary>
    public Func<string, int?> Script { get; set; } = _ => null;

    /// <summary>The title of every round.</summary>
    public string Title { get; set; } = "Runde 1";

    public List<BindingDocument> Bindings { get; } = [];

    /// <summary>What becomes of installing the app; null where people come from a file and nothing can be installed.</summary>
    public string? Installation { get; set; }

    public IReadOnlyList<(string Path, string Body)> Calls => [.. _calls];

    public Uri Address => Server.Address;

    public IReadOnlyList<ConversationDocument> Conversations => [.. Of("/api/conversations", ContractsJson.Default.ConversationDocument)];

    public IReadOnlyList<ConversationName> Removed => [.. Of("/api/conversations/removed", ContractsJson.Default.ConversationName)];

    public IReadOnlyList<ConversationName> Failed => [.. Of("/api/conversations/failed", ContractsJson.Default.ConversationName)];

    public IReadOnlyList<NoticeAck> Acks => [.. Of("/api/notices/ack", ContractsJson.Default.NoticeAck)];

    public IReadOnlyList<NoticeFailure> Failures => [.. Of("/api/notices/fail", ContractsJson.Default.NoticeFailure)];

    /// <summary>Whether nothing is left to be sent.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _entries.TrueForAll(entry => !entry.IsPending);
            }
        }
    }

    private LoopbackServer Server => _server ?? throw new InvalidOperationException("It has not been started.");

    public static async Task<OutboxApi> StartAsync()
    {
        var api = new OutboxApi();
        api._server = await LoopbackServer.StartAsync(api.HandleAsync);
        return api;
    }

    /// <summary>Asks for a notice to be shown, or shown as it is now.</summary>
    public void Ask(string id, ConversationDocument? conversation, MemberView? member = null)
    {
        lock (_gate)
        {
            if (_entries.Find(entry => entry.Id == id) is not { } entry)
            {
                _entries.Add(entry = new Entry(id, conversation, member));
            }

            entry.Version++;
            entry.IsPending = true;
        }
    }

    /// <summary>The activity that shows the notice, as the API knows it.</summary>
    public string? ActivityOf(string id)
    {
        lock (_gate)
        {
            return _entries.Find(entry => entry.Id == id)?.ActivityId;
        }
    }

    /// <summary>The sender's lease is over.</summary>
    public void LoseHolder()
    {
        lock (_gate)
        {
            _holder = null;
        }
    }

    /// <summary>What was given out is given out again, as after the end of its lease.</summary>
    public void ForgetLeases()
    {
        lock (_gate)
        {
            _entries.ForEach(entry => entry.LeasedUntil = default);
        }
    }

    /// <summary>How often a notice was given out since it was last acknowledged.</summary>
    public int Given(string id)
    {
        lock (_gate)
        {
            return _entries.Find(entry => entry.Id == id)?.Attempt ?? 0;
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task HandleAsync(HttpContext context, string body)
    {
        var path = context.Request.Path.Value ?? "";
        _calls.Enqueue((path, body));
        if (Script(path) is { } status)
        {
            context.Response.Headers.RetryAfter = "0";
            await new ConnectorAnswer(status).WriteAsync(context);
            return;
        }

        var (answer, code) = Answer(path, body);
        await LoopbackServer.AnswerAsync(context, code, answer, code == 409 ? "application/problem+json" : "application/json");
    }

    private (string Body, int Status) Answer(string path, string body)
    {
        lock (_gate)
        {
            return path switch
            {
                "/api/notices/lease" => Lease(Read(body, ContractsJson.Default.LeaseRequest)),
                "/api/notices/ack" => Ack(Read(body, ContractsJson.Default.NoticeAck)),
                "/api/notices/fail" => Fail(Read(body, ContractsJson.Default.NoticeFailure)),
                "/api/bindings" => (JsonSerializer.Serialize(Bindings, ContractsJson.Default.IReadOnlyListBindingDocument), 200),
                _ when path.EndsWith("/installation", StringComparison.Ordinal) => Install(path.Split('/')[^2]),
                _ when path.EndsWith("/rounds/r1", StringComparison.Ordinal) => (JsonSerializer.Serialize(Notices.Given.Round(Title), ContractsJson.Default.RoundView), 200),
                _ when path.Contains("/rounds/r1/ballots/", StringComparison.Ordinal) => (JsonSerializer.Serialize(Notices.Given.Ballot(path.Split('/')[^1]), ContractsJson.Default.BallotView), 200),
                _ => ("", 204),
            };
        }
    }

    private (string Body, int Status) Install(string member) => Installation is { } state
        ? (JsonSerializer.Serialize(new InstallationView { Id = member, State = state, At = TimeProvider.System.GetUtcNow() }, ContractsJson.Default.InstallationView), 200)
        : ("""{"title":"Conflict","status":409,"code":"installation-unavailable","detail":"People come from a file."}""", 409);

    private (string Body, int Status) Lease(LeaseRequest request)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (_holder is not null && _holder != request.Sender && _heldUntil > now)
        {
            return ("""{"title":"Conflict","status":409,"code":"lease-held","detail":"Another sends."}""", 409);
        }

        _token += _holder == request.Sender ? 0 : 1;
        (_holder, _heldUntil) = (request.Sender, now + LeaseFor);
        var notices = new List<NoticeView>();
        foreach (var entry in _entries.Where(entry => entry.IsPending && entry.NotBefore <= now && !(entry.LeasedUntil > now)).Take(request.Max ?? 32))
        {
            entry.MaybeSent |= entry.Lease is not null;
            entry.Lease = string.Create(CultureInfo.InvariantCulture, $"l{++_leases}");
            (entry.LeasedUntil, entry.Attempt) = (_heldUntil, entry.Attempt + 1);
            notices.Add(entry.View());
        }

        return (JsonSerializer.Serialize(new LeaseView(_token, _heldUntil, notices), ContractsJson.Default.LeaseView), 200);
    }

    private (string Body, int Status) Ack(NoticeAck ack)
    {
        var entry = _entries.Single(entry => entry.Id == ack.Id);
        entry.ActivityId = ack.ActivityId ?? entry.ActivityId;
        if (ack.Tag.Split('.') is [var lease, var version] && lease == entry.Lease)
        {
            entry.IsPending = version != entry.Version.ToString(CultureInfo.InvariantCulture);
            (entry.Lease, entry.LeasedUntil, entry.Attempt) = (null, default, 0);
        }

        return ("", 204);
    }

    private (string Body, int Status) Fail(NoticeFailure failure)
    {
        var entry = _entries.Single(entry => entry.Id == failure.Id);
        (entry.Lease, entry.LeasedUntil) = (null, default);
        entry.IsPending = !failure.Permanent;
        entry.NotBefore = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(failure.RetryAfterSeconds ?? 0);
        return ("", 204);
    }

    private IEnumerable<T> Of<T>(string path, JsonTypeInfo<T> type) => _calls.Where(call => call.Path == path).Select(call => Read(call.Body, type));

    private static T Read<T>(string body, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(body, type) ?? throw new JsonException("null");

    private sealed class Entry(string id, ConversationDocument? conversation, MemberView? member)
    {
        public string Id => id;

        public int Version { get; set; }

        public bool IsPending { get; set; }

        public string? Lease { get; set; }

        public DateTimeOffset LeasedUntil { get; set; }

        public DateTimeOffset NotBefore { get; set; }

        public string? ActivityId { get; set; }

        public int Attempt { get; set; }

        public bool MaybeSent { get; set; }

        public NoticeView View() => new()
        {
            Id = id,
            Concept = "torgau",
            Kind = member is null ? "roundCard" : "ballotCard",
            Tag = string.Create(CultureInfo.InvariantCulture, $"{Lease}.{Version}"),
            Round = "r1",
            Group = "verkehr",
            Member = member,
            Conversation = conversation,
            ActivityId = ActivityId,
            Attempt = Attempt,
            MaybeSent = MaybeSent,
        };
    }
}
