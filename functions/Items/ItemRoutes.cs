using Insek.Office.Domain;

namespace Insek.Office.Functions.Items;

internal static class ItemRoutes
{
    /// <summary>Maps goals and measures of one concept.</summary>
    public static void MapItems(this IEndpointRouteBuilder concept)
    {
        var goals = concept.MapGroup("/goals").WithTags("Goals");
        goals.MapListGoals();
        goals.MapGetGoal();
        goals.MapHistory("Goal", ItemKind.Goal);

        var measures = concept.MapGroup("/measures").WithTags("Measures");
        measures.MapListMeasures();
        measures.MapGetMeasure();
        measures.MapPostMeasure();
        measures.MapPutMeasure();
        measures.MapHistory("Measure", ItemKind.Measure);
    }
}
