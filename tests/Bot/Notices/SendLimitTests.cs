using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Bot.Notices;

namespace Insek.Office.Bot.Tests.Notices;

/// <summary>The limits of Teams: never exceeded wherever on its way a request is counted, and nobody waits without need.</summary>
public sealed class SendLimitTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Fact]
    public void No_window_is_ever_exceeded_and_nobody_waits_longer_than_needed()
    {
        var request = from conversation in Gen.Choose(0, 11)
                      from pause in Gen.Frequency((8, Gen.Choose(0, 20)), (1, Gen.Choose(0, 3_000)))
                      from duration in Gen.Frequency((3, Gen.Choose(0, 5)), (1, Gen.Choose(0, 1_500)))
                      from part in Gen.Choose(0, 100)
                      select new Request($"c{conversation * conversation / 12}", TimeSpan.FromMilliseconds(pause), TimeSpan.FromMilliseconds(duration), part / 100.0);
        var requests = Gen.ListOf(request, 150).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(requests, wanted =>
        {
            using var simulation = new Simulation();
            simulation.Run(wanted);
            simulation.KeepsLimits();
        }));
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1_000)]
    [InlineData(9, 2_000)]
    [InlineData(60, 14_000)]
    [InlineData(61, 30_000)]
    [InlineData(1_800, 884_000)]
    [InlineData(1_801, 3_600_000)]
    public void Requests_to_one_conversation_go_as_soon_as_the_documented_limits_allow(int count, int lastAtMilliseconds)
    {
        using var simulation = new Simulation();

        simulation.Run(Enumerable.Repeat(new Request("c", TimeSpan.Zero, TimeSpan.Zero, 0), count));

        Assert.Equal(TimeSpan.FromMilliseconds(lastAtMilliseconds), simulation.LastGrant);
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, 1_000)]
    [InlineData(150, 2_000)]
    public void Requests_to_many_conversations_go_as_soon_as_the_tenants_limit_allows(int count, int lastAtMilliseconds)
    {
        using var simulation = new Simulation();

        simulation.Run(Enumerable.Range(0, count).Select(index => new Request($"c{index}", TimeSpan.Zero, TimeSpan.Zero, 0)));

        Assert.Equal(TimeSpan.FromMilliseconds(lastAtMilliseconds), simulation.LastGrant);
    }

    [Fact]
    public async Task A_busy_conversation_holds_up_nobody_else()
    {
        using var limits = new SendLimits(new ManualClock());
        for (var index = 0; index < 7; index++)
        {
            limits.Take("busy").Dispose();
        }

        var busy = limits.WaitAsync("busy", TestContext.Current.CancellationToken).AsTask();
        using var other = await limits.WaitAsync("other", TestContext.Current.CancellationToken);

        Assert.False(busy.IsCompleted);
        Assert.Equal(_second, limits.WaitFor("busy"));
        Assert.Equal(TimeSpan.Zero, limits.WaitFor("other"));
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nobodys_place()
    {
        var clock = new ManualClock();
        using var limits = new SendLimits(clock);
        for (var index = 0; index < 7; index++)
        {
            limits.Take("c").Dispose();
        }

        using var giveUp = new CancellationTokenSource();
        var impatient = limits.WaitAsync("c", giveUp.Token).AsTask();
        var patient = limits.WaitAsync("c", TestContext.Current.CancellationToken).AsTask();
        await giveUp.CancelAsync();
        clock.MoveTo(clock.Now + _second);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        (await patient).Dispose();
    }

    [Fact]
    public void A_conversation_that_is_quiet_for_an_hour_is_forgotten()
    {
        var clock = new ManualClock();
        using var limits = new SendLimits(clock);
        for (var index = 0; index < 40; index++)
        {
            limits.Take($"c{index}").Dispose();
        }

        using var open = limits.Take("open");
        clock.MoveTo(clock.Now + TimeSpan.FromHours(1));
        limits.Take("new").Dispose();

        Assert.Equal(2, limits.Conversations);
    }

    /// <summary>Somebody who wants to send.</summary>
    /// <param name="Conversation">Where.</param>
    /// <param name="Pause">After the one before.</param>
    /// <param name="Duration">Until Teams has answered.</param>
    /// <param name="Part">After which part of that time Teams counts it, from 0 to 1.</param>
    private sealed record Request(string Conversation, TimeSpan Pause, TimeSpan Duration, double Part);

    private sealed class Sent(Request request, Task<SendSlot> slot)
    {
        public Request Request => request;

        public Task<SendSlot> Slot => slot;

        public TimeSpan? Began { get; set; }

        public TimeSpan? Ended { get; set; }

        public TimeSpan Counted => (Began ?? TimeSpan.MaxValue) + (request.Duration * request.Part);
    }

    /// <summary>Sends in a time of its own, and judges by the plain wording of the limits.</summary>
    private sealed class Simulation : IDisposable
    {
        private readonly ManualClock _clock = new();
        private readonly SendLimits _limits;
        private readonly List<Sent> _sent = [];
        private readonly TimeSpan _start;

        public Simulation()
        {
            _limits = new SendLimits(_clock);
            _start = _clock.Now;
        }

        public TimeSpan LastGrant => _sent.Max(sent => sent.Began!.Value) - _start;

        public void Run(IEnumerable<Request> wanted)
        {
            var arrivals = new Queue<(TimeSpan At, Request Request)>();
            var at = _clock.Now;
            foreach (var request in wanted)
            {
                at += request.Pause;
                arrivals.Enqueue((at, request));
            }

            while (arrivals.Count > 0 || _sent.Exists(sent => sent.Ended is null))
            {
                var next = new[] { arrivals.TryPeek(out var first) ? first.At : (TimeSpan?)null, NextEnd(), _clock.Next }.Min()
                    ?? throw new InvalidOperationException("Somebody waits, and nothing will ever happen.");
                _clock.MoveTo(next);
                Settle();
                foreach (var done in _sent.Where(sent => sent.Began is not null && sent.Ended is null && sent.Began + sent.Request.Duration <= next).ToList())
                {
                    done.Ended = next;
                    done.Slot.Result.Dispose();
                }

                while (arrivals.TryPeek(out var arrival) && arrival.At <= next)
                {
                    arrivals.Dequeue();
                    _sent.Add(new Sent(arrival.Request, _limits.WaitAsync(arrival.Request.Conversation, CancellationToken.None).AsTask()));
                }

                Settle();
                NobodyWaitsWithoutNeed();
            }
        }

        public void KeepsLimits()
        {
            foreach (var conversation in _sent.GroupBy(sent => sent.Request.Conversation))
            {
                Keeps(conversation, SendLimits.PerConversation);
            }

            Keeps(_sent, SendLimits.PerTenant);
        }

        public void Dispose() => _limits.Dispose();

        private TimeSpan? NextEnd() => _sent.Where(sent => sent.Began is not null && sent.Ended is null).Select(sent => sent.Began + sent.Request.Duration).Min();

        // Whoever was let go hears it on another thread; the clock stands still until all have.
        private void Settle()
        {
            var going = _sent.Count - _limits.Waiting;
            SpinWait.SpinUntil(() => _sent.Count(sent => sent.Slot.IsCompleted) == going);
            foreach (var begun in _sent.Where(sent => sent.Began is null && sent.Slot.IsCompleted))
            {
                begun.Began = _clock.Now;
            }
        }

        private void NobodyWaitsWithoutNeed()
        {
            foreach (var head in _sent.Where(sent => sent.Began is null).GroupBy(sent => sent.Request.Conversation).Select(queue => queue.First()))
            {
                Assert.False(
                    HasRoom(_sent.Where(sent => sent.Request.Conversation == head.Request.Conversation), SendLimits.PerConversation) && HasRoom(_sent, SendLimits.PerTenant),
                    $"At {_clock.Now - _start}, {head.Request.Conversation} waits without need.");
            }
        }

        private bool HasRoom(IEnumerable<Sent> requests, IReadOnlyList<SendLimit> limits)
        {
            var begun = requests.Where(sent => sent.Began is not null).ToList();
            return limits.All(limit => begun.Count(sent => sent.Ended is null || sent.Ended + limit.Span > _clock.Now) < limit.Count);
        }

        private static void Keeps(IEnumerable<Sent> requests, IReadOnlyList<SendLimit> limits)
        {
            var counted = requests.Select(sent => sent.Counted).Order().ToList();
            foreach (var limit in limits)
            {
                for (var index = limit.Count; index < counted.Count; index++)
                {
                    Assert.True(counted[index] - counted[index - limit.Count] >= limit.Span, $"More than {limit.Count} in {limit.Span}.");
                }
            }
        }
    }
}
