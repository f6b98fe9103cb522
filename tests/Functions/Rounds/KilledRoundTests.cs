using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Tests.Host;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>A round of 113 items needs many transactions, and the process may be killed between any two calls of storage.</summary>
public sealed class KilledRoundTests(TestOffice office)
{
    /// <summary>With the sector's goal, 113 items.</summary>
    private const int Measures = 112;

    /// <summary>Still more than one transaction holds.</summary>
    private const int SomeMeasures = 60;

    private static readonly RoundId _round = new("runde");

    // An hour ahead, so that every hint is old enough to be followed.
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow().AddHours(1);

    [Fact]
    public async Task An_opening_killed_anywhere_ends_in_the_same_state()
    {
        var town = await RoundTown.CreateAsync(office, SomeMeasures);
        var state = await EverywhereAsync(await TownCopies.OfAsync(town), (services, concept) => OpenAsync(services, concept, town));

        Assert.Equal(SomeMeasures + 1, state.Count(row => IsItem(row) && row.Contains("State=InWorkingGroup", StringComparison.Ordinal)));
        Assert.Equal(3, state.Count(row => row.StartsWith("ballot_", StringComparison.Ordinal)));
        Assert.Single(state, row => row.StartsWith("round_runde", StringComparison.Ordinal) && row.Contains("State=Open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_last_vote_killed_anywhere_counts_once_when_the_click_is_repeated_and_closes_the_round()
    {
        var (town, copies) = await VotedAsync(measures: 2);

        var state = await EverywhereAsync(copies, (victim, concept) => VoteAsync(victim, concept, town.Voters[2]));

        Assert.Equal(3, state.Count(row => row.Contains("Kind=BallotCast", StringComparison.Ordinal)));
        AssertPassed(state, measures: 2);
    }

    [Fact]
    public async Task A_closing_killed_anywhere_ends_in_the_same_state()
    {
        var (_, copies) = await VotedAsync(Measures);

        var state = await EverywhereAsync(copies, CloseAsync);

        AssertPassed(state, Measures);
    }

    [Fact]
    public async Task A_cancelling_killed_anywhere_ends_in_the_same_state()
    {
        var (_, copies) = await VotedAsync(SomeMeasures);

        var state = await EverywhereAsync(
            copies,
            async (services, concept) =>
            {
                Assert.Null((await services.Get<RoundChanges>().CancelAsync(concept, _round, RoundActor.System, "Falsche Fassung.", TestContext.Current.CancellationToken)).Refusal);
                await services.Get<RoundWorker>().Start(concept, _round);
            });

        Assert.DoesNotContain(state, row => IsItem(row) && !row.Contains("State=Draft", StringComparison.Ordinal));
        Assert.Single(state, row => row.StartsWith("round_", StringComparison.Ordinal) && row.Contains("State=Cancelled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_processes_that_carry_one_closing_forward_at_once_end_in_the_same_state()
    {
        var (_, copies) = await VotedAsync(SomeMeasures);
        var undisturbed = await RunAsync(copies, way: null, CloseAsync);
        var concept = await copies.MakeAsync();
        await using var one = new OfficeServices(office, _now);
        await using var other = new OfficeServices(office, _now);

        await Task.WhenAll(CloseAsync(one, concept), CloseAsync(other, concept), other.Get<RoundWorker>().Start(concept, _round));

        Assert.Equal(undisturbed, await copies.StateOfAsync(concept));
    }

    [Fact]
    public async Task A_closing_in_which_every_answer_to_a_write_is_lost_once_ends_in_the_same_state()
    {
        var (_, copies) = await VotedAsync(SomeMeasures);
        var undisturbed = await RunAsync(copies, way: null, CloseAsync);
        var way = new LossyWay();

        var state = await RunAsync(copies, way, CloseAsync);

        Assert.True(way.Losses > 10, $"Only {way.Losses} answers were lost.");
        Assert.Equal(undisturbed, state);
    }

    [Fact]
    public async Task What_lost_its_hints_is_found_by_the_sweep()
    {
        var (_, copies) = await VotedAsync(SomeMeasures);
        var undisturbed = await RunAsync(copies, way: null, CloseAsync);
        var concept = await copies.MakeAsync();
        await using (var victim = new OfficeServices(office, _now, new DyingProcess(24)))
        {
            await CloseAsync(victim, concept);
        }

        var table = new TableClient(office.Storage.ConnectionString, "concepts");
        var hint = Assert.Single(await copies.StepHintsOfAsync(concept));
        await table.DeleteEntityAsync("~tenant", hint, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEqual(undisturbed, await copies.StateOfAsync(concept));

        await using var next = new OfficeServices(office, _now);
        await next.Get<RoundTimers>().SweepAsync(TestContext.Current.CancellationToken);

        Assert.Equal(undisturbed, await copies.StateOfAsync(concept));
    }

    // Kills before the first call, before the second, … until the whole goes through, and compares what others make of what was left.
    private async Task<IReadOnlyList<string>> EverywhereAsync(TownCopies copies, Func<OfficeServices, ConceptId, Task> act)
    {
        var undisturbed = await RunAsync(copies, way: null, act);
        var survived = int.MaxValue;
        var token = TestContext.Current.CancellationToken;
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = token }, async (calls, _) =>
        {
            if (calls > Volatile.Read(ref survived))
            {
                return;
            }

            var victim = new DyingProcess(calls);
            var state = await RunAsync(copies, victim, act);
            if (!victim.Died)
            {
                Interlocked.Exchange(ref survived, Math.Min(calls, survived));
            }

            Assert.True(undisturbed.SequenceEqual(state), $"Killed after {calls} calls, the end is another:{Environment.NewLine}{string.Join(Environment.NewLine, state.Except(undisturbed).Concat(undisturbed.Except(state)).Take(6))}");
        });
        Assert.InRange(survived, 20, 199);
        return undisturbed;
    }

    private async Task<IReadOnlyList<string>> RunAsync(TownCopies copies, HttpPipelinePolicy? way, Func<OfficeServices, ConceptId, Task> act)
    {
        var concept = await copies.MakeAsync();
        await using (var first = new OfficeServices(office, _now, way))
        {
            try
            {
                await act(first, concept);
            }
            catch (ProcessDiedException)
            {
                // The next process takes over.
            }
        }

        if (way is DyingProcess { Died: true })
        {
            // The timer resumes what it finds; the person, who saw no answer, clicks again.
            await using var next = new OfficeServices(office, _now);
            foreach (var hint in await copies.StepHintsOfAsync(concept))
            {
                await next.Get<RoundSequence>().RunAsync(concept, new RoundId(hint.Split('_')[^1]), TestContext.Current.CancellationToken);
            }

            await act(next, concept);
        }

        Assert.Empty(await copies.StepHintsOfAsync(concept));
        return await copies.StateOfAsync(concept);
    }

    // Two of three have voted.
    private async Task<(RoundTown Town, TownCopies Copies)> VotedAsync(int measures)
    {
        var town = await RoundTown.CreateAsync(office, measures);
        await using var services = new OfficeServices(office, _now);
        await OpenAsync(services, new ConceptId(town.Concept), town);
        await VoteAsync(services, new ConceptId(town.Concept), town.Voters[0]);
        await VoteAsync(services, new ConceptId(town.Concept), town.Voters[1]);
        return (town, await TownCopies.OfAsync(town));
    }

    private async Task OpenAsync(OfficeServices services, ConceptId concept, RoundTown town)
    {
        var opened = await services.Get<RoundOpener>().OpenAsync(
            concept,
            new RoundOpening
            {
                Id = _round,
                Group = new Group { Id = new GroupId("ag"), Name = "AG", Kind = GroupKind.WorkingGroup, Concept = concept, Sectors = [new SectorKey("verkehr")], Members = town.Voters.Select(voter => new MemberId(voter)).ToValueList() },
                Sectors = [new SectorKey("verkehr")],
                Procedure = new Procedure(DecisionRule.Majority, 50),
                SteeringProcedure = new Procedure(DecisionRule.Majority, 50),
                SteeringDays = 14,
                Due = _now.AddDays(7),
            },
            new MemberId(town.Chair),
            TestContext.Current.CancellationToken);
        Assert.Null(opened.Refusal);
    }

    private static async Task VoteAsync(OfficeServices services, ConceptId concept, string voter)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfMatch = "\"0\"";
        var stored = await services.Get<RoundStore>().FindAsync(concept, _round, TestContext.Current.CancellationToken);
        var votes = stored!.Round.Items.Select(item => new Vote(item.Item, item.Revision, Choice.Approve)).ToArray();
        var member = new MemberId(voter);
        var answer = await services.Get<BallotBox>().CastAsync(new CastRequest(concept, _round, member, votes, new Caller(member, IsAdministrator: false), $"klick-{voter}", request), TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
        if (answer.Round!.State is RoundState.Closing)
        {
            await services.Get<RoundWorker>().Start(concept, _round);
        }
    }

    private static async Task CloseAsync(OfficeServices services, ConceptId concept)
    {
        Assert.Null((await services.Get<RoundChanges>().CloseAsync(concept, _round, ClosingCause.ByChair, RoundActor.System, reason: null, TestContext.Current.CancellationToken)).Refusal);
        await services.Get<RoundWorker>().Start(concept, _round);
    }

    private static bool IsItem(string row) => row.StartsWith("measure_", StringComparison.Ordinal) || row.StartsWith("goal_", StringComparison.Ordinal);

    private static void AssertPassed(IReadOnlyList<string> state, int measures)
    {
        Assert.Equal(measures + 1, state.Count(row => IsItem(row) && row.Contains("State=InSteeringGroup", StringComparison.Ordinal)));
        Assert.Single(state, row => row.StartsWith("round_runde:", StringComparison.Ordinal) && row.Contains("State=Closed", StringComparison.Ordinal));
        Assert.Single(state, row => row.StartsWith("round_runde-sg:", StringComparison.Ordinal) && row.Contains("State=Open", StringComparison.Ordinal));
        Assert.Equal(2, state.Count(row => row.StartsWith("ballot_runde-sg_", StringComparison.Ordinal)));
    }
}
