using System.Text;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Storage;

/// <summary>Writes imports: in one transaction where they fit, else journaled and rolled forward, by this process or, if it dies, by another.</summary>
/// <remarks>
/// Every chunk's transaction also advances the progress in the concept row under that row's entity tag. So two processes can roll
/// the same import forward at once: each chunk is written exactly once, and nobody can write a chunk after the import has ended.
/// </remarks>
internal sealed partial class ImportRunner(ConceptTable table, ImportJournal journal, DeadlineHints deadlines, TimeProvider clock, IOptions<ImportOptions> options, ILogger<ImportRunner> log)
{
    /// <summary>A transaction holds 100 changes, and one of them advances the concept row.</summary>
    private const int RowsPerChunk = 99;

    /// <summary>How often a chunk may be refused without anybody having got further.</summary>
    private const int MaxRefusals = 5;

    /// <summary>A transaction's body holds 4 MiB; rows are estimated generously.</summary>
    private const int BytesPerChunk = 3_900_000;

    /// <summary>Writes an import.</summary>
    /// <returns>False where the concept changed since it was read: plan again. Nothing is written then.</returns>
    public async Task<bool> ApplyAsync(ConceptId concept, ConceptStatus? before, ImportWrite import, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        if (before is null)
        {
            await client.UpsertEntityAsync(ConceptIndexRow.For(concept), TableUpdateMode.Replace, cancellationToken);
        }

        await HintAsync(concept, import.Rows.Touches, cancellationToken);
        var chunks = Split(import.Rows);
        if (chunks.Count <= 1)
        {
            return await TrySubmitAsync(client, [import.LastStep(before), .. chunks.SelectMany(Actions)], cancellationToken);
        }

        await client.UpsertEntityAsync(ImportHintRow.For(concept), TableUpdateMode.Replace, cancellationToken);
        await journal.SaveAsync(concept, import.ToJournal(chunks), cancellationToken);
        if (!await TrySubmitAsync(client, [import.FirstStep(before, chunks.Count, clock.GetUtcNow())], cancellationToken))
        {
            await journal.RemoveAsync(concept, import.Id, cancellationToken);
            return false;
        }

        // From here on the import will be carried out, whoever does it; a caller who hangs up must not leave it half done for longer.
        await RollForwardAsync(concept, import.Id, CancellationToken.None);
        return true;
    }

    /// <summary>Takes over an import whose process has made no progress for a while.</summary>
    /// <returns>Whether it has ended now; false where it is still being written by another.</returns>
    public async Task<bool> ResumeIfAbandonedAsync(ConceptId concept, ImportProgress import, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - import.TouchedAt < options.Value.AbandonedAfter)
        {
            return false;
        }

