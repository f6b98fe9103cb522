using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Rounds;

/// <summary>What the chair and administrators do with an open round.</summary>
internal static class ManageRound
{
    public static void MapManageRound(this IEndpointRouteBuilder rounds)
    {
        rounds.MapPost("/{id}/close", CloseAsync).WithName("CloseRound").WithSummary("Closes the round before everybody has voted. For the chair and administrators.").ProducesProblem(StatusCodes.Status409Conflict);
        rounds.MapPost("/{id}/cancel", CancelAsync).WithName("CancelRound").WithSummary("Calls the round off; nothing is decided. For the chair and administrators.").ProducesProblem(StatusCodes.Status409Conflict);
        rounds.MapPost("/{id}/extend", ExtendAsync).WithName("ExtendRound").WithSummary("Gives the round another due instant. For the chair and administrators.").ProducesProblem(StatusCodes.Status409Conflict);
        rounds.MapPost("/{id}/electorate", ElectorateAsync).WithName("ChangeElectorate").WithSummary("Changes who may vote. For the chair and administrators.").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<Results<Ok<RoundView>, ProblemHttpResult>> CloseAsync(
        string concept, string id, CloseRound body, Caller caller, RoundDesk desk, RoundChanges changes, HttpResponse response, CancellationToken cancellationToken) =>
        desk.HandleAsync(concept, id, caller, "close this round", response, FieldProblems("reason", body.Reason), (conceptId, roundId) => changes.CloseAsync(conceptId, roundId, ClosingCause.ByChair, caller.Id, ContentReader.Text(body.Reason), cancellationToken), cancellationToken);

    private static Task<Results<Ok<RoundView>, ProblemHttpResult>> CancelAsync(
        string concept, string id, CancelRound body, Caller caller, RoundDesk desk, RoundChanges changes, HttpResponse response, CancellationToken cancellationToken) =>
        desk.HandleAsync(concept, id, caller, "cancel this round", response, [], (conceptId, roundId) => changes.CancelAsync(conceptId, roundId, caller.Id, body.Reason ?? "", cancellationToken), cancellationToken);

    private static Task<Results<Ok<RoundView>, ProblemHttpResult>> ExtendAsync(
        string concept, string id, ExtendRound body, Caller caller, RoundDesk desk, RoundChanges changes, HttpResponse response, CancellationToken cancellationToken) =>
        desk.HandleAsync(
            concept,
            id,
            caller,
            "extend this round",
            response,
            [.. FieldProblems("reason", body.Reason), .. body.Due is null ? [new ContentProblem("due", "required", null)] : Array.Empty<ContentProblem>()],
            (conceptId, roundId) => changes.ExtendAsync(conceptId, roundId, body.Due!.Value, caller.Id, ContentReader.Text(body.Reason), cancellationToken),
            cancellationToken);

    private static async Task<Results<Ok<RoundView>, ProblemHttpResult>> ElectorateAsync(
        string concept, string id, ChangeElectorate body, Caller caller, RoundDesk desk, ElectorateChange electorate, IDirectory directory, HttpResponse response, CancellationToken cancellationToken)
    {
        var names = body.Add.Concat(body.Remove).ToArray();
        var problems = FieldProblems("reason", body.Reason).ToList();
        problems.AddRange(names.Where(name => !Identifier.IsValid(name)).Select(name => new ContentProblem("add", "invalid-id", name)));
        if (string.IsNullOrWhiteSpace(body.Reason))
        {
            problems.Add(new ContentProblem("reason", "required", body.Reason));
        }

        if (names.Length > ElectorateChange.MaxMembers)
        {
            problems.Add(new ContentProblem("add", "too-many", null));
        }

        var known = await directory.ReadAsync(cancellationToken);
        return await desk.HandleAsync(
            concept,
            id,
            caller,
            "change who votes in this round",
            response,
            problems,
            async (conceptId, roundId) =>
            {
                // Who could not see the concept could not vote either.
                MemberId[] add = [.. body.Add.Select(name => new MemberId(name)).Distinct()];
                return Array.Find(add, member => known.Find(member) is null || !known.MaySee(member, conceptId)) is { Value: not null } stranger
                    ? new UnknownVoter(stranger, conceptId)
                    : await electorate.ApplyAsync(conceptId, roundId, add, [.. body.Remove.Select(name => new MemberId(name)).Distinct()], body.Reason!, caller.Id, cancellationToken);
            },
            cancellationToken);
    }

    private static IEnumerable<ContentProblem> FieldProblems(string field, string? text) =>
        text is { Length: > Vote.MaxText } ? [new ContentProblem(field, "too-long", text)] : [];
}
