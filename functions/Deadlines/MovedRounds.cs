using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Deadlines;

/// <summary>Moves a round's deadline by extending the round: there is one instant, and it is the round's.</summary>
internal sealed class MovedRounds(DeadlineStore deadlines, RoundStore rounds, RoundChanges changes, ConceptReader reader, DeadlineViewer viewer, IDirectory directory)
{
    /// <summary>Extends the round whose deadline it is; null where it is no round's.</summary>
    public async Task<Results<Ok<DeadlineView>, ProblemHttpResult>?> TryMoveAsync(string concept, string id, MoveDeadline body, Caller caller, HttpContext context, CancellationToken cancellationToken)
    {
        var conceptId = new ConceptId(concept);
        if (await deadlines.FindAsync(conceptId, new DeadlineId(id), cancellationToken) is not { Deadline: { Kind: DeadlineKind.RoundDue, Source.Id: { } source } deadline })
        {
            return null;
        }

        var round = new RoundId(source);
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (await rounds.FindAsync(conceptId, round, cancellationToken) is not { } stored || await reader.FindAsync(conceptId, cancellationToken) is not { } reading)
        {
            return new UnknownDeadline(id).ToProblem();
        }

        if (!RoundActor.Manages(caller, stored.Round, await directory.ReadAsync(cancellationToken)))
        {
            return new NotAllowed(caller.Id, "extend this round").ToProblem();
        }

        if (!EntityTags.Matches(context.Request, deadline.Version).TryGet(out var matches, out var refusal) || !DeadlineRoutes.ReadDue(body.Due, body.DueAt).TryGet(out var due, out refusal))
        {
            return refusal.ToProblem();
        }

        // A repeated click finds the round extended as it asks; nobody's other change is overwritten by that.
        if (!matches && stored.Round.Due != due.Last)
        {
            return new PreconditionFailed().ToProblem();
        }

        if (!(await changes.ExtendAsync(conceptId, round, due.Last, caller.Id, ContentReader.Text(body.Reason), cancellationToken)).TryGet(out _, out refusal))
        {
            return refusal.ToProblem();
        }

        var now = await deadlines.FindAsync(conceptId, new DeadlineId(id), cancellationToken) ?? throw new InvalidDataException($"The deadline of round {round} is gone while it is extended.");
        context.Response.Headers.ETag = EntityTags.Of(now.Deadline.Version);
        return TypedResults.Ok(await viewer.ViewAsync(reading.Snapshot.Concept, now, caller, isEditor: false, cancellationToken));
    }
}
