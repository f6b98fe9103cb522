using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Deadlines;

/// <summary>Keeps the rows that tell the timer which concepts may have something due, so that it looks at nothing else.</summary>
internal sealed class DeadlineHints(ConceptTable table, TimeProvider clock)
{
    /// <summary>How long a hint may point to nothing: it is written before what it points to.</summary>
    private static readonly TimeSpan _keptFor = TimeSpan.FromMinutes(10);

    /// <summary>To be called before every transaction that writes a next row of that instant.</summary>
    public async Task RaiseAsync(ConceptId concept, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        await client.UpsertEntityAsync(DeadlineHintRow.For(concept, due, clock.GetUtcNow()), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The hints of what is due, oldest first. Those of later instants are not even read.</summary>
    public async Task<IReadOnlyList<DeadlineHintRow>> DueAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var (from, to) = (DeadlineHintRow.Prefix, DeadlineHintRow.DueKey(at.AddTicks(1)));
        var hints = new List<DeadlineHintRow>();
        await foreach (var hint in client.QueryAsync<DeadlineHintRow>(TableClient.CreateQueryFilter($"PartitionKey eq {Tenant.Partition} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken))
        {
            hints.Add(hint);
        }

        return hints;
    }

    /// <summary>Removes a hint whose instant is dealt with, as it was read; a young one stays, because what it points to may just be being written.</summary>
    public async Task ForgetAsync(DeadlineHintRow hint, CancellationToken cancellationToken)
    {
        var age = clock.GetUtcNow() - hint.At;
        if (age < _keptFor && age >= TimeSpan.Zero)
        {
            return;
        }

        var client = await table.OpenAsync(cancellationToken);
        try
        {
            await client.DeleteEntityAsync(hint.PartitionKey, hint.RowKey, hint.ETag, cancellationToken);
        }
        catch (RequestFailedException again) when (again.Status is 412)
        {
            // Raised again in the meantime.
        }
    }
}
