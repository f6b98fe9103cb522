namespace Insek.Office.Domain.Tests.Rounds;

/// <summary>Which votes are taken and which leave everything as it is.</summary>
public sealed class BallotTests
{
    private static readonly MemberId _anna = Given.Member(0);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_vote_counts_up_to_and_including_the_due_instant(int ticksAfterDue, bool counts)
    {
        var round = Given.Round();

        var result = round.Cast(Given.Empty(0), 0, round.All(Choice.Approve), round.Live(), _anna, Given.Due.AddTicks(ticksAfterDue), "op");

        Assert.Equal(counts ? null : "round-not-open", result.Refusal?.Code);
    }

    [Theory]
    [InlineData(RoundState.Opening)]
    [InlineData(RoundState.Closing)]
    [InlineData(RoundState.Closed)]
    [InlineData(RoundState.Cancelling)]
    [InlineData(RoundState.Cancelled)]
    public void Only_an_open_round_takes_votes(RoundState state)
    {
        var round = Given.Round() with { State = state };

        Assert.Equal("round-not-open", CodeOf(round, Given.Empty(0), round.All(Choice.Approve)));
    }

    [Fact]
    public void A_sealed_ballot_stays_as_it_is()
    {
        var round = Given.Round();

        Assert.Equal("round-not-open", CodeOf(round, Given.Empty(0) with { IsSealed = true }, round.All(Choice.Approve)));
    }

    [Fact]
    public void Whoever_does_not_belong_or_has_been_removed_does_not_vote()
    {
        var round = Given.Round(members: 2);

        Assert.Equal("not-entitled", CodeOf(round, Given.Empty(2), round.All(Choice.Approve)));
        Assert.Equal("not-entitled", CodeOf(round, Given.Empty(0) with { IsRemoved = true }, round.All(Choice.Approve)));
    }

    [Fact]
    public void A_second_device_does_not_undo_the_first_unseen()
    {
        var round = Given.Round();
        var cast = round.Cast(0, Choice.Approve);

        var late = round.Cast(cast, 0, round.All(Choice.Abstain), round.Live(), _anna, Given.Opened.AddHours(2), "op-other-device");

        Assert.Equal(new BallotChanged(round.Id, 1), late.Refusal);
    }

    [Fact]
    public void The_same_click_again_changes_nothing_even_after_a_newer_vote()
    {
        var round = Given.Round();
        var first = round.Cast(0, Choice.Approve);
        Assert.True(round.Cast(first, 1, round.All(Choice.Abstain), round.Live(), _anna, Given.Opened.AddHours(2), "op-newer").TryGet(out var newer, out _));

        Assert.True(round.Cast(newer, 0, round.All(Choice.Approve), round.Live(), _anna, Given.Opened.AddHours(3), "op-0").TryGet(out var again, out _));

        Assert.Same(newer, again);
    }

    [Fact]
    public void A_vote_on_an_edited_or_withdrawn_item_is_refused()
    {
        var round = Given.Round(items: 2);
        var votes = round.All(Choice.Approve);

        Assert.Equal("outdated-revision", round.Cast(Given.Empty(0), 0, votes, [round.Live()[0]], _anna, Given.Opened, "op").Refusal?.Code);
        Assert.Equal("outdated-revision", round.Cast(Given.Empty(0), 0, votes, [round.Live()[0], round.Live()[1] with { Revision = 2 }], _anna, Given.Opened, "op").Refusal?.Code);
    }

    [Fact]
    public void A_ballot_answers_every_item_exactly_once()
    {
        var round = Given.Round(items: 2);
        var votes = round.All(Choice.Approve);

        Assert.Equal("incomplete-ballot", CodeOf(round, Given.Empty(0), [votes[0]]));
        Assert.Equal("incomplete-ballot", CodeOf(round, Given.Empty(0), [votes[0], votes[0]]));
        Assert.Equal("incomplete-ballot", CodeOf(round, Given.Empty(0), [.. votes, votes[1]]));
        Assert.Equal("not-on-ballot", CodeOf(round, Given.Empty(0), [.. votes, new Vote(new ItemId("fremd"), 1, Choice.Approve)]));
    }

    [Theory]
    [InlineData(Choice.Reject, null, "invalid-content")]
    [InlineData(Choice.Reject, "  ", "invalid-content")]
    [InlineData(Choice.ApproveWithChange, null, "invalid-content")]
    [InlineData(Choice.Reject, "Zu laut", null)]
    [InlineData(Choice.Abstain, null, null)]
    [InlineData(Choice.Recused, null, null)]
    public void A_rejection_owes_a_reason_and_a_wanted_change_its_text(Choice choice, string? text, string? code)
    {
        var round = Given.Round();

        Assert.Equal(code, CodeOf(round, Given.Empty(0), round.All(choice, text)));
    }

    [Fact]
    public void A_text_longer_than_a_row_should_hold_is_refused()
    {
        var round = Given.Round();

        Assert.Equal("invalid-content", CodeOf(round, Given.Empty(0), round.All(Choice.Reject, new string('x', Vote.MaxText + 1))));
    }

    [Fact]
    public void A_round_is_complete_when_all_have_voted_or_nothing_is_left_to_vote_on()
    {
        var round = Given.Round(members: 2);
        var one = round.Cast(0, Choice.Approve);

        Assert.False(round.IsComplete([one, Given.Empty(1)], round.Live()));
        Assert.True(round.IsComplete([one, round.Cast(1, Choice.Abstain)], round.Live()));
        Assert.True(round.IsComplete([Given.Empty(0), Given.Empty(1)], []));
    }

    private static string? CodeOf(ApprovalRound round, Ballot ballot, Vote[] votes) =>
        round.Cast(ballot, ballot.Version, votes, round.Live(), ballot.For, Given.Opened.AddHours(1), "op").Refusal?.Code;
}
