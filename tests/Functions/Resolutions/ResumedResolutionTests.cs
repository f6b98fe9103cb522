using Azure.Core;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Resolutions;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Tests.Resolutions;

/// <summary>A resolution of more items than a transaction holds ends the same, wherever its process is killed.</summary>
public sealed class ResumedResolutionTests(TestOffice office)
{
    private const int Measures = 120;

    private static readonly DateTimeOffset _at = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_after_any_transaction_it_ends_in_the_same_state()
    {
        var (expected, transactions) = await RecordAsync(killedAfter: null);

        Assert.InRange(transactions, 3, 10);
        for (var killedAfter = 1; killedAfter < transactions; killedAfter++)
        {
            Assert.Equal(expected, (await RecordAsync(killedAfter)).Rows);
        }
    }

    [Fact]
    public async Task Processes_that_carry_it_out_at_once_take_every_item_once()
    {
        var (expected, _) = await RecordAsync(killedAfter: null);
        var concept = await office.AgreedTownAsync(Measures);
        await KillAsync(concept, 1);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SweepAsync()));

        Assert.Equal(expected, await RowsAsync(concept));
    }

    [Fact]
    public async Task Killed_before_it_was_accepted_it_has_left_nothing()
    {
        var concept = await office.AgreedTownAsync(Measures);
        using var victim = Recorder(0, out _, out var recorder);

        await Assert.ThrowsAsync<IOException>(() => recorder.RecordAsync(new ConceptId(concept), Resolution(), Cancellation));

        Assert.DoesNotContain(await RowsAsync(concept), row => row.Contains("Resolved", StringComparison.Ordinal) || row.StartsWith("resolution_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_edited_before_its_turn_came_stays_a_draft_and_its_amendment_stays_a_task()
    {
        var concept = await office.AgreedTownAsync(Measures);
        await KillAsync(concept, 1);
        await office.As("Editor").PutAsync($"/api/concepts/{concept}/measures/verkehr-1-{Measures}", """{"sector":"verkehr","goal":"verkehr-1","title":"Anders"}""", ifMatch: "\"1\"");

        await SweepAsync();
        var edited = await office.As("Member").GetAsync($"/api/concepts/{concept}/measures/verkehr-1-{Measures}");
        var other = await office.As("Member").GetAsync($"/api/concepts/{concept}/measures/verkehr-1-{Measures - 1}");
        var tasks = await office.As("Member").GetAsync($"/api/concepts/{concept}/tasks");

        Assert.Equal(("draft", "resolved"), (edited.Json.GetProperty("state").GetString(), other.Json.GetProperty("state").GetString()));
        Assert.Contains(tasks.Json.EnumerateArray(), task => task.GetProperty("item").GetString() == $"verkehr-1-{Measures}");
    }

    [Fact]
    public async Task The_next_resolution_carries_out_the_one_before_and_cannot_take_its_items()
    {
        var concept = await office.AgreedTownAsync(Measures);
        await KillAsync(concept, 1);

        var taken = await office.As("Administrator").PostAsync(
            $"/api/concepts/{concept}/resolutions", $$"""{"number":"BV 2","date":"2026-11-20","items":[{"id":"verkehr-1-{{Measures}}","revision":1,"result":"rejected"}]}""");

        Assert.Equal((409, "not-agreed"), (taken.Status, taken.Code));
        Assert.Equal("recorded", (await office.As("Member").GetAsync($"/api/concepts/{concept}/resolutions/op-1")).Json.GetProperty("state").GetString());
    }

    // Records it, killed after so many transactions and swept up by the next process; answers what lies in storage afterwards.
    private async Task<(IReadOnlyList<string> Rows, int Transactions)> RecordAsync(int? killedAfter)
    {
        var concept = await office.AgreedTownAsync(Measures);
        if (killedAfter is { } transactions)
        {
            await KillAsync(concept, transactions);
            await SweepAsync();
            return (await RowsAsync(concept), transactions);
        }

        using var process = Recorder(null, out var traffic, out var recorder);
        var recorded = await recorder.RecordAsync(new ConceptId(concept), Resolution(), Cancellation);
        Assert.True(recorded.TryGet(out var row, out _) && !row.IsRecording());
        return (await RowsAsync(concept), traffic.Transactions);
    }

    private async Task KillAsync(string concept, int transactions)
    {
        using var victim = Recorder(transactions, out _, out var recorder);
        await Assert.ThrowsAsync<IOException>(() => recorder.RecordAsync(new ConceptId(concept), Resolution(), Cancellation));
        Assert.Contains(await RowsAsync(concept), row => row.Contains(nameof(ResolutionState.Recording), StringComparison.Ordinal));
    }

    private async Task SweepAsync()
    {
        using var next = Recorder(null, out _, out var recorder);
        await recorder.SweepAsync(Cancellation);
    }

    private ConceptTable Recorder(int? transactionsLeft, out Traffic traffic, out ResolutionRecorder recorder)
    {
        traffic = new Traffic { TransactionsLeft = transactionsLeft };
        var options = new TableClientOptions();
        options.AddPolicy(traffic, HttpPipelinePosition.PerCall);
        var table = new ConceptTable(new TableClient(office.Storage.ConnectionString, "concepts", options));
        var journal = new ImportJournal(table);
        var imports = new ImportRunner(table, journal, new DeadlineHints(table, TimeProvider.System), TimeProvider.System, Options.Create(new ImportOptions()), NullLogger<ImportRunner>.Instance);
        recorder = new ResolutionRecorder(table, new ConceptReader(table, journal), imports, new DeadlineHints(table, TimeProvider.System), TimeProvider.System, NullLogger<ResolutionRecorder>.Instance);
        return table;
    }

    private static CouncilResolution Resolution() => new()
    {
        Id = new ResolutionId("op-1"),
        Number = "BV 1",
        Date = new DateOnly(2026, 11, 20),
        Decisions = Enumerable.Range(1, Measures)
            .Select(number => number % 4 == 0
                ? new CouncilDecision(new ItemId($"verkehr-1-{number}"), 1, CouncilResult.AdoptedWithAmendment, $"Änderung {number}")
                : new CouncilDecision(new ItemId($"verkehr-1-{number}"), 1, CouncilResult.Adopted))
            .ToValueList(),
        RecordedBy = new MemberId("anna"),
        RecordedAt = _at,
    };

    // Everything the resolution writes, without what differs from run to run.
    private async Task<IReadOnlyList<string>> RowsAsync(string concept)
    {
        var table = new TableClient(office.Storage.ConnectionString, "concepts");
        var rows = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {concept}"), cancellationToken: Cancellation))
        {
            if (row.RowKey.StartsWith("measure_", StringComparison.Ordinal) || row.RowKey.StartsWith("resolution_", StringComparison.Ordinal)
                || row.RowKey.StartsWith("task_", StringComparison.Ordinal) || row.GetString("Cause") == "resolution:op-1")
            {
                rows.Add(string.Join(' ', row.RowKey, row.GetString("State"), row.GetInt32("Version"), row.GetInt32("Next"), row.GetString("From"), row.GetString("To"), row.GetString("Text")));
            }
        }

        return rows;
    }
}
