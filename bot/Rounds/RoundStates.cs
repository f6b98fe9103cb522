using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>How far a round is, by the words of the contract.</summary>
internal static class RoundStates
{
    public static bool IsOpen(this RoundSummary round) => round.State == "open";

    /// <summary>Whether it waits for its group to have members again.</summary>
    public static bool IsPaused(this RoundSummary round) => round.State == "paused";

    public static bool IsClosed(this RoundSummary round) => round.State == "closed";

    /// <summary>Whether it was called off, or is being.</summary>
    public static bool IsCancelled(this RoundSummary round) => round.State is "cancelling" or "cancelled";

    /// <summary>What is still before the group.</summary>
    public static IReadOnlyList<BallotItemView> Live(this RoundView round) => [.. round.Items.Where(item => !item.Withdrawn)];

    /// <summary>Those who have not voted; null where the person who asks may not know.</summary>
    public static IReadOnlyList<MemberView>? NotVoted(this RoundView round) =>
        round.Voted is { } voted ? [.. round.Electorate.ExceptBy(voted.Select(member => member.Id), member => member.Id)] : null;
}