        LogResuming(concept.Value, import.Id, import.Next, import.Chunks);
        await RollForwardAsync(concept, import.Id, cancellationToken);
        return true;
    }

    /// <summary>Takes over what was left behind: imports that made no progress for a while, and journals nobody needs.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        await foreach (var hint in table.ByPrefixAsync<ImportHintRow>(Tenant.Partition, ImportHintRow.Prefix, cancellationToken: cancellationToken))
        {
            var row = await client.GetEntityIfExistsAsync<ConceptRow>(hint.ReadConcept().Value, ConceptRow.Key, ConceptRow.StatusColumns, cancellationToken);
            var running = row.HasValue ? row.Value!.ReadStatus().Import : null;
            if (running is not null)
            {
                await ResumeIfAbandonedAsync(hint.ReadConcept(), running, cancellationToken);
                continue;
            }

            // A younger hint may belong to an import that is just about to start.
            var old = clock.GetUtcNow() - options.Value.JournalKeptFor;
            if (hint.Timestamp < old)
            {
                await journal.SweepAsync(hint.ReadConcept(), running: null, old, cancellationToken);
                await client.DeleteEntityAsync(hint.PartitionKey, hint.RowKey, hint.ETag, cancellationToken);
            }
        }
    }

    private async Task RollForwardAsync(ConceptId concept, string id, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var import = await journal.FindAsync(concept, id, cancellationToken);
        var (reached, refusals) = (-1, 0);
        while (true)
        {
            var row = await client.GetEntityIfExistsAsync<ConceptRow>(concept.Value, ConceptRow.Key, cancellationToken: cancellationToken);
            if (!row.HasValue || row.Value!.ImportId != id)
            {
                // Another process has carried it to its end.
                return;
            }

            if (import is null)
            {
                throw new InvalidDataException($"The journal of import {id} into {concept} is gone while the import runs.");
            }

            if (reached < 0)
            {
                // Resumed hours later, the hint of its beginning may be gone.
                await HintAsync(concept, import.Chunks.SelectMany(chunk => chunk.Touches), cancellationToken);
            }

            // Somebody else's progress explains a conflict; a conflict without any would repeat itself for ever.
            refusals = row.Value!.ImportNext == reached ? refusals + 1 : 0;
            reached = row.Value!.ImportNext;
            if (refusals > MaxRefusals)
            {
                throw new InvalidDataException($"Import {id} into {concept} is refused at chunk {reached} though nobody else writes it.");
            }

            if (await WriteChunksAsync(client, concept, row.Value!, import, cancellationToken))
            {
                LogDone(concept.Value, id, import.Chunks.Count);
                await journal.RemoveAsync(concept, id, cancellationToken);
                return;
            }
        }
    }

    // All touches of an import are of one instant.
    private async Task HintAsync(ConceptId concept, IEnumerable<DeadlineTouchRow> touches, CancellationToken cancellationToken)
    {
        if (touches.FirstOrDefault() is { } touch)
        {
            await deadlines.RaiseAsync(concept, DeadlineRow.AtOf(touch.RowKey), cancellationToken);
        }
    }

    // False where another process got in between; what is left is read anew.
    private async Task<bool> WriteChunksAsync(TableClient client, ConceptId concept, ConceptRow row, JournaledImport import, CancellationToken cancellationToken)
    {
        var tag = row.ETag;
        for (var next = row.ImportNext; next < import.Chunks.Count; next++)
        {
            var progress = new ConceptImportRow
            {
                PartitionKey = concept.Value,
                ImportId = import.Id,
                ImportNext = next + 1,
                ImportChunks = import.Chunks.Count,
                ImportTouchedAt = clock.GetUtcNow(),
            };
            if (await SubmitAsync(client, [new TableTransactionAction(TableTransactionActionType.UpdateMerge, progress, tag), .. Actions(import.Chunks[next])], cancellationToken) is not { } answers)
            {
                return false;
            }

            tag = answers[0].Headers.ETag ?? throw new InvalidDataException("Storage answered a merge without an entity tag.");
        }

        var head = import.Head ?? row.ToConcept();
        var last = ConceptRow.From(head, row.ContentVersion + 1, row.HeadVersion + (import.Head is null ? 0 : 1));
        return await TrySubmitAsync(client, [new TableTransactionAction(TableTransactionActionType.UpdateReplace, last, tag)], cancellationToken);
    }

    private static async Task<bool> TrySubmitAsync(TableClient client, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        await SubmitAsync(client, actions, cancellationToken) is not null;

    private static async Task<IReadOnlyList<Response>?> SubmitAsync(TableClient client, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.SubmitTransactionAsync(actions, cancellationToken)).Value;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            return null;
        }
    }

    // Goals, measures and parts are replaced whatever they are: the concept row's entity tag, in the same transaction, is what guards them.
    private static IEnumerable<TableTransactionAction> Actions(JournalChunk chunk) => chunk.Rows.Select(row => new TableTransactionAction(
        row switch
        {
            RevisionRow or LogRow => TableTransactionActionType.Add,

            // A notice that waits already may be leased: asking again changes nothing else.
            NoticeRow => TableTransactionActionType.UpsertMerge,

            // Of a deadline the source writes its own columns only.
            DeadlineSourceRow => TableTransactionActionType.UpsertMerge,
            _ => TableTransactionActionType.UpsertReplace,
        },
        row));

    private static List<JournalChunk> Split(JournalChunk rows)
    {
        var chunks = new List<JournalChunk>();
        var bytes = BytesPerChunk;
        foreach (var row in rows.Rows)
        {
            var size = Estimate(row);
            if (chunks.Count == 0 || chunks[^1].Count == RowsPerChunk || bytes + size > BytesPerChunk)
            {
                chunks.Add(new JournalChunk());
                bytes = 0;
            }

            chunks[^1].Add(row);
            bytes += size;
        }

        return chunks;
    }

    // Content is JSON within JSON: at worst every byte is escaped.
    private static int Estimate(ITableEntity row) => 3_000 + row switch
    {
        ItemRow item => 2 * Encoding.UTF8.GetByteCount(item.ReadContent()),
        RevisionRow revision => 2 * Encoding.UTF8.GetByteCount(revision.ReadContent()),
        PartRow part => 2 * Encoding.UTF8.GetByteCount(part.Content),
        _ => 4_000,
    };

    [LoggerMessage(LogLevel.Warning, "Taking over import {Import} into {Concept} at chunk {Next} of {Chunks}: its process made no progress")]
    private partial void LogResuming(string concept, string import, int next, int chunks);

    [LoggerMessage(LogLevel.Information, "Import {Import} into {Concept} written in {Chunks} chunks")]
    private partial void LogDone(string concept, string import, int chunks);
}
