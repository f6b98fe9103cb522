using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Rounds;

/// <summary>Reads one's own ballot, and, when the round has closed, everybody's.</summary>
internal static class ReadBallots
{
    public static void MapListBallots(this IEndpointRouteBuilder rounds) =>
        rounds.MapGet("/{id}/ballots", ListAsync)
            .WithName("ListBallots")
            .WithSummary("Every ballot with its votes: after the round has closed, or while it is open where voting is open. For its voters, the chair and administrators.");

    public static void MapGetBallot(this IEndpointRouteBuilder rounds) =>
        rounds.MapGet("/{id}/ballots/{member}", GetAsync)
            .WithName("GetBallot")
            .WithSummary("The member's ballot with the choices on the way to it. For the member, and for who stands in today. Its ETag is needed to cast it.");

    private static async Task<Results<Ok<IReadOnlyList<BallotView>>, ProblemHttpResult>> ListAsync(
        string concept, string id, Caller caller, RoundStore rounds, IDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (await rounds.FindAsync(new ConceptId(concept), new RoundId(id), cancellationToken) is not { Round: var round })
        {
            return new UnknownRound(id).ToProblem();
        }

        var names = await directory.ReadAsync(cancellationToken);
        if (!round.Electorate.Contains(caller.Id) && !RoundActor.Manages(caller, round, names))
        {
            return new NotAllowed(caller.Id, "see the ballots of this round").ToProblem();
        }

        if (round.State is not RoundState.Closed && !round.Procedure.IsOpenVoting)
        {
            return new BallotsSecret(round.Id).ToProblem();
        }

        var ballots = await rounds.BallotsAsync(new ConceptId(concept), round.Id, withVotes: true, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<BallotView>>([.. ballots.Select(ballot => ballot.Ballot.ToView(round, names, caller, clock.GetUtcNow()))]);
    }

    private static async Task<Results<Ok<BallotView>, ProblemHttpResult>> GetAsync(
        string concept, string id, string member, Caller caller, RoundStore rounds, IDirectory directory, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        var (conceptId, roundId, voter) = (new ConceptId(concept), new RoundId(id), new MemberId(member));
        var (head, row, choices) = (
            rounds.FindAsync(conceptId, roundId, cancellationToken),
            rounds.FindBallotAsync(conceptId, roundId, voter, cancellationToken),
            rounds.FindDraftAsync(conceptId, DraftRow.Key(roundId, voter, caller.Id), cancellationToken));
        await Task.WhenAll(head, row, choices);
        if (await head is not { Round: var round })
        {
            return new UnknownRound(id).ToProblem();
        }

        var names = await directory.ReadAsync(cancellationToken);
        if (await row is not { Ballot: var ballot } || !RoundActor.VotesFor(caller, voter, round, names, clock.GetUtcNow()))
        {
            return new NotEntitled(round.Id, caller.Id).ToProblem();
        }

        response.Headers.ETag = EntityTags.Of(ballot.Version);
        var draft = await choices is { } kept && kept.BallotVersion == ballot.Version && round.State is RoundState.Open ? BallotMapping.ReadDraft(kept) : null;
        return TypedResults.Ok(ballot.ToView(round, names, caller, clock.GetUtcNow()) with { Draft = draft });
    }
}
