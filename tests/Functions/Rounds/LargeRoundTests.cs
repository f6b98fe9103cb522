using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>A whole sector concept on one ballot: more than a transaction holds.</summary>
public sealed class LargeRoundTests(TestOffice office)
{
    [Fact]
    public async Task A_round_of_113_generated_items_goes_through_both_groups()
    {
        var town = await RoundTown.CreateAsync(office, measures: 112);
        var view = await town.UntilAsync(await town.OpenAsync(items: [], more: ""","sectors":["verkehr"]"""), "open");
        foreach (var voter in town.Voters)
        {
            await town.VoteAsync(view.Id, voter, "approve", ("verkehr-1-7", "reject", "Zu teuer."));
        }

        var closed = await town.UntilAsync(view.Id);
        var steering = await town.UntilAsync(closed.FollowedBy!, "open");
        foreach (var member in town.Steering)
        {
            await town.VoteAsync(steering.Id, member);
        }

        await town.UntilAsync(steering.Id);
        var agreed = await town.Editor.GetAsync($"{town.Path}/measures?state=agreed&limit=1");
        var drafts = await town.Editor.GetAsync($"{town.Path}/measures?state=draft");

        Assert.Equal(113, view.Items.Count(item => !item.Withdrawn));
        Assert.Equal((112, 1), (closed.Outcomes.Count(outcome => outcome.Decision == "passed"), closed.Outcomes.Count(outcome => outcome.Decision == "failed")));
        Assert.Equal(112, steering.ItemCount);
        Assert.Equal(111, agreed.Json.GetProperty("total").GetInt32());
        Assert.Equal("verkehr-1-7", Assert.Single(drafts.Json.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Who_votes_while_the_round_is_being_closed_is_either_counted_or_told()
    {
        var town = await RoundTown.CreateAsync(office, voters: 60);
        var round = await town.OpenAsync("majority");
        var ballot = RoundTown.Ballot(await town.ReadAsync(round));

        var casting = town.Voters.Skip(1).Select(voter => town.CastAsync(round, voter, ballot)).ToArray();
        await Task.WhenAny(casting);
        await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/close", "{}");
        var answers = await Task.WhenAll(casting);
        var closed = await town.UntilAsync(round);

        Assert.All(answers, answer => Assert.True(answer.Status == 200 || (answer.Status, answer.Code) == (409, "round-not-open"), answer.Text));
        Assert.Equal(answers.Count(answer => answer.Status == 200), closed.Outcomes[0].Approve);
        Assert.Equal(closed.VotedCount, closed.Outcomes[0].Approve);
        Assert.Equal(closed.VotedCount, (await town.LogAsync("BallotCast")).Count);
    }
}
