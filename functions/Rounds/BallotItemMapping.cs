using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rounds;

/// <summary>An item on a ballot as people read it.</summary>
internal static class BallotItemMapping
{
    /// <summary>The number people know a goal by.</summary>
    public static string NumberOf(Goal goal) => goal.ExternalId ?? goal.Content.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number people know a measure by.</summary>
    public static string NumberOf(Measure measure) => measure.ExternalId ?? measure.Id.Value;

    public static BallotItemView ToView(this BallotItem item, ConceptSnapshot concept, int revision, bool withdrawn, ItemDiff? diff)
    {
        var view = item.Kind is ItemKind.Goal ? Describe(concept.FindGoal(item.Item), item, concept) : Describe(concept.FindMeasure(item.Item), item, concept);
        return view with
        {
            Revision = revision,
            Withdrawn = withdrawn,
            ChangedSinceRevision = diff is { Fields.Count: > 0 } ? diff.Since : null,
            ChangedAt = diff is { Fields.Count: > 0 } ? diff.At : null,
            Changes = diff?.Fields ?? [],
        };
    }

    private static BallotItemView Describe(Goal? goal, BallotItem item, ConceptSnapshot concept) => goal is null ? Missing(item) : new BallotItemView
    {
        Kind = ParameterValue.Of(item.Kind),
        Id = item.Item.Value,
        Number = NumberOf(goal),
        Title = goal.Content.Title,
        Description = goal.Content.FocusAreas.Count == 0 ? null : string.Join('\n', goal.Content.FocusAreas),
        Sector = SectorOf(goal.Content.Sector, concept),
        Areas = [.. goal.Content.SpatialFocus.Select(focus => focus.Name)],
        Revision = item.Revision,
    };

    private static BallotItemView Describe(Measure? measure, BallotItem item, ConceptSnapshot concept) => measure is null ? Missing(item) : new BallotItemView
    {
        Kind = ParameterValue.Of(item.Kind),
        Id = item.Item.Value,
        Number = NumberOf(measure),
        Title = measure.Content.Title,
        Description = measure.Content.Description,
        Sector = SectorOf(measure.Content.Sector, concept),
        Goal = measure.Content.Goal is { } goal ? concept.FindGoal(goal)?.Content.Title : null,
        Areas = [.. concept.AreasOf(measure).Select(area => concept.Find(area)?.Label ?? area.Value)],
        Revision = item.Revision,
    };

    // Nothing deletes goals or measures; should one be gone nevertheless, the round stays readable.
    private static BallotItemView Missing(BallotItem item) => new()
    {
        Kind = ParameterValue.Of(item.Kind),
        Id = item.Item.Value,
        Number = item.Item.Value,
        Title = item.Item.Value,
        Sector = "",
        Revision = item.Revision,
    };

    private static string SectorOf(SectorKey sector, ConceptSnapshot concept) => concept.Find(sector)?.Name ?? sector.Value;
}
