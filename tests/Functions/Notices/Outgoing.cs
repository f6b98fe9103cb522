using Azure.Core;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Tests.Notices;

/// <summary>The outbox of one tenant, put together as the functions do, on a table of its own and with a clock that the test moves.</summary>
internal sealed class Outgoing : IDisposable
{
    private readonly ConceptTable _table;
    private readonly bool _isFirst;

    private Outgoing(TestOffice office, string name, ManualClock clock, TestDirectory directory, bool isFirst)
    {
        (Clock, Directory, _isFirst) = (clock, directory, isFirst);
        var options = new TableClientOptions();
        options.AddPolicy(Traffic, HttpPipelinePosition.PerCall);
        Table = new TableClient(office.Storage.ConnectionString, name, options);
        _table = new ConceptTable(Table);
        var people = new FileDirectory(Options.Create(new DirectoryOptions { File = directory.FileName, LookEvery = TimeSpan.Zero }), clock, NullLogger<FileDirectory>.Instance);
        var settings = Options.Create(new NoticeOptions());
        Conversations = new ConversationStore(_table, clock);
        Bindings = new BindingStore(_table, people, clock);
        Hints = new NoticeHints(_table, clock);
        Deliveries = new Deliveries(_table, Hints, settings, clock);
        Sending = new SendingLease(_table, settings, clock);
        Picker = new NoticePicker(
            _table, Hints, new NoticeExpansion(_table, new NoticeRecipients(_table), Bindings, people, Deliveries), new NoticeAddresses(Conversations), Deliveries, people, clock);
        Failed = new FailedNotices(_table, Hints, people, clock);
        Sweep = new NoticeSweep(_table, Hints, clock);
    }

    public ManualClock Clock { get; }

    public TestDirectory Directory { get; }

    public Traffic Traffic { get; } = new();

    public TableClient Table { get; }

    public ConversationStore Conversations { get; }

    public BindingStore Bindings { get; }

    public NoticeHints Hints { get; }

    public SendingLease Sending { get; }

    public NoticePicker Picker { get; }

    public Deliveries Deliveries { get; }

    public FailedNotices Failed { get; }

    public NoticeSweep Sweep { get; }

    public string Concept { get; } = "insek-muster";

    public ApprovalRound Round { get; } = new()
    {
        Id = new RoundId("runde-1"),
        Title = "Verkehr",
        Stage = Stage.WorkingGroup,
        Group = new GroupId("ag-verkehr"),
        GroupName = "AG Verkehr",
        Procedure = new Procedure(DecisionRule.Majority, 50),
        OpenedBy = new MemberId("anna"),
        OpenedAt = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
        Due = new DateTimeOffset(2026, 12, 7, 8, 0, 0, TimeSpan.Zero),
        Items = [],
        Electorate = [],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A new tenant.</summary>
    public static async Task<Outgoing> NewAsync(TestOffice office)
    {
        var outgoing = new Outgoing(office, $"t{Guid.NewGuid():N}", new ManualClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), new TestDirectory(), isFirst: true);
        await outgoing.Table.CreateIfNotExistsAsync(Cancellation);
        return outgoing;
    }

    /// <summary>Another process of the same tenant.</summary>
    public Outgoing Again(TestOffice office) => new(office, Table.Name, Clock, Directory, isFirst: false);

    /// <summary>Asks for notices as a change does: the hint first, then the transaction.</summary>
    public async Task AskAsync(params TableTransactionAction[] notices)
    {
        await Hints.RaiseAsync(new ConceptId(Concept), Cancellation);
        await Table.SubmitTransactionAsync(notices, Cancellation);
    }

    /// <summary>Asks for one member's card.</summary>
    public Task AskCardAsync(string member) => AskAsync(Outbox.BallotCard(new ConceptId(Concept), Round.Id, Round.OpenedAt, new MemberId(member), Clock.Now));

    /// <summary>Writes ballots as a round has them.</summary>
    public async Task AddBallotsAsync(IEnumerable<string> members, DateTimeOffset? castAt = null, bool removed = false)
    {
        foreach (var chunk in members.Chunk(100))
        {
            await Table.SubmitTransactionAsync(
                chunk.Select(member => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity(Concept, $"ballot_{Round.Id}_{member}") { ["CastAt"] = castAt, ["Removed"] = removed })),
                Cancellation);
        }
    }

    /// <summary>An activity has come from a conversation: what the API does then.</summary>
    public async Task HearAsync(string id, string? member = null)
    {
        var heard = new ConversationDocument
        {
            Id = id,
            Kind = member is null ? "channel" : "personal",
            Member = member,
            ServiceUrl = "https://smba.example/de/",
            Bot = "28:bot",
            Name = "AG Verkehr",
        };
        if (await Conversations.SaveAsync(heard, Cancellation))
        {
            await Failed.ResendAsync(heard, Cancellation);
        }
    }

    /// <summary>Leases as the sender and expects to be the one.</summary>
    public async Task<LeaseView> LeaseAsync(string sender = "one", int max = 100)
    {
        var taken = await Sending.TakeAsync(sender, Cancellation);
        Assert.True(taken.TryGet(out var lease, out var refusal), refusal?.Message);
        return new LeaseView(lease.Token, lease.Until, await Picker.PickAsync(lease, max, Cancellation));
    }

    public async Task<Refusal?> AckAsync(NoticeView notice, long token, string? activity, string conversation = "a:chat") =>
        await Deliveries.AckAsync(new NoticeAck(Concept, notice.Id, notice.Tag, token, conversation, activity), LeaseTag.Parse(notice.Tag)!, Cancellation);

    public async Task<Refusal?> FailAsync(NoticeView notice, long token, bool permanent = false, int? retryAfter = null) =>
        await Deliveries.FailAsync(new NoticeFailure(Concept, notice.Id, notice.Tag, token, "Der Kanal antwortet nicht", permanent, retryAfter), LeaseTag.Parse(notice.Tag)!, Cancellation);

    public async Task<IReadOnlyList<string>> KeysAsync(string partition, string prefix)
    {
        var keys = new List<string>();
        await foreach (var row in _table.ByPrefixAsync<TableEntity>(partition, prefix, ["RowKey"], Cancellation))
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }

    public void Dispose()
    {
        _table.Dispose();
        if (_isFirst)
        {
            Directory.Dispose();
        }
    }
}
