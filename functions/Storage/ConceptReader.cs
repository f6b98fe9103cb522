using System.Collections.Concurrent;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>Reads whole concepts. One point read tells whether the cached snapshot still holds; only a change costs a query.</summary>
/// <remarks>
/// A snapshot is read in four range queries rather than one over the partition, whose revisions, ballots and log grow for ten years:
/// the cost follows what is shown. The version is read before and after, so a snapshot never mixes two versions.
/// While an import is rolled forward, its journal gives back what it has overwritten: readers see the version before it, whole.
/// </remarks>
internal sealed class ConceptReader(ConceptTable table, ImportJournal journal)
{
    private const int MaxAttempts = 5;
    private const int MaxCached = 64;

    private readonly ConcurrentDictionary<ConceptId, Lazy<Task<StoredConcept?>>> _loading = new();
    private readonly ConcurrentDictionary<ConceptId, StoredConcept> _cached = new();

    /// <summary>Where the concept stands; null where it does not exist, though one that is being imported for the first time has a status with version 0.</summary>
    public async Task<ConceptStatus?> FindStatusAsync(ConceptId id, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<ConceptRow>(id.Value, ConceptRow.Key, ConceptRow.StatusColumns, cancellationToken);
        return row.HasValue ? row.Value!.ReadStatus() : null;
    }

    /// <summary>The concept at its present version; null where it does not exist.</summary>
    /// <exception cref="ConceptUnsettledException">It changed faster than it could be read.</exception>
    public async Task<ConceptReading?> FindAsync(ConceptId id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await FindStatusAsync(id, cancellationToken) is not { ContentVersion: > 0 } status)
            {
                return null;
            }

            if (_cached.TryGetValue(id, out var cached) && cached.Snapshot.Version == status.ContentVersion)
            {
                return new ConceptReading(status, cached);
            }

            if (await LoadOnceAsync(id, cancellationToken) is { } loaded && loaded.Snapshot.Version == status.ContentVersion)
            {
                return new ConceptReading(status, loaded);
            }
        }

        throw new ConceptUnsettledException(id);
    }

    /// <summary>Every concept that exists, by id.</summary>
    public async Task<IReadOnlyList<Concept>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = new List<ConceptId>();
        await foreach (var row in table.ByPrefixAsync<ConceptIndexRow>(Tenant.Partition, ConceptIndexRow.Prefix, cancellationToken: cancellationToken))
        {
            ids.Add(row.ReadConcept());
        }

        var client = await table.OpenAsync(cancellationToken);
        var concepts = new ConcurrentBag<Concept>();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (id, token) =>
        {
            var row = await client.GetEntityIfExistsAsync<ConceptRow>(id.Value, ConceptRow.Key, cancellationToken: token);
            if (row is { HasValue: true, Value.ContentVersion: > 0 })
            {
                concepts.Add(row.Value!.ToConcept());
            }
        });
        return [.. concepts.OrderBy(concept => concept.Id.Value, NaturalOrder.Instance)];
    }

    /// <summary>A revision of a goal or measure; null where there is none.</summary>
    public async Task<RevisionRow?> FindRevisionAsync(ConceptId concept, ItemId item, int revision, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<RevisionRow>(concept.Value, RevisionRow.Key(item, revision), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>The revisions of a goal or measure, oldest first.</summary>
    public IAsyncEnumerable<RevisionRow> RevisionsAsync(ConceptId concept, ItemId item, CancellationToken cancellationToken) =>
        table.ByPrefixAsync<RevisionRow>(concept.Value, RevisionRow.Prefix(item), cancellationToken: cancellationToken);

    // Many readers of one concept share one load; a caller who leaves does not end it for the others.
    private async Task<StoredConcept?> LoadOnceAsync(ConceptId id, CancellationToken cancellationToken)
    {
        var loading = _loading.GetOrAdd(id, key => new Lazy<Task<StoredConcept?>>(() => LoadAsync(key)));
        try
        {
            return await loading.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            if (loading.Value.IsCompleted)
            {
                _loading.TryRemove(KeyValuePair.Create(id, loading));
            }
        }
    }

    private async Task<StoredConcept?> LoadAsync(ConceptId id)
    {
        var client = await table.OpenAsync(CancellationToken.None);
        var row = await client.GetEntityIfExistsAsync<ConceptRow>(id.Value, ConceptRow.Key);
        if (!row.HasValue || row.Value!.ContentVersion == 0)
        {
            return null;
        }

        var head = row.Value!;
        var loaded = await ReadRowsAsync(id, head);
        if (await FindStatusAsync(id, CancellationToken.None) is not { } after || after.ContentVersion != head.ContentVersion || after.Import?.Id != head.ReadStatus().Import?.Id)
        {
            return null;
        }

        if (_cached.Count >= MaxCached)
        {
            _cached.Clear();
        }

        _cached[id] = loaded;
        return loaded;
    }

    private async Task<StoredConcept> ReadRowsAsync(ConceptId id, ConceptRow head)
    {
        var goals = ReadAsync<ItemRow>(id, ItemRow.GoalPrefix);
        var measures = ReadAsync<ItemRow>(id, ItemRow.MeasurePrefix);
        var sectors = ReadAsync<PartRow>(id, PartRow.SectorPrefix);
        var areas = ReadAsync<PartRow>(id, PartRow.AreaPrefix);
        await Task.WhenAll(goals, measures, sectors, areas);

        if (head.ReadStatus().Import is { } import && await journal.FindAsync(id, import.Id, CancellationToken.None) is { } running)
        {
            running.Undo(await goals, await measures, await sectors, await areas);
        }

        var snapshot = new ConceptSnapshot(
            head.ToConcept(),
            head.ContentVersion,
            (await sectors).Values.Select(row => row.ToSector()),
            (await areas).Values.Select(row => row.ToArea()),
            (await goals).Values.Select(row => row.ToGoal()),
            (await measures).Values.Select(row => row.ToMeasure()));
        var tags = new[] { (await goals).Values.Cast<ITableEntity>(), (await measures).Values, (await sectors).Values, (await areas).Values }
            .SelectMany(rows => rows)
            .ToDictionary(row => row.RowKey, row => row.ETag, StringComparer.Ordinal);
        return new StoredConcept(snapshot, head.HeadVersion, tags);
    }

    private async Task<Dictionary<string, T>> ReadAsync<T>(ConceptId id, string prefix)
        where T : class, ITableEntity, new()
    {
        var rows = new Dictionary<string, T>(StringComparer.Ordinal);
        await foreach (var row in table.ByPrefixAsync<T>(id.Value, prefix))
        {
            rows[row.RowKey] = row;
        }

        return rows;
    }
}

/// <summary>A concept changed faster than it could be read; trying again soon will do.</summary>
internal sealed class ConceptUnsettledException(string partition) : Exception($"Concept {partition} changed again and again while it was read.")
{
    public ConceptUnsettledException(ConceptId id)
        : this(id.Value)
    {
    }
}
