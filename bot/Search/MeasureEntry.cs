using Insek.Office.Contracts;

namespace Insek.Office.Bot.Search;

/// <summary>A measure that fits.</summary>
/// <param name="Entry">The measure.</param>
/// <param name="Score">How well, above 0; <see cref="MeasureQuery.Exact"/> for the number itself.</param>
internal sealed record MeasureHit(MeasureEntry Entry, double Score);

/// <summary>A measure with the names around it.</summary>
internal sealed class MeasureEntry
{
    public MeasureEntry(MeasureView measure, ConceptView concept, SectorDocument? sector, GoalView? goal, IReadOnlyList<AreaDocument> areas)
    {
        (Measure, Concept, Sector, Goal, Areas) = (measure, concept, sector, goal, areas);
        Numbers = [.. new[] { measure.Id, measure.ExternalId }.Where(number => number is { Length: > 0 }).Select(number => Folding.Fold(number!))];
        Fields =
        [
            new SearchField(1.0, Folding.Words(measure.Title)),
            new SearchField(0.9, [.. new[] { measure.Id, measure.ExternalId }.SelectMany(Folding.Words).Distinct()]),
            new SearchField(0.7, [.. areas.SelectMany(area => Folding.Words($"{area.Code} {area.Name}")).Distinct()]),
            new SearchField(0.6, [.. Folding.Words($"{sector?.Name} {sector?.LongName}").Distinct()]),
            new SearchField(0.5, [.. Folding.Words(goal?.Title)]),
            new SearchField(0.4, [.. Folding.Words($"{measure.Owner} {measure.Deputy} {string.Join(' ', measure.Partners)}").Distinct()]),
            new SearchField(0.3, [.. Folding.Words($"{measure.Description} {measure.Funding}").Distinct()]),
        ];
    }

    public MeasureView Measure { get; }

    public ConceptView Concept { get; }

    public SectorDocument? Sector { get; }

    public GoalView? Goal { get; }

    public IReadOnlyList<AreaDocument> Areas { get; }

    public string Id => Measure.Id ?? string.Empty;

    /// <summary>The number people know it by.</summary>
    public string Number => Measure.ExternalId is { Length: > 0 } external ? external : Id;

    public string Title => Measure.Title ?? string.Empty;

    /// <summary>Id and external id, folded.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>What can be searched, the weightiest first.</summary>
    public IReadOnlyList<SearchField> Fields { get; }
}

/// <summary>Words of a measure that can be searched.</summary>
/// <param name="Weight">What a word found here counts, above 0, at most 1.</param>
/// <param name="Words">The words, folded.</param>
internal sealed record SearchField(double Weight, IReadOnlyList<string> Words);
