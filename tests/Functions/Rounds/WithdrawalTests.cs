using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>What an edit of an item does to the round that asks about it.</summary>
public sealed class WithdrawalTests(TestOffice office)
{
    [Fact]
    public async Task An_edit_withdraws_the_measure_tells_the_group_and_leaves_the_others_to_be_decided()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var before = await town.ReadAsync(round);
        await town.VoteAsync(round, town.Voters[1]);

        await town.EditAsync("verkehr-1-1", "Ganz anders");
        var after = await town.ReadAsync(round);
        var outdated = await town.CastAsync(round, town.Chair, RoundTown.Ballot(before));
        var notices = await town.RowsAsync("notice_");
        await town.VoteAsync(round, town.Chair);
        await town.VoteAsync(round, town.Voters[2]);
        var closed = await town.UntilAsync(round);

        Assert.Equal([true, false], after.Items.Select(item => item.Withdrawn));
        Assert.NotEqual(before.Stamp, after.Stamp);
        Assert.Equal((409, "outdated-revision", after.Stamp), (outdated.Status, outdated.Code, outdated.Json.GetProperty("current").GetProperty("stamp").GetString()));
        Assert.Contains(notices, notice => notice.GetString("Kind") == "ItemWithdrawn" && notice.GetString("Item") == "verkehr-1-1" && notice.GetString("Round") == round && notice.GetString("Audience") == "Voters");
        Assert.Equal("verkehr-1-1", Assert.Single(await town.LogAsync("ItemWithdrawn")).GetString("Item"));
        Assert.Equal(["withdrawn", "passed"], closed.Outcomes.Select(outcome => outcome.Decision));
        Assert.Equal(("draft", 2), ((await town.MeasureAsync("verkehr-1-1")).State, (await town.MeasureAsync("verkehr-1-1")).Revision));
        Assert.Equal("verkehr-1-2", Assert.Single((await town.UntilAsync(closed.FollowedBy!, "open")).Items).Id);
    }

    [Fact]
    public async Task With_its_last_item_a_round_has_nothing_left_to_wait_for()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(items: ["verkehr-1-1"]);

        await town.EditAsync("verkehr-1-1", "Ganz anders");
        var closed = await town.UntilAsync(round);

        Assert.Equal("withdrawn", Assert.Single(closed.Outcomes).Decision);
        Assert.Null(closed.FollowedBy);
    }

    [Fact]
    public async Task A_correction_keeps_the_votes_and_is_what_is_agreed()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(items: ["verkehr-1-1"]);
        var before = await town.ReadAsync(round);
        await town.VoteAsync(round, town.Voters[1]);

        await town.EditAsync("verkehr-1-1", "Maßnahme 1, berichtigt", editorialReason: "Tippfehler");
        var corrected = await town.ReadAsync(round);
        var stale = await town.CastAsync(round, town.Chair, RoundTown.Ballot(before));
        await town.VoteAsync(round, town.Chair);
        await town.VoteAsync(round, town.Voters[2]);
        var closed = await town.UntilAsync(round);
        var steering = await town.UntilAsync(closed.FollowedBy!, "open");

        Assert.Equal((false, 2, 1), (Assert.Single(corrected.Items).Withdrawn, corrected.Items[0].Revision, corrected.VotedCount));
        Assert.Equal((409, "outdated-revision"), (stale.Status, stale.Code));
        Assert.Equal(("passed", 2, 3), (Assert.Single(closed.Outcomes).Decision, closed.Outcomes[0].Revision, closed.Outcomes[0].Approve));
        Assert.Equal(2, Assert.Single(steering.Items).Revision);
        Assert.Empty(await town.LogAsync("ItemWithdrawn"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(150)]
    public async Task An_import_that_edits_what_a_group_has_before_it_withdraws_it_and_tells_the_group(int measures)
    {
        var town = await RoundTown.CreateAsync(office, measures);
        var round = await town.OpenAsync();
        var document = Given.Town(town.Concept, measures);

        await town.Editor.ImportAsync(town.Concept, document with { Measures = [.. document.Measures.Select(measure => measure with { Title = $"{measure.Title}, neu" })] });
        var closed = await town.UntilAsync(round);
        var notices = await town.RowsAsync("notice_");

        Assert.All(closed.Outcomes, outcome => Assert.Equal("withdrawn", outcome.Decision));
        Assert.Equal(["verkehr-1-1", "verkehr-1-2"], notices.Where(notice => notice.GetString("Kind") == "ItemWithdrawn").Select(notice => notice.GetString("Item")).Order());
        Assert.Equal(2, (await town.LogAsync("ItemWithdrawn")).Count);
        Assert.Equal("draft", (await town.MeasureAsync("verkehr-1-1")).State);
    }
}
