using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Items;

/// <summary>Lists goals and reads one.</summary>
internal static class ReadGoals
{
    public static void MapListGoals(this IEndpointRouteBuilder goals) =>
        goals.MapGet("/", ListAsync).WithName("ListGoals").WithSummary("Goals by sector concept and number.");

    public static void MapGetGoal(this IEndpointRouteBuilder goals) =>
        goals.MapGet("/{id}", GetAsync).WithName("GetGoal").WithSummary("One goal.");

    private static async Task<Results<Ok<Page<GoalView>>, ProblemHttpResult>> ListAsync(string concept, [AsParameters] ItemQuery query, ConceptReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        if (!query.Read(reading.Snapshot).TryGet(out var filter, out var refusal)
            || !query.Cut([.. reading.Snapshot.Goals.Where(filter.Takes)], goal => goal.Id, View).TryGet(out var page, out refusal))
        {
            return refusal.ToProblem();
        }

        return TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<GoalView>, ProblemHttpResult>> GetAsync(string concept, string id, ConceptReader reader, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        if (reading.Snapshot.FindGoal(new ItemId(id)) is not { } goal)
        {
            return new UnknownItem(ItemKind.Goal, id).ToProblem();
        }

        response.Headers.ETag = EntityTags.Of(goal.Version);
        return TypedResults.Ok(View(goal));
    }

    private static GoalView View(Goal goal) => new(goal.ToDocument()) { Revision = goal.Revision, ChangedAt = goal.ChangedAt, ChangedBy = goal.ChangedBy.Value, Round = goal.Round?.Value };
}
