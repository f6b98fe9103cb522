namespace Insek.Office.Domain;

/// <summary>Looks through a whole concept for what single goals and measures cannot show.</summary>
public static class ConceptFindings
{
    /// <summary>Everything worth a look: names without an area, unused areas, repeated titles, measures beside their goal, and counts that differ.</summary>
    public static IEnumerable<Finding> Of(ConceptSnapshot concept) =>
    [
        .. UnusedAreas(concept),
        .. UnknownAreaNames(concept),
        .. DuplicateTitles(concept),
        .. StrayMeasures(concept),
        .. CountFindings.Of(concept),
    ];

    // A concept without goals is only being set up: nothing uses any area yet.
    private static IEnumerable<Finding> UnusedAreas(ConceptSnapshot concept)
    {
        if (concept.Goals.Count == 0)
        {
            return [];
        }

        var used = concept.Goals.SelectMany(goal => goal.Content.SpatialFocus).Select(focus => focus.Area).OfType<AreaId>()
            .Concat(concept.Measures.SelectMany(measure => measure.Content.Areas))
            .ToHashSet();
        return concept.Areas
            .Where(area => area.Scope is AreaScope.PlanningArea && !used.Contains(area.Id))
            .Select(area => new Finding(FindingSeverity.Info, "unused-area", FindingPart.Areas, area.Id.Value, "id", area.Label, []));
    }

    private static IEnumerable<Finding> UnknownAreaNames(ConceptSnapshot concept) =>
        from goal in concept.Goals
        from focus in goal.Content.SpatialFocus
        where focus.Area is null
        select new Finding(FindingSeverity.Warning, "unknown-area-name", FindingPart.Goals, goal.Id.Value, "spatialFocus", focus.Name, [goal.Id.Value]);

    private static IEnumerable<Finding> DuplicateTitles(ConceptSnapshot concept)
    {
        var first = new Dictionary<(SectorKey Sector, string Title), Goal>();
        foreach (var goal in concept.Goals)
        {
            var title = (goal.Content.Sector, TableHash.Normalize(goal.Content.Title).ToUpperInvariant());
            if (!first.TryAdd(title, goal))
            {
                yield return new Finding(
                    FindingSeverity.Warning, "duplicate-title", FindingPart.Goals, goal.Id.Value, "title", goal.Content.Title, [goal.Id.Value, first[title].Id.Value]);
            }
        }
    }

    // A goal that moved to another sector concept leaves its measures behind.
    private static IEnumerable<Finding> StrayMeasures(ConceptSnapshot concept) =>
        from measure in concept.Measures
        where measure.Content.Goal is not null
        let goal = concept.FindGoal(measure.Content.Goal!.Value)
        where goal is not null && goal.Content.Sector != measure.Content.Sector
        select new Finding(FindingSeverity.Warning, "measure-beside-goal", FindingPart.Measures, measure.Id.Value, "sector", measure.Content.Sector.Value, [measure.Id.Value, goal.Id.Value]);
}
