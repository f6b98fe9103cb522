using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>How measures go from draft to agreed, or back.</summary>
public sealed class RoundPathTests(TestOffice office)
{
    [Fact]
    public async Task A_measure_goes_from_draft_through_both_groups_to_agreed()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var presented = await town.MeasureAsync("verkehr-1-1");
        foreach (var voter in town.Voters)
        {
            await town.VoteAsync(round, voter);
        }

        var closed = await town.UntilAsync(round);
        var steering = await town.UntilAsync(closed.FollowedBy!, "open");
        var steered = await town.MeasureAsync("verkehr-1-1");
        foreach (var member in town.Steering)
        {
            await town.VoteAsync(steering.Id, member);
        }

        var decided = await town.UntilAsync(steering.Id);
        var agreed = await town.MeasureAsync("verkehr-1-1");

        Assert.Equal(("inWorkingGroup", round), (presented.State, presented.Round));
        Assert.Equal(("complete", "workingGroup"), (closed.ClosedFor, closed.Stage));
        Assert.All(closed.Outcomes, outcome => Assert.Equal(("passed", 3, 3), (outcome.Decision, outcome.Approve, outcome.Entitled)));
        Assert.Equal(("steeringGroup", round, 2), (steering.Stage, steering.Follows, steering.ElectorateCount));
        Assert.Equal(("inSteeringGroup", steering.Id), (steered.State, steered.Round));
        Assert.Null(decided.FollowedBy);
        Assert.Equal(("agreed", null, 1), (agreed.State, agreed.Round, agreed.Revision));
    }

    [Fact]
    public async Task A_refused_measure_returns_to_draft_with_the_reason_and_the_others_go_on()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.VoteAsync(round, town.Voters[0]);
        await town.VoteAsync(round, town.Voters[1]);
        await town.VoteAsync(round, town.Voters[2], "approve", ("verkehr-1-1", "reject", "Ohne Abstellanlagen hilft das niemandem."));

        var closed = await town.UntilAsync(round);
        var steering = await town.UntilAsync(closed.FollowedBy!, "open");
        var refused = await town.MeasureAsync("verkehr-1-1");

        var outcome = Assert.Single(closed.Outcomes, outcome => outcome.Decision == "failed");
        var statement = Assert.Single(outcome.Statements);
        Assert.Equal(("verkehr-1-1", 2, 1), (outcome.Item, outcome.Approve, outcome.Reject));
        Assert.Equal((town.Voters[2], "reject", "Ohne Abstellanlagen hilft das niemandem."), (statement.For.Id, statement.Choice, statement.Text));
        Assert.Equal(("draft", null), (refused.State, refused.Round));
        Assert.Equal("verkehr-1-2", Assert.Single(steering.Items).Id);
    }

    [Fact]
    public async Task A_measure_approved_with_a_change_returns_to_draft_and_the_next_round_shows_what_has_changed_since()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(items: ["verkehr-1-1"]);
        await town.VoteAsync(round, town.Voters[0], "approve", ("verkehr-1-1", "approveWithChange", "Bitte mit Beleuchtung."));
        await town.VoteAsync(round, town.Voters[1]);
        await town.VoteAsync(round, town.Voters[2]);
        var closed = await town.UntilAsync(round);
        var draft = await town.MeasureAsync("verkehr-1-1");

        await town.EditAsync("verkehr-1-1", "Maßnahme 1 mit Beleuchtung");
        var next = await town.ReadAsync(await town.OpenAsync(items: ["verkehr-1-1"]));

        Assert.Equal("passedWithChange", Assert.Single(closed.Outcomes).Decision);
        Assert.Null(closed.FollowedBy);
        Assert.Equal("draft", draft.State);
        var item = Assert.Single(next.Items);
        Assert.Equal((2, 1), (item.Revision, item.ChangedSinceRevision));
        Assert.Contains(item.Changes, change => change.Field == "title" && change.After == "Maßnahme 1 mit Beleuchtung");
        Assert.NotEqual(closed.Stamp, next.Stamp);
    }

    [Theory]
    [InlineData("majority", "approve", "approve", "reject", "passed")]
    [InlineData("majority", "approve", "reject", "abstain", "failed")]
    [InlineData("unanimous", "approve", "abstain", "abstain", "passed")]
    [InlineData("unanimous", "abstain", "abstain", "abstain", "undecided")]
    [InlineData("chairDecides", "approve", "reject", "reject", "passed")]
    [InlineData("chairDecides", "reject", "approve", "approve", "failed")]
    [InlineData("unanimous", "approve", "approve", "recused", "passed")]
    public async Task The_rule_decides(string rule, string chair, string second, string third, string decision)
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(rule, items: ["verkehr-1-1"]);
        foreach (var (voter, choice) in town.Voters.Zip([chair, second, third]))
        {
            await town.VoteAsync(round, voter, "approve", ("verkehr-1-1", choice, choice == "reject" ? "Nein." : null));
        }

        var outcome = Assert.Single((await town.UntilAsync(round)).Outcomes);

        Assert.Equal(decision, outcome.Decision);
        Assert.Equal(third == "recused" ? 2 : 3, outcome.Entitled);
    }

    [Fact]
    public async Task Silence_is_no_consent_when_the_due_instant_passes_without_a_quorum()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(quorum: 60);
        await town.VoteAsync(round, town.Voters[0]);
        var early = await town.ReadAsync(round);
        await town.BecomeDueAsync(round);

        var late = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(early));
        await office.FireAsync("CloseDueRounds");
        var closed = await town.UntilAsync(round);
        var measure = await town.MeasureAsync("verkehr-1-1");

        Assert.Equal((409, "round-not-open"), (late.Status, late.Code));
        Assert.Equal("due", closed.ClosedFor);
        Assert.All(closed.Outcomes, outcome => Assert.Equal(("undecided", 1), (outcome.Decision, outcome.Approve)));
        Assert.Null(closed.FollowedBy);
        Assert.Equal("draft", measure.State);
    }

    [Fact]
    public async Task A_whole_sector_comes_before_its_group_in_the_concept_s_order_with_what_is_draft()
    {
        var town = await RoundTown.CreateAsync(office, measures: 3);
        await town.OpenAsync(items: ["verkehr-1-2"]);

        var rest = await town.ReadAsync(await town.OpenAsync(items: [], more: ""","sectors":["verkehr"]"""));
        var candidates = await town.For(town.Chair).GetAsync($"{town.Path}/groups/{town.Concept}-ag/candidates");

        Assert.Equal(["verkehr-1", "verkehr-1-1", "verkehr-1-3"], rest.Items.Select(item => item.Id));
        Assert.Equal(["goal", "measure", "measure"], rest.Items.Select(item => item.Kind));
        Assert.Equal("Radwege ausbauen", rest.Items[1].Goal);
        Assert.Equal(0, candidates.Json.GetProperty("sectors")[0].GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Rounds_are_listed_newest_first_page_by_page()
    {
        var town = await RoundTown.CreateAsync(office, measures: 3);
        var first = await town.OpenAsync(items: ["verkehr-1-1"]);
        var second = await town.OpenAsync(items: ["verkehr-1-2"]);
        var third = await town.OpenAsync(items: ["verkehr-1-3"]);

        var client = town.For(town.Chair);
        var page = await client.GetAsync($"{town.Path}/rounds?limit=2");
        var rest = await client.GetAsync($"{town.Path}/rounds?limit=2&continuation={page.Json.GetProperty("continuation").GetString()}");
        var about = await client.GetAsync($"{town.Path}/rounds?item=verkehr-1-2&state=open,closed&group={town.Concept}-ag");
        var none = await client.GetAsync($"{town.Path}/rounds?state=closed");
        var bad = await client.GetAsync($"{town.Path}/rounds?state=offen");

        Assert.Equal([third, second], Ids(page));
        Assert.Equal([first], Ids(rest));
        Assert.False(rest.Json.TryGetProperty("continuation", out _));
        Assert.Equal([second], Ids(about));
        Assert.Empty(Ids(none));
        Assert.Equal((400, "invalid-parameter"), (bad.Status, bad.Code));
    }

    private static IEnumerable<string?> Ids(Answer answer) => answer.Json.GetProperty("items").EnumerateArray().Select(round => round.GetProperty("id").GetString());
}
