using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Rounds;

/// <summary>Keeps choices on the way to a ballot. They are never counted.</summary>
internal static class WriteDrafts
{
    public static void MapDrafts(this IEndpointRouteBuilder rounds)
    {
        rounds.MapPut("/{id}/ballots/{member}/draft", PutAsync)
            .WithName("PutBallotDraft")
            .WithSummary("Keeps the acting person's choices until the ballot is cast or the round closes.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        rounds.MapDelete("/{id}/ballots/{member}/draft", DeleteAsync)
            .WithName("DeleteBallotDraft")
            .WithSummary("Forgets the acting person's choices.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PutAsync(
        string concept, string id, string member, BallotDraft body, Caller caller, RoundStore rounds, IDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!body.ToStored().TryGet(out var json, out var refusal))
        {
            return refusal.ToProblem();
        }

        var (conceptId, roundId, voter) = (new ConceptId(concept), new RoundId(id), new MemberId(member));
        var (head, row) = (rounds.FindAsync(conceptId, roundId, cancellationToken), rounds.FindBallotAsync(conceptId, roundId, voter, cancellationToken));
        await Task.WhenAll(head, row);
        if (await head is not { Round: var round })
        {
            return new UnknownRound(id).ToProblem();
        }

        if (await row is not { Ballot: { IsRemoved: false } ballot } || !RoundActor.VotesFor(caller, voter, round, await directory.ReadAsync(cancellationToken), clock.GetUtcNow()))
        {
            return new NotEntitled(roundId, caller.Id).ToProblem();
        }

        if (round.State is not RoundState.Open || ballot.IsSealed)
        {
            return new RoundNotOpen(roundId, round.State).ToProblem();
        }

        await rounds.SaveDraftAsync(DraftRow.From(conceptId, DraftRow.Key(roundId, voter, caller.Id), ballot.Version, json), cancellationToken);
        return TypedResults.NoContent();
    }

    // Only one's own choices have this key, so there is nothing to ask before they are forgotten.
    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string concept, string id, string member, Caller caller, RoundStore rounds, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        await rounds.RemoveDraftAsync(new ConceptId(concept), DraftRow.Key(new RoundId(id), new MemberId(member), caller.Id), cancellationToken);
        return TypedResults.NoContent();
    }
}
