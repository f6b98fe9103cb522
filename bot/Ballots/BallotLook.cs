namespace Insek.Office.Bot.Ballots;

/// <summary>What a ballot card shows beside the ballot.</summary>
/// <param name="IsDeputy">Whether whoever looks votes for somebody else.</param>
/// <param name="Notice">What happened since the last card.</param>
internal sealed record BallotLook(bool IsDeputy = false, string? Notice = null)
{
    public static BallotLook Plain { get; } = new();
}
