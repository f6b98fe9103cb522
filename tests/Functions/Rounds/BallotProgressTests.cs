using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>Who has voted, read by many at once.</summary>
public sealed class BallotProgressTests(TestOffice office)
{
    private static readonly RoundId _round = new("runde");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_who_ask_at_once_share_a_reading_that_began_after_they_asked()
    {
        var concept = new ConceptId(TestOffice.NewConcept());
        var way = new HeldWay();
        await using var services = new OfficeServices(office, TimeProvider.System.GetUtcNow(), way);
        var progress = services.Get<BallotProgress>();
        await AddAsync(concept, "anna");

        var first = progress.ReadAsync(concept, _round, Cancellation);
        await way.Reached.Task;
        way.GoesThrough();
        await first;

        way.HoldsNext();
        var early = progress.ReadAsync(concept, _round, Cancellation);
        await way.Reached.Task;
        var before = way.Queries;

        // The early reading has been made and its answer is held: what is written now is not in it.
        await AddAsync(concept, "bert");
        var late = Enumerable.Range(0, 50).Select(_ => progress.ReadAsync(concept, _round, Cancellation)).ToArray();
        way.GoesThrough();

        Assert.Single(await early);
        Assert.All(await Task.WhenAll(late), ballots => Assert.Equal(2, ballots.Count));
        Assert.Equal(before + 1, way.Queries);
    }

    [Fact]
    public async Task Whoever_hangs_up_takes_the_answer_from_nobody()
    {
        var concept = new ConceptId(TestOffice.NewConcept());
        var way = new HeldWay();
        await using var services = new OfficeServices(office, TimeProvider.System.GetUtcNow(), way);
        await AddAsync(concept, "anna");
        using var impatient = new CancellationTokenSource();

        var left = services.Get<BallotProgress>().ReadAsync(concept, _round, impatient.Token);
        await way.Reached.Task;
        var stays = services.Get<BallotProgress>().ReadAsync(concept, _round, Cancellation);
        await impatient.CancelAsync();
        way.GoesThrough();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Single(await stays);
    }

    private async Task AddAsync(ConceptId concept, string member)
    {
        var ballot = new TableEntity(concept.Value, $"ballot_{_round}_{member}") { ["For"] = member, ["Version"] = 0, ["Sealed"] = false, ["Removed"] = false };
        await new TableClient(office.Storage.ConnectionString, "concepts").AddEntityAsync(ballot, Cancellation);
    }

    /// <summary>Holds answers to queries back until they are let through.</summary>
    private sealed class HeldWay : HttpPipelinePolicy
    {
        private TaskCompletionSource _open = New();
        private int _queries;

        public TaskCompletionSource Reached { get; private set; } = New();

        public int Queries => _queries;

        public void GoesThrough() => _open.TrySetResult();

        public void HoldsNext() => (_open, Reached) = (New(), New());

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here is synchronous.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (message.Request.Method == RequestMethod.Get && message.Request.Uri.ToString().Contains("ballot_", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _queries);
                Reached.TrySetResult();
                await _open.Task;
            }
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
