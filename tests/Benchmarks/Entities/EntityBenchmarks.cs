using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Insek.Office.Benchmarks.Running;

namespace Insek.Office.Benchmarks.Entities;

/// <summary>The table client against what one would write by hand.</summary>
internal static class EntityBenchmarks
{
    private const int Rows = 5_000;
    private const int PerSample = 100;
    private const int Samples = 11;

    // The compiler takes methods it has seen often to a second pass, in the background; samples before that compare compilers.
    private const int WarmUps = 10;
    private const double TimeLimit = 1.2;
    private const double AllocationLimit = 3;
    private const string Filter = "PartitionKey eq 'stadt'";

    public static async Task<IReadOnlyList<Line>> QueryAsync(Workbench workbench)
    {
        var table = await FilledTableAsync(workbench, Rows);
        using var bare = Bare(workbench, table);
        var pairs = await Pairs.TakeAsync(
            () => Cost.OfAsync(async () => Expect(await table.QueryAsync<MeasureEntity>(Filter).CountAsync())),
            () => Cost.OfAsync(async () => Expect((await bare.QueryAsync(Filter)).Count)),
            Samples);
        return [pairs.Time("query of 5,000 entities", limit: TimeLimit), pairs.Allocation("query of 5,000 entities", limit: AllocationLimit), .. await QueryRecordedAsync(workbench, table)];
    }

    public static async Task<IReadOnlyList<Line>> GetAsync(Workbench workbench)
    {
        var table = await FilledTableAsync(workbench, 100);
        using var bare = Bare(workbench, table);
        var pairs = await Pairs.TakeAsync(
            () => Cost.OfAsync(() => RepeatAsync(() => table.GetEntityAsync<MeasureEntity>("stadt", "measure_000042"))),
            () => Cost.OfAsync(() => RepeatAsync(() => bare.GetAsync("stadt", "measure_000042"))),
            Samples,
            WarmUps);
        return Both(pairs, "get", PerSample);
    }

    public static async Task<IReadOnlyList<Line>> InsertAsync(Workbench workbench)
    {
        var table = await workbench.CreateTableAsync();
        using var bare = Bare(workbench, table);
        var partitions = 0;
        var pairs = await Pairs.TakeAsync(() => EachAsync(entity => table.AddEntityAsync(entity)), () => EachAsync(bare.InsertAsync), Samples, WarmUps);
        return Both(pairs, "insert", PerSample);

        Task<Cost> EachAsync(Func<MeasureEntity, Task> insertAsync)
        {
            var entities = MeasureEntity.Generate(FormattableString.Invariant($"p{++partitions}"), PerSample).ToArray();
            return Cost.OfAsync(async () =>
            {
                foreach (var entity in entities)
                {
                    await insertAsync(entity);
                }
            });
        }
    }

    public static async Task<IReadOnlyList<Line>> BatchAsync(Workbench workbench)
    {
        const int Batches = 5;
        var table = await workbench.CreateTableAsync();
        using var bare = Bare(workbench, table);
        var partitions = 0;
        var pairs = await Pairs.TakeAsync(
            () => EachAsync(batch => table.SubmitTransactionAsync(batch.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)))),
            () => EachAsync(bare.InsertAsync),
            Samples);
        return Both(pairs, "batch of 100", Batches);

        Task<Cost> EachAsync(Func<MeasureEntity[], Task> insertAsync)
        {
            var batches = MeasureEntity.Generate(FormattableString.Invariant($"p{++partitions}"), Batches * 100).Chunk(100).ToArray();
            return Cost.OfAsync(async () =>
            {
                foreach (var batch in batches)
                {
                    await insertAsync(batch);
                }
            });
        }
    }

    // The emulator takes most of the time of a query, and hides what the client takes. So its answers are also played back from memory.
    private static async Task<IReadOnlyList<Line>> QueryRecordedAsync(Workbench workbench, TableClient table)
    {
        var answers = new RecordedAnswers();
        using var client = new HttpClient(answers);
        var ours = new TableClient(workbench.Storage.ConnectionString, table.Name, new TableClientOptions { Transport = new HttpClientTransport(client) });
        using var bare = new BareTable(new HttpClient(answers), table, workbench.Storage.ConnectionString);
        var pairs = await Pairs.TakeAsync(
            () => Cost.OfAsync(async () => Expect(await ours.QueryAsync<MeasureEntity>(Filter).CountAsync())),
            () => Cost.OfAsync(async () => Expect((await bare.QueryAsync(Filter)).Count)),
            Samples,
            warmUps: 40);
        return [pairs.Time("the same without the emulator")];
    }

    private static Line[] Both(Pairs pairs, string what, int times) =>
        [pairs.Time(what, times, TimeLimit), pairs.Allocation(what, times, AllocationLimit)];

    private static async Task RepeatAsync(Func<Task> work)
    {
        for (var i = 0; i < PerSample; i++)
        {
            await work();
        }
    }

    private static async Task<TableClient> FilledTableAsync(Workbench workbench, int rows)
    {
        var table = await workbench.CreateTableAsync();
        foreach (var batch in MeasureEntity.Generate("stadt", rows).Chunk(100))
        {
            await table.SubmitTransactionAsync(batch.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)));
        }

        return table;
    }

    private static BareTable Bare(Workbench workbench, TableClient table) => new(new HttpClient(), table, workbench.Storage.ConnectionString);

    private static void Expect(int count) =>
        _ = count == Rows ? count : throw new InvalidOperationException(FormattableString.Invariant($"The query answered {count} entities."));
}
