using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Rounds;

/// <summary>Casts a ballot.</summary>
internal static class PutBallot
{
    public static void MapPutBallot(this IEndpointRouteBuilder rounds) =>
        rounds.MapPut("/{id}/ballots/{member}", HandleAsync)
            .WithHeader("If-Match", "The version of the ballot the voter has seen; needed.")
            .WithHeader(Operation.Header, "Names the click, so that its repetition changes nothing; up to 48 letters, digits, '-' or '.'.")
            .WithName("PutBallot")
            .WithSummary("Casts the member's ballot, or replaces what was cast. For the member, and for who stands in on that day.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<BallotReceipt>, ProblemHttpResult>> HandleAsync(
        string concept, string id, string member, CastBallot body, Caller caller, HttpContext context, BallotBox box, RoundViewer viewer, IDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!Operation.Read(context.Request).TryGet(out var operation, out var refusal) || !body.ToDomain().TryGet(out var votes, out refusal))
        {
            return refusal.ToProblem();
        }

        var answer = await box.CastAsync(new CastRequest(new ConceptId(concept), new RoundId(id), new MemberId(member), votes, caller, operation, context.Request), cancellationToken);
        var view = answer is { Round: { } round, Reading: { } reading } ? await viewer.ViewAsync(reading, round, caller, answer.Ballots, cancellationToken) : null;
        if (answer.Refusal is { } refused)
        {
            return view is null ? refused.ToProblem() : refused.ToProblem([new("current", view)]);
        }

        var ballot = answer.Ballot ?? throw new InvalidOperationException("What is not refused is cast.");
        context.Response.Headers.ETag = EntityTags.Of(ballot.Version);
        return TypedResults.Ok(new BallotReceipt(ballot.ToView(answer.Round!, await directory.ReadAsync(cancellationToken), caller, clock.GetUtcNow()), view!));
    }
}
