namespace Insek.Office.Domain.Tests.Rounds;

/// <summary>Rounds that wait for somebody to belong to their group.</summary>
public sealed class PauseTests
{
    private static readonly DateTimeOffset _emptied = Given.Opened.AddDays(2);

    [Theory]
    [InlineData(3, 17)]
    [InlineData(0, 14)]
    [InlineData(-1, 14)]
    public void A_round_that_goes_on_gets_the_time_back_that_it_was_paused(int days, int dueAfterDays)
    {
        var paused = Pause(Given.Round());

        var resumed = paused.Resume(_emptied.AddDays(days));

        Assert.Equal((RoundState.Open, Given.Opened.AddDays(dueAfterDays), null, null), (resumed.State, resumed.Due, resumed.PausedFor, resumed.PausedAt));
        Assert.Equal(paused.Version + 1, resumed.Version);
    }

    [Fact]
    public void Nobody_comes_back_to_a_round_that_closes_in_the_same_minute()
    {
        Assert.True(Given.Round().Pause(PauseReason.GroupGone, Given.Due.AddMinutes(1)).TryGet(out var paused, out _));

        Assert.Equal(Given.Due.AddMinutes(3).AddDays(1), paused.Resume(Given.Due.AddMinutes(3)).Due);
    }

    [Fact]
    public void A_paused_round_takes_no_vote_and_closes_only_because_somebody_wants_it_to()
    {
        var paused = Pause(Given.Round());

        var vote = paused.Cast(Given.Empty(0), 0, paused.All(Choice.Approve), paused.Live(), Given.Member(0), _emptied, "op");
        var due = paused.BeginClosing(ClosingCause.Due, null, Given.Due.AddDays(1));
        var complete = paused.BeginClosing(ClosingCause.Complete, null, _emptied);
        var closed = paused.BeginClosing(ClosingCause.ByChair, Given.Member(0), _emptied);
        var cancelled = paused.BeginCancelling("Aufgelöst", Given.Member(0), _emptied);
        var again = paused.Pause(PauseReason.GroupEmpty, _emptied);

        Assert.All([due.Refusal, complete.Refusal, again.Refusal, vote.Refusal], refusal => Assert.Equal("round-not-open", refusal?.Code));
        Assert.True(closed.TryGet(out var closing, out _));
        Assert.Equal((RoundState.Closing, null), (closing.State, closing.PausedFor));
        Assert.True(cancelled.TryGet(out var cancelling, out _));
        Assert.Equal((RoundState.Cancelling, null), (cancelling.State, cancelling.PausedFor));
    }

    [Fact]
    public void A_vote_that_a_biased_deputy_has_cast_counts_as_recused()
    {
        var round = Given.Round(members: 3, rule: DecisionRule.Majority);
        var own = round.Cast(0, Choice.Recused);
        var cast = round.Cast(Given.Empty(1), 0, round.All(Choice.Approve), round.Live(), Given.Member(0), Given.Opened.AddHours(1), "op");
        Assert.True(cast.TryGet(out var forAnother, out _));

        var outcome = RoundCount.Of(round, [own, forAnother, round.Cast(2, Choice.Approve)], round.Live())[0];

        Assert.Equal((1, 2, 1), (outcome.Count.Approve, outcome.Count.Recused, outcome.Count.Entitled));
        Assert.IsType<DeputyRecused>(round.RefuseBiased(Given.Empty(1), own, round.All(Choice.Approve)));
        Assert.Null(round.RefuseBiased(Given.Empty(1), own, round.All(Choice.Recused)));
        Assert.IsType<MemberRecused>(round.RefuseBiased(own, own: null, round.All(Choice.Approve)));
    }

    private static ApprovalRound Pause(ApprovalRound round)
    {
        Assert.True(round.Pause(PauseReason.GroupEmpty, _emptied).TryGet(out var paused, out _));
        return paused;
    }
}
