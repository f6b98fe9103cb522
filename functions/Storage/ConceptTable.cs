using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Insek.Office.Functions.Storage;

/// <summary>The one table, created when first needed.</summary>
internal sealed class ConceptTable(TableClient client) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile bool _exists;

    /// <summary>The table, which exists.</summary>
    public async ValueTask<TableClient> OpenAsync(CancellationToken cancellationToken)
    {
        if (_exists)
        {
            return client;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_exists)
            {
                await client.CreateIfNotExistsAsync(cancellationToken);
                _exists = true;
            }
        }
        finally
        {
            _gate.Release();
        }

        return client;
    }

    /// <summary>Told of every failure that reaches a caller: where the table itself is gone, the next request creates it again.</summary>
    public void Observe(RequestFailedException failure)
    {
        if (failure.ErrorCode == TableErrorCode.TableNotFound)
        {
            _exists = false;
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Asks storage for nothing in particular, to see whether it answers. Creates the table again where it is gone.</summary>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in ByPrefixAsync<ConceptIndexRow>(Tenant.Partition, "ready", [nameof(ITableEntity.RowKey)], cancellationToken))
            {
                return;
            }
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.TableNotFound)
        {
            Observe(failure);
            await OpenAsync(cancellationToken);
        }
    }

    /// <summary>Rows of one partition whose keys begin with <paramref name="prefix"/>, in the order of their keys.</summary>
    public async IAsyncEnumerable<T> ByPrefixAsync<T>(
        string partition, string prefix, string[]? select = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        var table = await OpenAsync(cancellationToken);

        // The character after the prefix's last one ends the range: keys are compared by code unit.
        var end = string.Concat(prefix.AsSpan(0, prefix.Length - 1), ((char)(prefix[^1] + 1)).ToString());
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<T>(filter, select: select, cancellationToken: cancellationToken))
        {
            yield return row;
        }
    }
}
