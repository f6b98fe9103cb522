using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Rounds;

/// <summary>What all changes of a round have in common: who may, and what the answer looks like.</summary>
internal sealed class RoundDesk(RoundStore rounds, ConceptReader reader, RoundViewer viewer, IDirectory directory)
{
    /// <summary>Checks the person, makes the change and answers the round, or the refusal with the round as it is.</summary>
    public async Task<Results<Ok<RoundView>, ProblemHttpResult>> HandleAsync(
        string concept, string id, Caller caller, string what, HttpResponse response, IEnumerable<ContentProblem> problems, Func<ConceptId, RoundId, Task<Result<ApprovalRound>>> change, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        var (conceptId, roundId) = (new ConceptId(concept), new RoundId(id));
        if (await rounds.FindAsync(conceptId, roundId, cancellationToken) is not { } stored || await reader.FindAsync(conceptId, cancellationToken) is not { } reading)
        {
            return new UnknownRound(id).ToProblem();
        }

        if (!RoundActor.Manages(caller, stored.Round, await directory.ReadAsync(cancellationToken)))
        {
            return new NotAllowed(caller.Id, what).ToProblem();
        }

        var found = problems.ToValueList();
        var changed = found.Count > 0 ? new InvalidContent(found) : await change(conceptId, roundId);
        if (!changed.TryGet(out var round, out var refusal))
        {
            return refusal.Kind is RefusalKind.Conflict && await rounds.FindAsync(conceptId, roundId, cancellationToken) is { } now
                ? refusal.ToProblem([new("current", await viewer.ViewAsync(reading, now.Round, caller, known: null, cancellationToken))])
                : refusal.ToProblem();
        }

        response.Headers.ETag = EntityTags.Of(round.Version);
        return TypedResults.Ok(await viewer.ViewAsync(reading, round, caller, known: null, cancellationToken));
    }
}
