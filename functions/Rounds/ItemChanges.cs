using System.Collections.Concurrent;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Items;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>What has changed in an item since a round last asked about it. Revisions never change, so what was compared once is kept.</summary>
internal sealed class ItemChanges(ConceptReader reader)
{
    private const int MaxCached = 4_000;

    private readonly ConcurrentDictionary<(ConceptId Concept, ItemId Item, int From, int To), ItemDiff> _compared = new();

    /// <summary>The difference between two revisions; null where one of them is missing.</summary>
    public async Task<ItemDiff?> FindAsync(ConceptId concept, BallotItem item, int from, int to, CancellationToken cancellationToken)
    {
        if (_compared.TryGetValue((concept, item.Item, from, to), out var known))
        {
            return known;
        }

        var (before, after) = (reader.FindRevisionAsync(concept, item.Item, from, cancellationToken), reader.FindRevisionAsync(concept, item.Item, to, cancellationToken));
        await Task.WhenAll(before, after);
        if (await before is not { } old || await after is not { } present)
        {
            return null;
        }

        if (_compared.Count >= MaxCached)
        {
            _compared.Clear();
        }

        return _compared[(concept, item.Item, from, to)] = new ItemDiff(from, present.At, ContentDiff.Between(item.Kind, old.ReadContent(), present.ReadContent()));
    }
}

/// <summary>What has changed in an item.</summary>
/// <param name="Since">The revision it is compared with.</param>
/// <param name="At">When the present revision began.</param>
/// <param name="Fields">The fields that differ.</param>
internal sealed record ItemDiff(int Since, DateTimeOffset At, IReadOnlyList<FieldDiff> Fields);
