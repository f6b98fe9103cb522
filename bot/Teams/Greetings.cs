using System.Collections.Concurrent;

namespace Insek.Office.Bot.Teams;

/// <summary>Where the bot has said what it can do: once after it came, although Teams says so with two activities.</summary>
/// <remarks>Kept by the process. After a restart, an installation that is told again is greeted again; that is the smaller evil.</remarks>
internal sealed class Greetings
{
    /// <summary>Beyond this many the oldest memory is not worth its room.</summary>
    private const int MaxKept = 10_000;

    private readonly ConcurrentDictionary<string, bool> _greeted = new(StringComparer.Ordinal);

    /// <summary>Whether it is the caller's turn to greet.</summary>
    public bool TryBegin(string conversation)
    {
        if (_greeted.Count >= MaxKept)
        {
            _greeted.Clear();
        }

        return _greeted.TryAdd(conversation, true);
    }

    /// <summary>The bot left, or its greeting did not arrive.</summary>
    public void Forget(string conversation) => _greeted.TryRemove(conversation, out _);
}
