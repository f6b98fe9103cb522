using Insek.Office.Domain;

namespace Insek.Office.Bot.Api;

/// <summary>What goes with a call beside its path and body.</summary>
/// <param name="ActingMember">For whom the bot acts, taken from a verified activity; null where it acts for nobody.</param>
internal sealed record ApiCall(MemberId? ActingMember)
{
    /// <summary>The bot on its own behalf.</summary>
    public static ApiCall AsBot { get; } = new(ActingMember: null);

    /// <summary>The entity tag the call is based on, quotes included.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Names the operation: repeated under the same name it takes effect once. Without a name a POST is sent once.</summary>
    public string? Operation { get; init; }

    /// <summary>Whether 412 is repeated: only where the API itself reads and decides anew each time. What sends <see cref="IfMatch"/> must read again instead.</summary>
    public bool RepeatsRaces { get; init; }
}
