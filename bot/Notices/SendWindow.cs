namespace Insek.Office.Bot.Notices;

/// <summary>At most so many requests in so long a time.</summary>
/// <param name="Count">How many.</param>
/// <param name="Span">In how long a time: after the end of the first, and not before, there is room for another.</param>
internal sealed record SendLimit(int Count, TimeSpan Span);

/// <summary>The requests of one conversation, or of all, as far back as its longest limit looks. Not for use by several threads at once.</summary>
/// <remarks>
/// A request arrives somewhere between the moment it is sent and the moment it is answered. It therefore counts from its beginning and for
/// the whole span after its end: however long any of them takes on the way, no span of Teams' own clock sees more than the limit.
/// </remarks>
internal sealed class SendWindow(IReadOnlyList<SendLimit> limits)
{
    private readonly TimeSpan _longest = limits.Max(limit => limit.Span);

    // In the order of time, because each is added at its end. What lies before the first has left every span.
    private readonly List<TimeSpan> _ended = [];

    private int _first;
    private int _underWay;

    private int Count => _ended.Count - _first;

    /// <summary>Whether nothing in it counts any more.</summary>
    public bool IsIdle(TimeSpan now)
    {
        Trim(now);
        return _underWay == 0 && Count == 0;
    }

    /// <summary>When the next request may begin: now, a later instant, or null where that depends on when one that is under way ends.</summary>
    public TimeSpan? FreeAt(TimeSpan now)
    {
        Trim(now);
        var free = now;
        foreach (var limit in limits)
        {
            var room = limit.Count - _underWay;
            if (room <= 0)
            {
                return null;
            }

            // The room-th from the end must have left the span.
            if (Count >= room && _ended[^room] + limit.Span is var at && at > free)
            {
                free = at;
            }
        }

        return free;
    }

    public void Begin() => _underWay++;

    public void End(TimeSpan now)
    {
        _underWay--;
        _ended.Add(now);
    }

    private void Trim(TimeSpan now)
    {
        while (Count > 0 && _ended[_first] + _longest <= now)
        {
            _first++;
        }

        // Seldom enough to cost nothing, often enough to hold no more than twice what counts.
        if (_first > Count)
        {
            _ended.RemoveRange(0, _first);
            _first = 0;
        }
    }
}
