using System.Collections.Concurrent;
using Insek.Office.Functions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insek.Office.Functions.Tests.Hosting;

/// <summary>When timers fire where no Functions host fires them.</summary>
public sealed class LocalTimerTests
{
    private static readonly TimeSpan _quarter = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset _start = new(2024, 3, 18, 6, 56, 30, TimeSpan.Zero);

    // Timers of the runtime may end some milliseconds early: what is due at seven would be looked for before seven.
    [Fact]
    public async Task Timers_fire_at_the_start_and_when_the_clock_shows_a_multiple_of_their_interval_never_before()
    {
        var fired = await FireAsync(new HastyClock(_start), firing: TimeSpan.FromMilliseconds(100), times: 4);

        Assert.Equal(_start, fired[0]);
        Assert.Equal(
            [new(2024, 3, 18, 7, 0, 0, TimeSpan.Zero), new(2024, 3, 18, 7, 15, 0, TimeSpan.Zero), new DateTimeOffset(2024, 3, 18, 7, 30, 0, TimeSpan.Zero)],
            fired[1..].Select(at => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond))));
        Assert.All(fired[1..], at => Assert.True(at.UtcTicks % _quarter.Ticks < TimeSpan.TicksPerSecond, $"{at:O}"));
    }

    [Fact]
    public async Task A_firing_that_takes_longer_than_its_interval_is_followed_by_one_at_once()
    {
        var fired = await FireAsync(new HastyClock(_start), firing: TimeSpan.FromMinutes(40), times: 3);

        Assert.Equal([_start, _start.AddMinutes(40), _start.AddMinutes(80)], fired);
    }

    private static async Task<DateTimeOffset[]> FireAsync(HastyClock clock, TimeSpan firing, int times)
    {
        var fired = new ConcurrentQueue<DateTimeOffset>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = new TimerFunction("Remind", _quarter, (_, _) =>
        {
            fired.Enqueue(clock.GetUtcNow());
            clock.Pass(firing);
            if (fired.Count >= times)
            {
                done.TrySetResult();
            }

            return Task.CompletedTask;
        });
        using var timers = new LocalTimers([timer], new ServiceCollection().BuildServiceProvider(), clock, NullLogger<LocalTimers>.Instance);
        await timers.StartAsync(TestContext.Current.CancellationToken);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await timers.StopAsync(TestContext.Current.CancellationToken);
        return [.. fired.Take(times)];
    }

    /// <summary>A clock whose timers end at once, five milliseconds before their time.</summary>
    private sealed class HastyClock(DateTimeOffset now) : TimeProvider
    {
        private static readonly TimeSpan _early = TimeSpan.FromMilliseconds(5);

        private DateTimeOffset _now = now;

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _now += dueTime > _early ? dueTime - _early : dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }

        public void Pass(TimeSpan by) => _now += by;
    }
}
