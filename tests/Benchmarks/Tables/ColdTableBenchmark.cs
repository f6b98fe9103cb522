using Azure.Data.Tables;
using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Imports;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Benchmarks.Tables;

/// <summary>A concept that nobody has read yet, against one query for the rows it consists of.</summary>
internal static class ColdTableBenchmark
{
    private const int Measures = 5_000;
    private const int Samples = 9;

    private static readonly string[] _prefixes = [ItemRow.GoalPrefix, ItemRow.MeasurePrefix, PartRow.SectorPrefix, PartRow.AreaPrefix];

    public static async Task<IReadOnlyList<Line>> RunAsync(Workbench workbench)
    {
        var import = ImportBenchmark.Plan(GeneratedTown.Document("musterstadt", Measures));
        var table = await workbench.CreateTableAsync();
        await ImportBenchmark.ImportAsync(table, import);

        var id = import.Head.Id;
        var filter = string.Join(" or ", _prefixes.Select(prefix => $"(PartitionKey eq '{id.Value}' and RowKey ge '{prefix}' and RowKey lt '{prefix[..^1]}`')"));
        var pairs = await Pairs.TakeAsync(
            () => Cost.OfAsync(() => LoadAsync(table, id)),
            () => Cost.OfAsync(async () => Expect(await table.QueryAsync<ItemRow>(filter).CountAsync(), import.Rows.Items.Count + import.Rows.Parts.Count)),
            Samples);
        return [pairs.Time("concept of 5,000 measures from cold", limit: 1.3), pairs.Allocation("concept of 5,000 measures from cold")];
    }

    private static async Task LoadAsync(TableClient table, ConceptId id)
    {
        using var concepts = new ConceptTable(table);
        var reading = await new ConceptReader(concepts, new ImportJournal(concepts)).FindAsync(id, CancellationToken.None);
        Expect(reading!.Snapshot.Measures.Count, Measures);
    }

    private static void Expect(int count, int expected) =>
        _ = count == expected ? count : throw new InvalidOperationException(FormattableString.Invariant($"{count} rows were read, not {expected}."));
}
