using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Resolutions;

/// <summary>Records resolutions: accepted as a whole with the first transaction, carried out in as many as they need, by this process or, if it dies, by another.</summary>
/// <remarks>
/// Every transaction advances the concept row and the resolution's progress under their entity tags. So each item is taken exactly once,
/// whoever does it, and nothing is accepted on the strength of what has changed since. One resolution at a time is carried out: what it
/// has not reached yet still looks agreed, and a second one could decide on it.
/// </remarks>
internal sealed partial class ResolutionRecorder(ConceptTable table, ConceptReader reader, ImportRunner imports, DeadlineHints deadlines, TimeProvider clock, ILogger<ResolutionRecorder> log)
{
    private const int MaxAttempts = 8;

    /// <summary>How long a hint stays though its resolution was never accepted: longer than accepting takes.</summary>
    private static readonly TimeSpan _hintKeptFor = TimeSpan.FromMinutes(10);

    /// <summary>Records a resolution; one that is known by its id is answered as it stands.</summary>
    /// <returns>The row; or why nothing was recorded.</returns>
    public async Task<Result<ResolutionRow>> RecordAsync(ConceptId concept, CouncilResolution resolution, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await FindAsync(concept, resolution.Id, cancellationToken) is { } known)
            {
                return resolution.HasNumber(known.Number) ? await CompleteAsync(concept, known, cancellationToken) : new OperationUsed(resolution.Id);
            }

            if (await reader.FindAsync(concept, cancellationToken) is not { } reading)
            {
                return new UnknownConcept(concept.Value);
            }

            if (reading.Status.Import is { } import)
            {
                if (!await imports.ResumeIfAbandonedAsync(concept, import, cancellationToken))
                {
                    return new ImportRunning(concept);
                }

                continue;
            }

            // Read after the concept's tag: whatever is recorded from here on changes it.
            var others = await ListAsync(concept, ResolutionRow.StatusColumns, cancellationToken);
            if (others.Any(other => resolution.HasNumber(other.Number)))
            {
                return await FindAsync(concept, resolution.Id, cancellationToken) is { } mine
                    ? await CompleteAsync(concept, mine, cancellationToken)
                    : new ResolutionNumberTaken(resolution.Number);
            }

            if (others.FirstOrDefault(other => other.IsRecording()) is { } unfinished)
            {
                await RollForwardAsync(concept, unfinished.ReadId(), cancellationToken);
                continue;
            }

            if (resolution.Judge(reading.Snapshot) is { } refusal)
            {
                return refusal;
            }

            if (await AcceptAsync(concept, resolution, reading, cancellationToken) is { } accepted)
            {
                // From here on it will be carried out, whoever does it; a caller who hangs up must not leave it half done for longer.
                return await CompleteAsync(concept, accepted, CancellationToken.None);
            }

