using System.Diagnostics;

namespace Insek.Office.Benchmarks.Notices;

/// <summary>A documented limit: at most so many requests within any so long a time.</summary>
internal sealed record Limit(int Count, TimeSpan Span);

/// <summary>When requests arrived, by the connector's clock, and whether the limits left room for each.</summary>
/// <remarks>
/// The limits are written down here a second time, from "Optimize your bot with rate limiting in Teams"
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit): the sender's own are what is tested.
/// </remarks>
internal sealed class Arrivals
{
    public static readonly Limit[] PerConversation =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1_800, TimeSpan.FromHours(1)),
    ];

    public static readonly Limit PerTenant = new(50, TimeSpan.FromSeconds(1));

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<TimeSpan>> _conversations = new(StringComparer.Ordinal);
    private readonly List<TimeSpan> _all = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>How many were turned away.</summary>
    public int Refused { get; private set; }

    /// <summary>From the first to the last that was taken.</summary>
    public TimeSpan Duration => _all[^1] - _all[0];

    /// <summary>Counts a request.</summary>
    /// <returns>Whether there was room for it. What is turned away does not count.</returns>
    public bool TryTake(string conversation)
    {
        lock (_gate)
        {
            var now = Stopwatch.GetElapsedTime(_start);
            if (!_conversations.TryGetValue(conversation, out var here))
            {
                _conversations[conversation] = here = [];
            }

            if (!HasRoom(_all, PerTenant, now) || !Array.TrueForAll(PerConversation, limit => HasRoom(here, limit, now)))
            {
                Refused++;
                return false;
            }

            here.Add(now);
            _all.Add(now);
            return true;
        }
    }

    /// <summary>The most that were taken within a limit's time anywhere, of the whole tenant.</summary>
    public int MostOfTenant(Limit limit) => Most(_all, limit.Span);

    /// <summary>The most that were taken within a limit's time anywhere, of one conversation.</summary>
    public int MostOfConversation(Limit limit) => _conversations.Values.Max(times => Most(times, limit.Span));

    private static bool HasRoom(List<TimeSpan> times, Limit limit, TimeSpan now) => times.Count < limit.Count || times[^limit.Count] + limit.Span <= now;

    private static int Most(List<TimeSpan> times, TimeSpan span)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[first] + span <= times[last])
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
