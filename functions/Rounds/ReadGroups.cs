using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Rounds;

/// <summary>Lists the groups of a concept, and what one could decide on.</summary>
internal static class ReadGroups
{
    public static void MapListGroups(this IEndpointRouteBuilder groups) =>
        groups.MapGet("/", ListAsync).WithName("ListGroups").WithSummary("The groups that decide on the concept, with their members.");

    public static void MapGetCandidates(this IEndpointRouteBuilder groups) =>
        groups.MapGet("/{group}/candidates", CandidatesAsync).WithName("GetCandidates").WithSummary("What the group could decide on: the drafts of its sector concepts.");

    private static async Task<Ok<IReadOnlyList<GroupView>>> ListAsync(string concept, IDirectory directory, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<GroupView>>([.. known.GroupsOf(new ConceptId(concept)).Select(group => group.ToView(known))]);
    }

    private static async Task<Results<Ok<CandidatesView>, ProblemHttpResult>> CandidatesAsync(string concept, string group, IDirectory directory, ConceptReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        if (known.Find(new GroupId(group)) is not { } found || found.Concept.Value != concept)
        {
            return new UnknownGroup(group).ToProblem();
        }

        return TypedResults.Ok(new CandidatesView(found.ToView(known), [.. reading.Snapshot.Sectors.Where(sector => found.Sectors.Contains(sector.Key)).Select(sector => View(sector, reading.Snapshot))]));
    }

    private static CandidateSector View(SectorConcept sector, ConceptSnapshot concept)
    {
        var goals = concept.GoalsOf(sector.Key).SelectMany(goal => concept.MeasuresOf(goal.Id).Where(IsDraft).Select(View).Prepend(IsDraft(goal) ? View(goal) : null));
        var others = concept.MeasuresOf(sector.Key).Where(measure => measure.Content.Goal is null && IsDraft(measure)).Select(View);
        return new CandidateSector(sector.Key.Value, sector.Name, [.. goals.OfType<CandidateItem>(), .. others]);
    }

    private static bool IsDraft(Goal goal) => goal.State is ItemState.Draft;

    private static bool IsDraft(Measure measure) => measure.State is ItemState.Draft;

    private static CandidateItem View(Goal goal) =>
        new(ParameterValue.Of(goal.Kind), goal.Id.Value, BallotItemMapping.NumberOf(goal), goal.Content.Title, Goal: null, goal.Revision);

    private static CandidateItem View(Measure measure) =>
        new(ParameterValue.Of(measure.Kind), measure.Id.Value, BallotItemMapping.NumberOf(measure), measure.Content.Title, measure.Content.Goal?.Value, measure.Revision);
}
