using Insek.Office.Bot.Api;
using Insek.Office.Bot.Teams;

namespace Insek.Office.Bot.Search;

/// <summary>Keeps catalogues as long as their concept's content does not change.</summary>
/// <remarks>The head is read anew each time, in the name of whoever asks: that shows whether the content is the same, and whether this person may see it.</remarks>
internal sealed class MeasureCatalogues(ConceptsApi api, TimeProvider clock)
{
    /// <summary>How many concepts are kept; beyond that the one not asked for the longest goes.</summary>
    private const int MaxKept = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (MeasureCatalogue Catalogue, DateTimeOffset AskedAt)> _kept = [];

    public async Task<ApiAnswer<MeasureCatalogue>> ReadAsync(string concept, Actor actor, CancellationToken cancellationToken)
    {
        if (!(await api.ConceptAsync(concept, actor, cancellationToken)).TryGet(out var head, out var problem))
        {
            return ApiAnswer<MeasureCatalogue>.Of(problem);
        }

        if (Kept(concept, head.ContentVersion) is { } kept)
        {
            return ApiAnswer<MeasureCatalogue>.Of(kept, entityTag: null);
        }

        // Read after the head: what changes in between is newer than the version says, and read again next time.
        var (sectors, areas, goals, measures) = (
            api.SectorsAsync(concept, actor, cancellationToken),
            api.AreasAsync(concept, actor, cancellationToken),
            api.GoalsAsync(concept, actor, cancellationToken),
            api.MeasuresAsync(concept, actor, cancellationToken));
        await Task.WhenAll(sectors, areas, goals, measures);
        if (!(await sectors).TryGet(out var readSectors, out problem)
            || !(await areas).TryGet(out var readAreas, out problem)
            || !(await goals).TryGet(out var readGoals, out problem)
            || !(await measures).TryGet(out var readMeasures, out problem))
        {
            return ApiAnswer<MeasureCatalogue>.Of(problem);
        }

        var catalogue = new MeasureCatalogue(head, readSectors, readAreas, readGoals, readMeasures);
        Keep(concept, catalogue);
        return ApiAnswer<MeasureCatalogue>.Of(catalogue, entityTag: null);
    }

    private MeasureCatalogue? Kept(string concept, long version)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(concept, out var kept) || kept.Catalogue.Concept.ContentVersion != version)
            {
                return null;
            }

            _kept[concept] = kept with { AskedAt = clock.GetUtcNow() };
            return kept.Catalogue;
        }
    }

    private void Keep(string concept, MeasureCatalogue catalogue)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(concept, out var other) && other.Catalogue.Concept.ContentVersion > catalogue.Concept.ContentVersion)
            {
                return;
            }

            _kept[concept] = (catalogue, clock.GetUtcNow());
            if (_kept.Count > MaxKept)
            {
                _kept.Remove(_kept.MinBy(kept => kept.Value.AskedAt).Key);
            }
        }
    }
}
