using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Insek.Office.Benchmarks.Deadlines;

/// <summary>A firing of the reminders' timer with 100,000 deadlines of which 50 are due, against 1,000 of which 50 are due, and against a bare query for 50 rows.</summary>
internal static class DeadlineBenchmark
{
    private const int Due = 50;
    private const int PerConcept = 5_000;
    private const int Samples = 15;
    private const int RowsPerBatch = 50;

    private static readonly DateTimeOffset _monday = new(2024, 3, 18, 7, 0, 0, TimeSpan.Zero);
    private static readonly ConceptId _concept = new("town-0");

    public static async Task<IReadOnlyList<Line>> RunAsync(Workbench workbench)
    {
        var few = await FillAsync(workbench, deadlines: 1_000);
        var many = await FillAsync(workbench, deadlines: 100_000);
        var reading = await ReadAsync(many.Table);
        var (small, large) = (await FireAsync(few), await FireAsync(many));
        return
        [
            new("timer, 100,000 deadlines, 50 due: rows of concepts read", Text(large.Concepts), Text(Due), (double)large.Concepts / Due, 1.2),
            new("timer: rows read, 100,000 against 1,000 deadlines", Text(large.All), Text(small.All), (double)large.All / small.All, 1.0),
            reading.Time("finding 50 due of 100,000, against a bare query for 50 rows", limit: 3.0),
            reading.Allocation("finding 50 due of 100,000, against a bare query for 50 rows"),
        ];
    }

    private static async Task<RowCount> FireAsync((TableClient Table, RowCount Rows) filled)
    {
        var (table, rows) = filled;
        await using var office = Office(table);

        // The tenant's first week and quarter are noted, as they have been wherever reminders run.
        await office.Services.GetRequiredService<PeriodicNotices>().MakeAsync(_monday, CancellationToken.None);
        rows.Reset();
        await office.Services.GetRequiredService<ReminderTimer>().RunAsync(CancellationToken.None);
        var read = rows.Copy();
        var digests = await table.QueryAsync<DigestRow>("PartitionKey eq '~tenant' and RowKey ge 'digest_' and RowKey lt 'digest`'").CountAsync();
        return digests == 1 ? read : throw new InvalidOperationException($"{digests} digests were made, not one.");
    }

    private static async Task<Pairs> ReadAsync(TableClient table)
    {
        await using var office = Office(table);
        var (hints, store) = (office.Services.GetRequiredService<DeadlineHints>(), office.Services.GetRequiredService<DeadlineStore>());
        var (from, to) = (DeadlineRow.Key(new DeadlineId("d00000")), DeadlineRow.Key(new DeadlineId(string.Create(CultureInfo.InvariantCulture, $"d{Due:D5}"))));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {_concept.Value} and RowKey ge {from} and RowKey lt {to}");
        return await Pairs.TakeAsync(
            () => Cost.OfAsync(async () =>
            {
                var found = 0;
                foreach (var hint in await hints.DueAsync(_monday, CancellationToken.None))
                {
                    found += (await store.NextAsync(hint.ReadConcept(), _monday, CancellationToken.None)).Count;
                }

                Expect(found);
            }),
            () => Cost.OfAsync(async () => Expect(await table.QueryAsync<DeadlineRow>(filter).CountAsync())),
            Samples);
    }

    private static WebApplication Office(TableClient table)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:ConnectionString"] = "UseDevelopmentStorage=true";
        builder.Services.AddSingleton<TimeProvider>(new Standing());
        builder.AddStorage().AddDirectory().AddNotices().AddRounds().AddDeadlines().AddReminders();
        builder.Services.AddSingleton(new ConceptTable(table));
        builder.Services.AddSingleton<IDirectory>(new OnePerson());
        return builder.Build();
    }

    private static async Task<(TableClient Table, RowCount Rows)> FillAsync(Workbench workbench, int deadlines)
    {
        var rows = new RowCount();
        var options = new TableClientOptions();
        options.AddPolicy(rows, HttpPipelinePosition.PerCall);
        var table = await workbench.CreateTableAsync(options);
        foreach (var concept in Enumerable.Range(0, deadlines).Chunk(PerConcept).Index())
        {
            var id = new ConceptId(string.Create(CultureInfo.InvariantCulture, $"town-{concept.Index}"));
            await table.UpsertEntityAsync(ConceptIndexRow.For(id));
            await table.UpsertEntityAsync(DeadlineHintRow.For(id, concept.Index == 0 ? _monday : _monday.AddDays(1), _monday.AddDays(-7)));
            foreach (var chunk in concept.Item.Chunk(RowsPerBatch))
            {
                await table.SubmitTransactionAsync(chunk.SelectMany(number => Rows(id, number)).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
            }
        }

        return (table, rows);
    }

    private static IEnumerable<DeadlineRow> Rows(ConceptId concept, int number)
    {
        // The first fifty are due in three days; all others in spring or later.
        var at = number < Due ? _monday : _monday.AddDays(1 + (number % 300));
        var deadline = new Deadline
        {
            Id = new DeadlineId(string.Create(CultureInfo.InvariantCulture, $"d{number:D5}")),
            Kind = DeadlineKind.Milestone,
            Title = string.Create(CultureInfo.InvariantCulture, $"Frist {number}"),
            Stated = Domain.Due.On(CivilTime.DayOf(at).AddDays(3)),
            Source = DeadlineSource.None,
            Owners = [OnePerson.Id],
        };
        var row = DeadlineRow.From(concept, deadline, before: null, at);
        return [row, row.AsNext(at)];
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Expect(int count) =>
        _ = count == Due ? count : throw new InvalidOperationException(FormattableString.Invariant($"{count} rows were read, not {Due}."));

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => _monday;
    }

    private sealed class OnePerson : IDirectory
    {
        private readonly TenantDirectory _directory = new([new Member(Id, "Anna")], [], [], []);

        public static MemberId Id { get; } = new("anna");

        public ValueTask<TenantDirectory> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_directory);
    }
}
