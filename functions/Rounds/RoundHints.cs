using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Keeps the rows that tell the timers which rounds may need something, so that nobody has to look through every concept.</summary>
internal sealed class RoundHints(ConceptTable table)
{
    /// <summary>To be called before a sequence starts.</summary>
    public Task StepsBeginAsync(ConceptId concept, RoundId round, CancellationToken cancellationToken) => WriteAsync(RoundHintRow.ForStep(concept, round), cancellationToken);

    /// <summary>To be called after a sequence has ended.</summary>
    public Task StepsEndAsync(ConceptId concept, RoundId round, CancellationToken cancellationToken) => RemoveAsync(RoundHintRow.ForStep(concept, round), cancellationToken);

    /// <summary>To be called before a round opens or gets another due instant.</summary>
    public Task DueAsync(ConceptId concept, RoundId round, DateTimeOffset due, CancellationToken cancellationToken) => WriteAsync(RoundHintRow.ForDue(concept, round, due), cancellationToken);

    /// <summary>To be called after a round has ended or got another due instant.</summary>
    public Task NotDueAsync(ConceptId concept, RoundId round, DateTimeOffset due, CancellationToken cancellationToken) => RemoveAsync(RoundHintRow.ForDue(concept, round, due), cancellationToken);

    /// <summary>To be called before a round pauses.</summary>
    public Task PausedAsync(ConceptId concept, RoundId round, CancellationToken cancellationToken) => WriteAsync(RoundHintRow.ForPaused(concept, round), cancellationToken);

    /// <summary>Rounds that are paused.</summary>
    public async Task<IReadOnlyList<RoundHintRow>> PausedAsync(CancellationToken cancellationToken)
    {
        var hints = new List<RoundHintRow>();
        await foreach (var hint in table.ByPrefixAsync<RoundHintRow>(Tenant.Partition, RoundHintRow.PausedPrefix, cancellationToken: cancellationToken))
        {
            hints.Add(hint);
        }

        return hints;
    }

    /// <summary>Sequences that began before an instant and have not ended.</summary>
    public async Task<IReadOnlyList<RoundHintRow>> StepsBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var hints = new List<RoundHintRow>();
        await foreach (var hint in table.ByPrefixAsync<RoundHintRow>(Tenant.Partition, RoundHintRow.StepPrefix, cancellationToken: cancellationToken))
        {
            if (hint.Timestamp < at)
            {
                hints.Add(hint);
            }
        }

        return hints;
    }

    /// <summary>Rounds that were due before an instant. Those due later are not even read.</summary>
    public async Task<IReadOnlyList<RoundHintRow>> DueBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var (from, to) = (RoundHintRow.DuePrefix, RoundHintRow.DueKey(at));
        var hints = new List<RoundHintRow>();
        await foreach (var hint in client.QueryAsync<RoundHintRow>(TableClient.CreateQueryFilter($"PartitionKey eq {Tenant.Partition} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken))
        {
            hints.Add(hint);
        }

        return hints;
    }

    /// <summary>Removes a hint as it was read; one that was written again meanwhile stays.</summary>
    public async Task ForgetAsync(RoundHintRow hint, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        try
        {
            await client.DeleteEntityAsync(hint.PartitionKey, hint.RowKey, hint.ETag, cancellationToken);
        }
        catch (RequestFailedException again) when (again.Status is 412)
        {
            // It points to something that has just begun.
        }
    }

    private async Task WriteAsync(RoundHintRow hint, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        await client.UpsertEntityAsync(hint, TableUpdateMode.Replace, cancellationToken);
    }

    private async Task RemoveAsync(RoundHintRow hint, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        await client.DeleteEntityAsync(hint.PartitionKey, hint.RowKey, cancellationToken: cancellationToken);
    }
}
