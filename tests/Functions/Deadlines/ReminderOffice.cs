using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Functions.Tests.Rounds;

namespace Insek.Office.Functions.Tests.Deadlines;

/// <summary>A tenant of its own, on a table of its own, with a clock that the test moves and as many instances as it wants.</summary>
internal sealed class ReminderOffice : IAsyncDisposable
{
    public const string Concept = "insek-muster";

    public static readonly ConceptId Id = new(Concept);

    private readonly string _name = $"r{Guid.NewGuid():N}";
    private readonly List<OfficeServices> _instances = [];
    private readonly TestOffice _office;
    private int _imports;

    public ReminderOffice(TestOffice office, string now)
    {
        _office = office;
        Clock = new ManualClock(At(now));
        Table = new TableClient(office.Storage.ConnectionString, _name);
        Directory.AddAdministrator("chef");
        Directory.AddMember("anna", "Tiefbauamt");
        Directory.AddMember("ben", "Amt für Bau und Verkehr");
        Directory.AddGroup("ag", Concept, chair: "anna", members: ["anna", "ben", "cora"], sectors: ["verkehr"]);
        Directory.AddGroup("sg", Concept, GroupKind.SteeringGroup, chair: "ben", members: ["ben"]);
        First = Start();
    }

    public ManualClock Clock { get; }

    public TestDirectory Directory { get; } = new();

    public TableClient Table { get; }

    /// <summary>One instance of the functions.</summary>
    public OfficeServices First { get; }

    /// <summary>A town whose council meets on 20.03.2024, with two measures due then.</summary>
    public static ConceptDocument Town()
    {
        var town = Given.Town(Concept);
        return town with
        {
            Concept = town.Concept with { Events = [new EventDocument("stadtrat", new DateOnly(2024, 3, 20), "Beratung im Stadtrat", null, null)] },
            Measures = [town.Measures[0]! with { Due = new DateOnly(2024, 3, 20), Owner = "Tiefbauamt" }, town.Measures[1]! with { Due = new DateOnly(2024, 3, 21), Owner = "Amt für Bau und Verkehr" }],
        };
    }

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Another instance.</summary>
    public OfficeServices Start(HttpPipelinePolicy? way = null)
    {
        var instance = new OfficeServices(_office, Clock, _name, Directory, way);
        _instances.Add(instance);
        return instance;
    }

    public async Task ImportAsync(ConceptDocument document)
    {
        var reading = await First.Get<ConceptReader>().FindAsync(Id, TestContext.Current.CancellationToken);
        var request = new ImportRequest(Id, reading?.Snapshot, ImportMode.Atomic, DryRun: false, new MemberId("chef"), Clock.Now, CultureInfo.GetCultureInfo("de"));
        Assert.True(ImportPlanner.Plan(request, document).TryGet(out var plan, out var refusal), refusal?.Message);
        Assert.False(plan.IsRefused);
        Assert.True(await First.Get<ImportRunner>().ApplyAsync(Id, reading?.Status, ImportRows.From(plan, request, reading, $"{Clock.Now.UtcTicks:D19}{_imports++:x4}", new Dictionary<RoundId, ApprovalRound>()), TestContext.Current.CancellationToken));
    }

    /// <summary>Sets the clock and fires the timer.</summary>
    public async Task FireAsync(string at, OfficeServices? instance = null)
    {
        Clock.Advance(At(at) - Clock.Now);
        await (instance ?? First).Get<ReminderTimer>().RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The digests there are: "member day: items".</summary>
    public async Task<IReadOnlyList<string>> DigestsAsync()
    {
        var digests = new List<string>();
        foreach (var row in await RowsAsync("~tenant", "digest_"))
        {
            var (member, day) = (row.RowKey.Split('_')[1], row.RowKey.Split('_')[2]);
            digests.Add($"{member} {day}: {string.Join(' ', (row.GetString("Items0") ?? "").Split('\n').Select(item => item.Split('_')[1]))}");
        }

        return digests;
    }

    /// <summary>The ids of the notices that wait to be sent, of the tenant or the concept.</summary>
    public async Task<IReadOnlyList<string>> NoticesAsync(string partition = "~tenant") => [.. (await RowsAsync(partition, "notice_")).Select(row => row.RowKey[("notice_".Length + 20)..])];

    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string partition, string prefix)
    {
        var end = prefix[..^1] + (char)(prefix[^1] + 1);
        var rows = new List<TableEntity>();
        await foreach (var row in Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}"), cancellationToken: TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Everything reminders leave behind, but for the moment a row was written, in a form in which two runs can be compared.</summary>
    public async Task<IReadOnlyList<string>> StateAsync()
    {
        var state = new List<string>();
        foreach (var (partition, prefix) in new[] { (Concept, "deadline_"), (Concept, "next_"), (Concept, "log_"), (Concept, "notice_"), ("~tenant", "digest_"), ("~tenant", "remind_"), ("~tenant", "shown_"), ("~tenant", "notice_") })
        {
            state.AddRange((await RowsAsync(partition, prefix)).Select(row => $"{row.RowKey}: {string.Join("; ", row.Where(property => property.Key is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp")).OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Key}={property.Value}")))}"));
        }

        return state;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await Table.DeleteAsync(CancellationToken.None);
        Directory.Dispose();
    }
}
