using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Notices;

/// <summary>Names the concepts with something to send or something undelivered, so that looking costs by these and not by all concepts.</summary>
/// <remarks>
/// A hint is raised before the transaction it announces. It is taken away only when nothing is found and it is older than a process may
/// rely on it, and by its entity tag: a hint raised in between stays.
/// </remarks>
internal sealed class NoticeHints(ConceptTable table, TimeProvider clock)
{
    /// <summary>How long a process relies on a hint it has raised.</summary>
    private static readonly TimeSpan _reliedOnFor = TimeSpan.FromSeconds(20);

    /// <summary>How long a hint stays though there is nothing: longer than it is relied on, with room for the transaction itself.</summary>
    private static readonly TimeSpan _keptFor = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _raised = new(StringComparer.Ordinal);

    /// <summary>To be called before every transaction that holds an action of <see cref="Outbox"/>. Costs nothing when called again soon.</summary>
    public Task RaiseAsync(ConceptId concept, CancellationToken cancellationToken) => RaiseAsync(HintRow.NoticePrefix, concept.Value, cancellationToken);

    /// <summary>The same for a concept or, under <see cref="Tenant.Partition"/>, for what belongs to none.</summary>
    public Task RaiseAsync(string partition, CancellationToken cancellationToken) => RaiseAsync(HintRow.NoticePrefix, partition, cancellationToken);

    /// <summary>To be called before every transaction that lists a notice as undelivered.</summary>
    public Task RaiseFailedAsync(string partition, CancellationToken cancellationToken) => RaiseAsync(HintRow.FailedPrefix, partition, cancellationToken);

    /// <summary>The hints of one kind, oldest first.</summary>
    public async Task<IReadOnlyList<HintRow>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var hints = new List<HintRow>();
        await foreach (var hint in table.ByPrefixAsync<HintRow>(Tenant.Partition, prefix, cancellationToken: cancellationToken))
        {
            hints.Add(hint);
        }

        return [.. hints.OrderBy(hint => hint.At)];
    }

    /// <summary>Takes a hint away that points to nothing, unless it is young.</summary>
    public async Task ForgetAsync(HintRow hint, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - hint.At < _keptFor)
        {
            return;
        }

        var client = await table.OpenAsync(cancellationToken);
        try
        {
            await client.DeleteEntityAsync(hint.PartitionKey, hint.RowKey, hint.ETag, cancellationToken);
        }
        catch (RequestFailedException raised) when (raised.Status is 412)
        {
            // Raised again in the meantime.
        }
    }

    private async Task RaiseAsync(string prefix, string partition, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hint = HintRow.For(prefix, partition, now);
        if (_raised.TryGetValue(hint.RowKey, out var at) && now - at < _reliedOnFor)
        {
            return;
        }

        var client = await table.OpenAsync(cancellationToken);
        await client.UpsertEntityAsync(hint, TableUpdateMode.Replace, cancellationToken);
        _raised[hint.RowKey] = now;
    }
}
