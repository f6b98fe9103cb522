namespace Insek.Office.Bot.Notices;

/// <summary>Keeps to what Teams allows a bot: for each conversation 7 requests in 1 second, 8 in 2, 60 in 30 and 1,800 in an hour; 50 in 1 second for the tenant.</summary>
/// <remarks>
/// Source: "Optimize your bot with rate limiting in Teams", learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit.
/// Windows slide and are exact. Whoever came first goes first; whoever must wait for its own conversation holds up nobody else.
/// One bot process sends for a tenant at a time, so these are the tenant's requests.
/// </remarks>
internal sealed class SendLimits : IDisposable
{
    public static readonly IReadOnlyList<SendLimit> PerConversation =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1_800, TimeSpan.FromHours(1)),
    ];

    public static readonly IReadOnlyList<SendLimit> PerTenant = [new(50, TimeSpan.FromSeconds(1))];

    private static readonly TimeSpan _tidyEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SendWindow> _conversations = new(StringComparer.Ordinal);
    private readonly SendWindow _tenant = new(PerTenant);
    private readonly LinkedList<Waiter> _waiting = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private TimeSpan _tidiedAt;

    public SendLimits(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => Admit(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many conversations are remembered: those with a request in the last hour.</summary>
    public int Conversations
    {
        get
        {
            lock (_gate)
            {
                return _conversations.Count;
            }
        }
    }

    /// <summary>How many requests wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    // Since whenever the clock counts; only differences matter.
    private TimeSpan Now => _clock.GetElapsedTime(0);

    /// <summary>Waits until a request to this conversation is allowed. What is returned is disposed of when the request has been answered, or has failed.</summary>
    public async ValueTask<SendSlot> WaitAsync(string conversation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new Waiter(conversation);
        lock (_gate)
        {
            _waiting.AddLast(waiting.Node);
        }

        Admit();
        await using var registration = cancellationToken.UnsafeRegister(_ => Leave(waiting, cancellationToken), state: null);
        return await waiting.Admitted.Task;
    }

    /// <summary>Counts a request that does not wait, because somebody waits for it.</summary>
    public SendSlot Take(string conversation)
    {
        lock (_gate)
        {
            return Begin(conversation);
        }
    }

    /// <summary>How long a request to this conversation would have to wait if no other came; zero where it could go now.</summary>
    public TimeSpan WaitFor(string conversation)
    {
        lock (_gate)
        {
            var now = Now;
            return _conversations.TryGetValue(conversation, out var window) && window.FreeAt(now) is { } free ? free - now : TimeSpan.Zero;
        }
    }

    public void Dispose() => _timer.Dispose();

    internal void End(string conversation)
    {
        lock (_gate)
        {
            var now = Now;
            Window(conversation).End(now);
            _tenant.End(now);
        }

        Admit();
    }

    private void Admit()
    {
        lock (_gate)
        {
            var now = Now;
            Tidy(now);
            TimeSpan? next = null;
            var held = new HashSet<string>(StringComparer.Ordinal);
            for (var node = _waiting.First; node is not null;)
            {
                var (waiting, after) = (node.Value, node.Next);
                if (_tenant.FreeAt(now) is not { } tenantFree || tenantFree > now)
                {
                    next = Earlier(next, _tenant.FreeAt(now));
                    break;
                }

                if (!held.Contains(waiting.Conversation))
                {
                    var free = _conversations.TryGetValue(waiting.Conversation, out var window) ? window.FreeAt(now) : now;
                    if (free <= now)
                    {
                        _waiting.Remove(node);
                        waiting.Admitted.SetResult(Begin(waiting.Conversation));
                    }
                    else
                    {
                        held.Add(waiting.Conversation);
                        next = Earlier(next, free);
                    }
                }

                node = after;
            }

            // Timers count in whole milliseconds; one too early would only look again.
            if (next is { } at)
            {
                var due = TimeSpan.FromMilliseconds(Math.Ceiling((at - now).TotalMilliseconds));
                _timer.Change(due > _tick ? due : _tick, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private SendSlot Begin(string conversation)
    {
        Window(conversation).Begin();
        _tenant.Begin();
        return new SendSlot(this, conversation);
    }

    private SendWindow Window(string conversation)
    {
        if (!_conversations.TryGetValue(conversation, out var window))
        {
            _conversations[conversation] = window = new SendWindow(PerConversation);
        }

        return window;
    }

    private void Tidy(TimeSpan now)
    {
        if (now - _tidiedAt < _tidyEvery)
        {
            return;
        }

        _tidiedAt = now;
        foreach (var (conversation, _) in _conversations.Where(entry => entry.Value.IsIdle(now)).ToList())
        {
            _conversations.Remove(conversation);
        }
    }

    private void Leave(Waiter waiting, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Admitted in the same moment: it has its slot and will give it back.
            if (waiting.Node.List is null)
            {
                return;
            }

            _waiting.Remove(waiting.Node);
            waiting.Admitted.SetCanceled(cancellationToken);
        }
    }

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;

    private sealed class Waiter
    {
        public Waiter(string conversation)
        {
            Conversation = conversation;
            Node = new LinkedListNode<Waiter>(this);
        }

        public string Conversation { get; }

        public LinkedListNode<Waiter> Node { get; }

        public TaskCompletionSource<SendSlot> Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>One request to Teams, from its beginning to its end.</summary>
internal sealed class SendSlot(SendLimits limits, string conversation) : IDisposable
{
    private int _ended;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            limits.End(conversation);
        }
    }
}