            await Task.Delay(Random.Shared.Next(5, 40 << attempt), cancellationToken);
        }

        throw new ConceptUnsettledException(concept);
    }

    /// <summary>The resolution's row, or null.</summary>
    public async Task<ResolutionRow?> FindAsync(ConceptId concept, ResolutionId id, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<ResolutionRow>(concept.Value, ResolutionRow.Key(id), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>The concept's resolutions, by id.</summary>
    public async Task<IReadOnlyList<ResolutionRow>> ListAsync(ConceptId concept, string[]? columns, CancellationToken cancellationToken)
    {
        var rows = new List<ResolutionRow>();
        await foreach (var row in table.ByPrefixAsync<ResolutionRow>(concept.Value, ResolutionRow.Prefix, columns, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Carries out what was left behind.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        await foreach (var hint in table.ByPrefixAsync<ResolutionHintRow>(Tenant.Partition, ResolutionHintRow.Prefix, cancellationToken: cancellationToken))
        {
            if (await FindAsync(hint.ReadConcept(), hint.ReadId(), cancellationToken) is not null)
            {
                await RollForwardAsync(hint.ReadConcept(), hint.ReadId(), cancellationToken);
            }
            else if (hint.Timestamp < clock.GetUtcNow() - _hintKeptFor)
            {
                await client.DeleteEntityAsync(hint.PartitionKey, hint.RowKey, hint.ETag, cancellationToken);
            }
        }
    }

    private async Task<ResolutionRow> CompleteAsync(ConceptId concept, ResolutionRow row, CancellationToken cancellationToken)
    {
        if (!row.IsRecording())
        {
            return row;
        }

        await RollForwardAsync(concept, row.ReadId(), cancellationToken);
        return await FindAsync(concept, row.ReadId(), cancellationToken) ?? row;
    }

    // Null where the concept has changed since it was read.
    private async Task<ResolutionRow?> AcceptAsync(ConceptId concept, CouncilResolution resolution, ConceptReading reading, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var chunk = ResolutionChunk.From(resolution, 0, reading);
        await HintAsync(concept, chunk, cancellationToken);
        var row = ResolutionRow.From(concept, resolution, chunk.Next);
        if (row.IsRecording())
        {
            await client.UpsertEntityAsync(ResolutionHintRow.For(concept, resolution.Id), TableUpdateMode.Replace, cancellationToken);
        }

        var entry = new LogRow
        {
            PartitionKey = concept.Value,
            RowKey = LogRow.Key(resolution.RecordedAt, $"{resolution.Id}"),
            Kind = "ResolutionRecorded",
            By = resolution.RecordedBy.Value,
            At = resolution.RecordedAt,
            Reason = resolution.Number,
            Cause = ResolutionChunk.Cause(resolution),
        };
        return await TrySubmitAsync(
            client,
            [Advance(reading), new(TableTransactionActionType.Add, row), new(TableTransactionActionType.Add, entry), .. chunk.Actions],
            cancellationToken) ? row : null;
    }

    // An import that is being written ends first; the sweep or the next resolution goes on then.
    private async Task RollForwardAsync(ConceptId concept, ResolutionId id, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        for (var (reached, refusals) = (-1, 0); refusals <= MaxAttempts;)
        {
            if (await FindAsync(concept, id, cancellationToken) is not { } row || !row.IsRecording())
            {
                await client.DeleteEntityAsync(Tenant.Partition, ResolutionHintRow.For(concept, id).RowKey, cancellationToken: cancellationToken);
                return;
            }

            // Somebody else's progress explains a conflict; one without any is somebody who writes the concept, and is not met for ever.
            (reached, refusals) = (row.Next, row.Next == reached ? refusals + 1 : 0);
            if (await reader.FindAsync(concept, cancellationToken) is not { } reading)
            {
                throw new InvalidDataException($"Concept {concept} is gone while resolution {id} is carried out.");
            }

            if (reading.Status.Import is { } import)
            {
                if (!await imports.ResumeIfAbandonedAsync(concept, import, cancellationToken))
                {
                    LogWaits(concept.Value, id.Value);
                    return;
                }

                continue;
            }

            var resolution = row.ToResolution();
            var chunk = ResolutionChunk.From(resolution, row.Next, reading);
            await HintAsync(concept, chunk, cancellationToken);
            var progress = new ResolutionProgressRow { PartitionKey = concept.Value, RowKey = row.RowKey, State = ResolutionRow.StateAt(resolution, chunk.Next), Next = chunk.Next };
            if (!await TrySubmitAsync(client, [Advance(reading), new(TableTransactionActionType.UpdateMerge, progress, row.ETag), .. chunk.Actions], cancellationToken))
            {
                await Task.Delay(Random.Shared.Next(5, 40 << Math.Min(refusals, 5)), cancellationToken);
            }
        }

        throw new ConceptUnsettledException(concept);
    }

    private Task HintAsync(ConceptId concept, ResolutionChunk chunk, CancellationToken cancellationToken) =>
        chunk.DeadlinesTouchedAt is { } touched ? deadlines.RaiseAsync(concept, touched, cancellationToken) : Task.CompletedTask;

    private static TableTransactionAction Advance(ConceptReading reading) => new(
        TableTransactionActionType.UpdateMerge,
        new ConceptVersionRow { PartitionKey = reading.Snapshot.Concept.Id.Value, ContentVersion = reading.Status.ContentVersion + 1 },
        reading.Status.ETag);

    private static async Task<bool> TrySubmitAsync(TableClient client, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await client.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Resolution {Resolution} of {Concept} waits for an import to end")]
    private partial void LogWaits(string concept, string resolution);
}

/// <summary>An operation's id under which another resolution is recorded.</summary>
internal sealed record OperationUsed(ResolutionId Id) : Refusal(RefusalKind.Conflict, "operation-used", $"Another resolution was recorded by operation {Id}.");
