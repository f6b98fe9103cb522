using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Notices;

/// <summary>Keeps two versions of one card apart, so that a card many vote on does not flicker.</summary>
internal sealed class CardPace(IOptions<NoticeOptions> options, TimeProvider clock)
{
    private const int TidyAbove = 1_000;

    private readonly ConcurrentDictionary<string, long> _shownAt = new(StringComparer.Ordinal);

    /// <summary>How long the next version of the card has to wait; zero where it has not.</summary>
    public TimeSpan WaitFor(string card)
    {
        var left = _shownAt.TryGetValue(card, out var at) ? options.Value.CardPace - clock.GetElapsedTime(at) : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>A version of the card has been sent.</summary>
    public void Mark(string card)
    {
        if (_shownAt.Count > TidyAbove)
        {
            foreach (var (old, _) in _shownAt.Where(entry => clock.GetElapsedTime(entry.Value) >= options.Value.CardPace).ToList())
            {
                _shownAt.TryRemove(old, out _);
            }
        }

        _shownAt[card] = clock.GetTimestamp();
    }
}
