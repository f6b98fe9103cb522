using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Deadlines;

/// <summary>Reads and writes deadlines.</summary>
internal sealed class DeadlineStore(ConceptTable table)
{
    /// <summary>The deadline; null where there is none, or its source is gone.</summary>
    public async Task<StoredDeadline?> FindAsync(ConceptId concept, DeadlineId id, CancellationToken cancellationToken)
    {
        var row = await FindRowAsync(concept, DeadlineRow.Key(id), cancellationToken);
        return row is null || row.IsGone ? null : new StoredDeadline(row.ToDomain(), row);
    }

    /// <summary>A deadline's row, or a next row, as it stands.</summary>
    public async Task<DeadlineRow?> FindRowAsync(ConceptId concept, string key, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<DeadlineRow>(concept.Value, key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>The concept's deadlines, in no order that means anything.</summary>
    public async Task<IReadOnlyList<StoredDeadline>> ListAsync(ConceptId concept, CancellationToken cancellationToken)
    {
        var deadlines = new List<StoredDeadline>();
        await foreach (var row in table.ByPrefixAsync<DeadlineRow>(concept.Value, DeadlineRow.Prefix, cancellationToken: cancellationToken))
        {
            // A merge can meet a source's deletion before the source ever wrote it: then there is nothing to read.
            if (!row.IsGone && row.Kind is not null)
            {
                deadlines.Add(new StoredDeadline(row.ToDomain(), row));
            }
        }

        return deadlines;
    }

    /// <summary>The next rows up to an instant, oldest first. Later ones are not read.</summary>
    public async Task<IReadOnlyList<DeadlineRow>> NextAsync(ConceptId concept, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var (from, to) = (DeadlineRow.NextPrefix, DeadlineRow.NextKey(until.AddTicks(1)));
        var rows = new List<DeadlineRow>();
        await foreach (var row in client.QueryAsync<DeadlineRow>(TableClient.CreateQueryFilter($"PartitionKey eq {concept.Value} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The instant of the first next row after another; null where there is none. Reads one row.</summary>
    public async Task<DateTimeOffset?> FirstNextAfterAsync(ConceptId concept, DateTimeOffset after, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var (from, to) = (DeadlineRow.NextKey(after.AddTicks(1)), DeadlineRow.NextEnd);
        string[] columns = [nameof(DeadlineRow.RowKey)];
        await foreach (var row in client.QueryAsync<DeadlineRow>(TableClient.CreateQueryFilter($"PartitionKey eq {concept.Value} and RowKey ge {from} and RowKey lt {to}"), maxPerPage: 1, select: columns, cancellationToken: cancellationToken))
        {
            return DeadlineRow.AtOf(row.RowKey);
        }

        return null;
    }

    /// <summary>Writes all of it or nothing.</summary>
    /// <returns>False where somebody else was quicker: read and decide again.</returns>
    public async Task<bool> TrySubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        try
        {
            await client.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException quicker) when (quicker.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}

/// <summary>A deadline as it was read.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Row">Its row, whose entity tag guards every change by people.</param>
internal sealed record StoredDeadline(Deadline Deadline, DeadlineRow Row)
{
    /// <summary>When somebody is reminded next; null where nobody will be.</summary>
    public DateTimeOffset? Next => string.IsNullOrEmpty(Row.Next) ? null : DeadlineRow.AtOf(Row.Next);
}

/// <summary>A deadline the concept does not have.</summary>
internal sealed record UnknownDeadline(string Id) : Refusal(RefusalKind.NotFound, "unknown-deadline", $"The concept has no deadline '{Id}'.");
