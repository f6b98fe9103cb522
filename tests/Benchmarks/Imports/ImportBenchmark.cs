using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Insek.Office.Benchmarks.Imports;

/// <summary>An import, planned, journaled and rolled forward, against its rows written in bare batches.</summary>
internal static class ImportBenchmark
{
    private const int Measures = 5_000;
    private const int Samples = 5;
    private const string Id = "musterstadt";

    public static async Task<IReadOnlyList<Line>> RunAsync(Workbench workbench)
    {
        var document = GeneratedTown.Document(Id, Measures);
        var rows = Plan(document).Rows.Rows.ToArray();
        var transactions = new TransactionCount();
        var pairs = await Pairs.TakeAsync(
            () => MeasureAsync(workbench, transactions, table => ImportAsync(table, Plan(document))),
            () => MeasureAsync(workbench, new TransactionCount(), table => WriteBareAsync(table, rows)),
            Samples,
            warmUps: 1);

        // One names the journal, one ends the import; a transaction between holds 99 rows and the progress.
        var least = (rows.Length + 98) / 99 + 2;
        return
        [
            pairs.Time(string.Create(CultureInfo.InvariantCulture, $"import of {Measures:N0} measures ({rows.Length:N0} rows)"), limit: 1.5),
            new Line("import: transactions", transactions.Last.ToString(CultureInfo.InvariantCulture), least.ToString(CultureInfo.InvariantCulture), (double)transactions.Last / least, 1),
        ];
    }

    /// <summary>Writes an import as the functions do.</summary>
    public static async Task ImportAsync(TableClient table, ImportWrite import)
    {
        using var concepts = new ConceptTable(table);
        var runner = new ImportRunner(concepts, new ImportJournal(concepts), new DeadlineHints(concepts, TimeProvider.System), TimeProvider.System, Options.Create(new ImportOptions()), NullLogger<ImportRunner>.Instance);
        if (!await runner.ApplyAsync(import.Head.Id, before: null, import, CancellationToken.None))
        {
            throw new InvalidOperationException("The import was not written.");
        }
    }

    /// <summary>Plans an import into nothing.</summary>
    public static ImportWrite Plan(ConceptDocument document)
    {
        var plan = GeneratedTown.Plan(document, out var request);
        return ImportRows.From(plan, request, before: null, "0639100000000000000abcd", new Dictionary<RoundId, ApprovalRound>());
    }

    private static async Task<Cost> MeasureAsync(Workbench workbench, TransactionCount transactions, Func<TableClient, Task> work)
    {
        var options = new TableClientOptions();
        options.AddPolicy(transactions, Azure.Core.HttpPipelinePosition.PerCall);
        var table = await workbench.CreateTableAsync(options);
        transactions.Last = 0;
        var cost = await Cost.OfAsync(() => work(table));
        await table.DeleteAsync();
        return cost;
    }

    private static async Task WriteBareAsync(TableClient table, IEnumerable<ITableEntity> rows)
    {
        foreach (var batch in rows.Chunk(100))
        {
            await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        }
    }

    private sealed class TransactionCount : HttpPipelineSynchronousPolicy
    {
        public int Last { get; set; }

        public override void OnSendingRequest(Azure.Core.HttpMessage message)
        {
            if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                Last++;
            }
        }
    }
}
