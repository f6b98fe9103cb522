using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;

namespace Insek.Office.Functions.Storage;

/// <summary>Writes small changes of content: one transaction each, guarded by the concept row's entity tag.</summary>
/// <remarks>
/// A 412 means that somebody else was quicker: the concept is read and the change decided again, a bounded number of times.
/// Where a lost answer makes the pipeline repeat a write that went through, its own log entry tells.
/// </remarks>
internal sealed class ConceptWriter(ConceptTable table, ConceptReader reader, ImportRunner imports, DeadlineHints deadlines)
{
    private const int MaxAttempts = 6;

    /// <summary>Decides on the present content and writes the decision.</summary>
    /// <param name="id">The concept.</param>
    /// <param name="decide">What to write and to answer; may be called several times and must not keep anything between calls.</param>
    /// <param name="cancellationToken">Ends the attempt; what was written stays written.</param>
    /// <returns>The answer; or why there is none.</returns>
    public Task<Result<T>> WriteAsync<T>(ConceptId id, Func<ConceptReading, Result<Decision<T>>> decide, CancellationToken cancellationToken)
        where T : notnull => WriteAsync(id, reading => Task.FromResult(decide(reading)), cancellationToken);

    /// <summary>Decides on the present content, and on what else has to be read for that, and writes the decision.</summary>
    /// <param name="id">The concept.</param>
    /// <param name="decide">What to write and to answer; may be called several times and must not keep anything between calls.</param>
    /// <param name="cancellationToken">Ends the attempt; what was written stays written.</param>
    /// <returns>The answer; or why there is none.</returns>
    public async Task<Result<T>> WriteAsync<T>(ConceptId id, Func<ConceptReading, Task<Result<Decision<T>>>> decide, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await reader.FindAsync(id, cancellationToken) is not { } reading)
            {
                return new UnknownConcept(id.Value);
            }

            if (reading.Status.Import is { } import && !await imports.ResumeIfAbandonedAsync(id, import, cancellationToken))
            {
                return new ImportRunning(id);
            }

            if (reading.Status.Import is not null)
            {
                continue;
            }

            if (!(await decide(reading)).TryGet(out var decision, out var refusal))
            {
                return refusal;
            }

            if (decision.Rows.Actions.Count == 0)
            {
                return decision.Answer;
            }

            if (decision.Rows.DeadlinesTouchedAt is { } touched)
            {
                await deadlines.RaiseAsync(id, touched, cancellationToken);
            }

            if (await TryCommitAsync(id, reading.Status, decision.Rows, cancellationToken))
            {
                return decision.Answer;
            }

            // Spread the competitors, or they meet again.
            await Task.Delay(Random.Shared.Next(5, 40 << attempt), cancellationToken);
        }

        throw new ConceptUnsettledException(id);
    }

    private async Task<bool> TryCommitAsync(ConceptId id, ConceptStatus status, WriteSet rows, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var version = new ConceptVersionRow { PartitionKey = id.Value, ContentVersion = status.ContentVersion + 1 };
        try
        {
            await client.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.UpdateMerge, version, status.ETag), .. rows.Actions], cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            return rows.Receipt is { } receipt && (await client.GetEntityIfExistsAsync<LogRow>(id.Value, receipt, [nameof(LogRow.RowKey)], cancellationToken)).HasValue;
        }
    }
}

/// <summary>What to write, and what to answer when it is written. Where there is nothing to write, the answer stands as it is.</summary>
internal sealed record Decision<T>(T Answer, WriteSet Rows);

/// <summary>A concept that does not exist.</summary>
internal sealed record UnknownConcept(string Id) : Refusal(RefusalKind.NotFound, "unknown-concept", $"There is no concept '{Id}'.");

/// <summary>An import is being written; it ends soon or is resumed.</summary>
internal sealed record ImportRunning(ConceptId Concept) : Refusal(RefusalKind.Conflict, "import-running", $"An import into {Concept} is being written. Try again in a moment.");
