using Insek.Office.Contracts;

namespace Insek.Office.Bot.Search;

/// <summary>A concept as search and the commands need it: its measures with the names around them.</summary>
internal sealed class MeasureCatalogue
{
    private readonly Dictionary<string, MeasureEntry> _byName;

    public MeasureCatalogue(
        ConceptView concept, IReadOnlyList<SectorDocument> sectors, IReadOnlyList<AreaDocument> areas, IReadOnlyList<GoalView> goals, IReadOnlyList<MeasureView> measures)
    {
        (Concept, Sectors, Goals) = (concept, sectors, goals);
        var sectorsByKey = sectors.Where(sector => sector.Key is not null).DistinctBy(sector => sector.Key).ToDictionary(sector => sector.Key!, StringComparer.Ordinal);
        var areasById = areas.Where(area => area.Id is not null).DistinctBy(area => area.Id).ToDictionary(area => area.Id!, StringComparer.Ordinal);
        var goalsById = goals.Where(goal => goal.Id is not null).DistinctBy(goal => goal.Id).ToDictionary(goal => goal.Id!, StringComparer.Ordinal);
        Entries =
        [
            .. measures.Select(measure => new MeasureEntry(
                measure,
                concept,
                measure.Sector is { } sector ? sectorsByKey.GetValueOrDefault(sector) : null,
                measure.Goal is { } goal ? goalsById.GetValueOrDefault(goal) : null,
                [.. measure.Areas.Select(areasById.GetValueOrDefault).OfType<AreaDocument>()])),
        ];

        // Ids come last and so win: an external id may repeat one.
        _byName = [];
        foreach (var entry in Entries.Where(entry => entry.Measure.ExternalId is { Length: > 0 }))
        {
            _byName.TryAdd(Folding.Fold(entry.Measure.ExternalId!), entry);
        }

        foreach (var entry in Entries)
        {
            _byName[Folding.Fold(entry.Id)] = entry;
        }
    }

    public ConceptView Concept { get; }

    public IReadOnlyList<SectorDocument> Sectors { get; }

    public IReadOnlyList<GoalView> Goals { get; }

    /// <summary>The measures, in the concept's order.</summary>
    public IReadOnlyList<MeasureEntry> Entries { get; }

    /// <summary>The measure of exactly this id or external id, but for case and accents.</summary>
    public MeasureEntry? Find(string name) => _byName.GetValueOrDefault(Folding.Fold(name));

    /// <summary>The measures that fit some words, the best first. Slips are looked for only where nothing fits the words as they were typed: what is merely alike would be far-fetched beside it.</summary>
    public IReadOnlyList<MeasureHit> Search(string words) =>
        Search(new MeasureQuery(words, withSlips: false)) is { Count: > 0 } typed ? typed : Search(new MeasureQuery(words, withSlips: true));

    private IReadOnlyList<MeasureHit> Search(MeasureQuery query) =>
    [
        .. Entries.Select(entry => new MeasureHit(entry, query.Score(entry)))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score)
            .ThenByDescending(hit => hit.Entry.Measure.IsKeyMeasure)
            .ThenBy(hit => hit.Entry.Id, Domain.NaturalOrder.Instance),
    ];
}
