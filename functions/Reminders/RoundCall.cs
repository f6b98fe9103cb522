using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Rounds;

namespace Insek.Office.Functions.Reminders;

/// <summary>Who is still to vote in a round, and whether that is enough.</summary>
internal sealed class RoundCall(RoundStore rounds)
{
    /// <summary>How a round stands; null where there is none.</summary>
    public async Task<RoundCallState?> ReadAsync(ConceptId concept, RoundId id, CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(concept, id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var ballots = await rounds.BallotsAsync(concept, id, withVotes: false, cancellationToken);
        var voted = ballots.Where(ballot => ballot.Ballot is { IsCast: true, IsRemoved: false }).Select(ballot => ballot.Ballot.For).ToHashSet();
        return new RoundCallState(stored.Round, [.. stored.Round.Electorate.Where(member => !voted.Contains(member))]);
    }

    /// <summary>Who is told where a round needs somebody: the group's chair and the administrators.</summary>
    public static IReadOnlyList<MemberId> Responsible(ApprovalRound round, TenantDirectory directory)
    {
        var chair = directory.Find(round.Group) is { } group ? group.Chair : round.Chair;
        return [.. (chair is { } leads ? [leads] : Array.Empty<MemberId>()).Concat(directory.Administrators.OrderBy(member => member.Value, StringComparer.Ordinal)).Distinct()];
    }
}

/// <summary>How a round stands.</summary>
/// <param name="Round">The round.</param>
/// <param name="Missing">Who has not voted.</param>
internal sealed record RoundCallState(ApprovalRound Round, IReadOnlyList<MemberId> Missing)
{
    public int Voted => Round.Electorate.Count - Missing.Count;

    /// <summary>Counts every ballot that was cast: who is recused from single items is known only item by item.</summary>
    public bool HasQuorum => Voted * 100 >= Round.Procedure.QuorumPercent * Round.Electorate.Count;

    /// <summary>Whether it ended, or should have, without a decision for lack of votes.</summary>
    public bool IsOverdue(DateTimeOffset at) => Round switch
    {
        { State: RoundState.Opening or RoundState.Open or RoundState.Closing } => at > Round.Due,
        { State: RoundState.Closed, ClosedFor: ClosingCause.Due } => Round.Outcomes.Any(outcome => outcome.Decision is Decision.Undecided),
        _ => false,
    };

    public RoundStanding ToStanding() => new(Voted, Round.Electorate.Count, Round.Procedure.QuorumPercent, HasQuorum);
}
