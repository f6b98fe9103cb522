using System.Collections.Concurrent;
using Azure;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>A concept as read from storage at one version: the snapshot, what writes need beside it, and what has been rendered from it.</summary>
internal sealed class StoredConcept(ConceptSnapshot snapshot, int headVersion, IReadOnlyDictionary<string, ETag> rowTags)
{
    public ConceptSnapshot Snapshot { get; } = snapshot;

    /// <summary>The version of the head alone, from 1.</summary>
    public int HeadVersion { get; } = headVersion;

    /// <summary>Small renderings of this version, so that asking again costs one point read.</summary>
    public RenderingCache Renderings { get; } = new();

    /// <summary>The entity tag of a row, for the next update.</summary>
    /// <exception cref="KeyNotFoundException">The row does not exist at this version.</exception>
    public ETag TagOf(string rowKey) => rowTags[rowKey];

    public bool Has(string rowKey) => rowTags.ContainsKey(rowKey);
}

/// <summary>A concept and where it stands now.</summary>
/// <param name="Status">Where it stands, as read for this request.</param>
/// <param name="Concept">Its content at <see cref="ConceptStatus.ContentVersion"/>.</param>
internal sealed record ConceptReading(ConceptStatus Status, StoredConcept Concept)
{
    public ConceptSnapshot Snapshot => Concept.Snapshot;
}

/// <summary>A rendering, ready to be sent.</summary>
internal sealed record RenderedTable(byte[] Bytes, string MediaType, string Tag);

/// <summary>Keeps small renderings; forgets by being replaced with the snapshot it belongs to.</summary>
internal sealed class RenderingCache
{
    public const int MaxBytesEach = 256 * 1024;

    private const int MaxEntries = 128;

    private readonly ConcurrentDictionary<string, RenderedTable> _entries = new(StringComparer.Ordinal);

    public RenderedTable? Find(string key) => _entries.GetValueOrDefault(key);

    public void Keep(string key, RenderedTable rendering)
    {
        if (_entries.Count < MaxEntries)
        {
            _entries[key] = rendering;
        }
    }
}
