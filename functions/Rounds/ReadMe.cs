using System.Collections.Concurrent;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Rounds;

/// <summary>Who asks, and in which rounds that person can vote now.</summary>
internal static class ReadMe
{
    private const int MaxAtOnce = 8;

    /// <summary>Maps what concerns the person who asks, across concepts.</summary>
    public static void MapMe(this IEndpointRouteBuilder app)
    {
        var me = app.MapGroup("/api/me").RequireAuthorization(Policies.Read).WithTags("Me")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        me.MapGet("/", GetAsync).WithName("GetMe").WithSummary("The person who asks, with groups and concepts.");
        me.MapGet("/owed", OwedAsync).WithName("GetOwed").WithSummary("The open rounds in which the person, or somebody the person stands in for, can vote now; what is due first comes first.");
    }

    private static async Task<Results<Ok<MeView>, ProblemHttpResult>> GetAsync(Caller caller, IDirectory directory, ConceptReader reader, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        var concepts = await reader.ListAsync(cancellationToken);
        return TypedResults.Ok(new MeView
        {
            Id = caller.Id.Value,
            Name = known.NameOf(caller.Id),
            IsAdministrator = caller.IsAdministrator,
            Groups = [.. known.GroupsOf(caller.Id).Select(group => group.ToView(known))],
            AsOf = known.AsOf,
            Concepts = [.. concepts.Where(concept => caller.MaySee(concept.Id, known)).Select(concept => new ConceptSummary(concept.Id.Value, concept.Town, concept.Title, ParameterValue.Of(concept.State)))],
        });
    }

    private static async Task<Results<Ok<IReadOnlyList<OwedView>>, ProblemHttpResult>> OwedAsync(
        Caller caller, IDirectory directory, ConceptReader reader, RoundStore rounds, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        var at = clock.GetUtcNow();
        var concepts = known.Groups.Select(group => group.Concept).Distinct().Where(concept => known.MaySee(caller.Id, concept));
        var owed = new ConcurrentBag<OwedView>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(concepts, parallel, async (concept, token) =>
        {
            var open = (await rounds.ListRunningAsync(concept, token)).Select(stored => stored.Round).Where(round => round.State is RoundState.Open && at <= round.Due).ToArray();
            if (open.Length == 0 || await reader.FindAsync(concept, token) is not { } reading)
            {
                return;
            }

            foreach (var (round, member) in open.SelectMany(round => round.Electorate.Where(member => RoundActor.VotesFor(caller, member, round, known, at)).Select(member => (round, member))))
            {
                if (await rounds.FindBallotAsync(concept, round.Id, member, token) is { Ballot: { IsRemoved: false } ballot })
                {
                    owed.Add(new OwedView { Concept = concept.Value, ConceptName = reading.Snapshot.Concept.DisplayName, Round = round.ToSummary(), For = member.ToView(known), CastAt = ballot.CastAt });
                }
            }
        });
        return TypedResults.Ok<IReadOnlyList<OwedView>>([.. owed.OrderBy(entry => entry.Round.Due).ThenBy(entry => entry.Round.Id, StringComparer.Ordinal).ThenBy(entry => entry.For.Id, StringComparer.Ordinal)]);
    }
}
