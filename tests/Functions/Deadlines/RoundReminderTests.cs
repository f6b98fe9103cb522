using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Deadlines;

/// <summary>Rounds call those who have not voted, and their chair where too few have.</summary>
public sealed class RoundReminderTests(TestOffice office)
{
    private static readonly RoundId _round = new("runde");

    [Fact]
    public async Task Only_those_who_have_not_voted_are_reminded_and_the_chair_hears_of_a_missing_quorum_once()
    {
        await using var town = await OpenAsync();
        await VoteAsync(town, "anna");

        // Due on Thursday, 20.06.2024 at noon: three days before is Monday, two days before Tuesday.
        await town.FireAsync("2024-06-17T08:00+02:00");
        Assert.Equal(["ben 20240617: round-runde", "cora 20240617: round-runde"], await town.DigestsAsync());
        Assert.DoesNotContain(await town.NoticesAsync(ReminderOffice.Concept), notice => notice.Contains("escalation", StringComparison.Ordinal));

        await town.FireAsync("2024-06-18T08:00+02:00");
        Assert.Equal(["runde_escalation_anna", "runde_escalation_chef"], await EscalationsAsync(town));
        Assert.Equal(2, (await town.DigestsAsync()).Count);

        await VoteAsync(town, "ben");
        await town.FireAsync("2024-06-19T08:00+02:00");
        Assert.Equal(["ben 20240617: round-runde", "cora 20240617: round-runde", "cora 20240619: round-runde"], await town.DigestsAsync());
    }

    [Fact]
    public async Task With_a_quorum_nobody_is_escalated()
    {
        await using var town = await OpenAsync();
        await VoteAsync(town, "anna");
        await VoteAsync(town, "ben");

        await town.FireAsync("2024-06-18T08:00+02:00");

        Assert.Empty(await EscalationsAsync(town));
    }

    [Fact]
    public async Task A_round_that_ended_without_a_quorum_goes_to_its_chair_on_the_morning_after()
    {
        await using var town = await OpenAsync();
        await VoteAsync(town, "anna");
        await town.FireAsync("2024-06-10T08:00+02:00");
        town.Clock.Advance(ReminderOffice.At("2024-06-20T12:05+02:00") - town.Clock.Now);
        Assert.Null((await town.First.Get<RoundChanges>().CloseAsync(ReminderOffice.Id, _round, ClosingCause.Due, by: null, reason: null, TestContext.Current.CancellationToken)).Refusal);
        await town.First.Get<RoundWorker>().Start(ReminderOffice.Id, _round);

        await town.FireAsync("2024-06-20T12:15+02:00");
        Assert.Empty(await EscalationsAsync(town));

        await town.FireAsync("2024-06-21T08:00+02:00");
        Assert.Equal(["runde_escalation_anna", "runde_escalation_chef"], await EscalationsAsync(town));

        await town.FireAsync("2024-06-24T08:00+02:00");
        Assert.Empty(await town.RowsAsync(ReminderOffice.Concept, "next_"));
    }

    [Fact]
    public async Task A_round_that_was_decided_leaves_nothing_to_remind_of()
    {
        await using var town = await OpenAsync();
        foreach (var member in new[] { "anna", "ben", "cora" })
        {
            await VoteAsync(town, member);
        }

        await town.First.Get<RoundChanges>().CloseIfCompleteAsync(ReminderOffice.Id, _round, TestContext.Current.CancellationToken);
        await town.First.Get<RoundWorker>().Start(ReminderOffice.Id, _round);
        await town.First.Get<RoundWorker>().Start(ReminderOffice.Id, new RoundId("runde-sg"));
        await town.FireAsync("2024-06-17T08:00+02:00");

        Assert.DoesNotContain(await town.DigestsAsync(), digest => digest.Contains("round-runde ", StringComparison.Ordinal) || digest.EndsWith("round-runde", StringComparison.Ordinal));
        var stored = await town.First.Get<DeadlineStore>().FindAsync(ReminderOffice.Id, new DeadlineId("round-runde"), TestContext.Current.CancellationToken);
        Assert.Equal(DeadlineState.Done, stored?.Deadline.State);
    }

    private static async Task<IReadOnlyList<string>> EscalationsAsync(ReminderOffice town) => [.. (await town.NoticesAsync(ReminderOffice.Concept)).Where(notice => notice.Contains("escalation", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task<ReminderOffice> OpenAsync()
    {
        var town = new ReminderOffice(office, "2024-06-03T09:00+02:00");
        await town.ImportAsync(Given.Town(ReminderOffice.Concept));
        await town.First.Get<PeriodicNotices>().MakeAsync(town.Clock.Now, TestContext.Current.CancellationToken);
        var directory = await town.First.Get<Insek.Office.Functions.People.IDirectory>().ReadAsync(TestContext.Current.CancellationToken);
        var opening = new RoundOpening
        {
            Id = _round,
            Group = directory.Find(new GroupId("ag"))!,
            Sectors = [new SectorKey("verkehr")],
            Procedure = new Procedure(DecisionRule.Majority, 60),
            SteeringProcedure = new Procedure(DecisionRule.Majority, 60),
            SteeringDays = 14,
            Due = ReminderOffice.At("2024-06-20T12:00+02:00"),
        };
        Assert.Null((await town.First.Get<RoundOpener>().OpenAsync(ReminderOffice.Id, opening, new MemberId("anna"), TestContext.Current.CancellationToken)).Refusal);
        await town.FireAsync("2024-06-03T09:15+02:00");
        return town;
    }

    private static async Task VoteAsync(ReminderOffice town, string member)
    {
        var stored = await town.First.Get<RoundStore>().FindAsync(ReminderOffice.Id, _round, TestContext.Current.CancellationToken);
        var row = (await town.RowsAsync(ReminderOffice.Concept, BallotRow.Key(_round, new MemberId(member))))[0];
        var ballot = new Ballot { For = new MemberId(member), By = new MemberId(member), CastAt = town.Clock.Now, Version = 1, Votes = stored!.Round.Items.Select(item => new Vote(item.Item, item.Revision, Choice.Approve)).ToValueList() };
        var cast = BallotRow.From(ReminderOffice.Id, _round, ballot);
        await town.Table.UpdateEntityAsync(cast, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace, TestContext.Current.CancellationToken);
    }
}
