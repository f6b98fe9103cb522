namespace Insek.Office.Domain.Tests.Rounds;

/// <summary>What a rule makes of the votes. A null stands for a member who says nothing.</summary>
public sealed class CountingTests
{
    private const Choice Yes = Choice.Approve;
    private const Choice Change = Choice.ApproveWithChange;
    private const Choice No = Choice.Reject;
    private const Choice Abstain = Choice.Abstain;
    private const Choice Recused = Choice.Recused;

    public static TheoryData<DecisionRule, int, Choice?[], Decision> Cases => new()
    {
        { DecisionRule.Unanimous, 50, [Yes, Yes, Yes, Yes], Decision.Passed },
        { DecisionRule.Unanimous, 50, [Yes, Yes, null, null], Decision.Passed },
        { DecisionRule.Unanimous, 51, [Yes, Yes, null, null], Decision.Undecided },
        { DecisionRule.Unanimous, 100, [Yes, Yes, Yes, null], Decision.Undecided },
        { DecisionRule.Unanimous, 50, [Yes, Yes, Yes, No], Decision.Failed },
        { DecisionRule.Unanimous, 50, [Yes, Abstain, null, null], Decision.Passed },
        { DecisionRule.Unanimous, 50, [Abstain, Abstain, Abstain, Abstain], Decision.Undecided },
        { DecisionRule.Unanimous, 50, [Yes, Change, Yes, Yes], Decision.PassedWithChange },
        { DecisionRule.Unanimous, 50, [Change, No, Yes, Yes], Decision.Failed },
        { DecisionRule.Unanimous, 1, [null, null, null, null], Decision.Undecided },
        { DecisionRule.Unanimous, 1, [Yes, null, null, null], Decision.Passed },

        // Two recused leave two entitled: one vote is half of them.
        { DecisionRule.Unanimous, 50, [Yes, Recused, Recused, null], Decision.Passed },
        { DecisionRule.Unanimous, 51, [Yes, Recused, Recused, null], Decision.Undecided },
        { DecisionRule.Unanimous, 1, [Recused, Recused, Recused, Recused], Decision.Undecided },
        { DecisionRule.Majority, 50, [Yes, Yes, No, null], Decision.Passed },
        { DecisionRule.Majority, 50, [Yes, No, null, null], Decision.Failed },
        { DecisionRule.Majority, 50, [Yes, No, Abstain, Abstain], Decision.Failed },
        { DecisionRule.Majority, 75, [Yes, Abstain, Abstain, null], Decision.Passed },
        { DecisionRule.Majority, 50, [Change, Yes, No, null], Decision.PassedWithChange },
        { DecisionRule.Majority, 50, [Yes, null, null, null], Decision.Undecided },
        { DecisionRule.ChairDecides, 50, [Yes, No, No, No], Decision.Passed },
        { DecisionRule.ChairDecides, 50, [No, Yes, Yes, Yes], Decision.Failed },
        { DecisionRule.ChairDecides, 50, [Change, Yes, Yes, Yes], Decision.PassedWithChange },
        { DecisionRule.ChairDecides, 50, [Yes, null, null, null], Decision.Undecided },
        { DecisionRule.ChairDecides, 50, [null, Yes, Yes, Yes], Decision.Undecided },
        { DecisionRule.ChairDecides, 50, [Abstain, Yes, Yes, Yes], Decision.Undecided },
        { DecisionRule.ChairDecides, 50, [Recused, Yes, Yes, Yes], Decision.Undecided },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_decides(DecisionRule rule, int quorum, Choice?[] choices, Decision decision) =>
        Assert.Equal(decision, Given.Round(rule: rule, quorum: quorum).Outcome(choices).Decision);

    [Fact]
    public void Reasons_and_wanted_changes_are_kept_with_the_name_of_whose_they_are()
    {
        var round = Given.Round();

        var outcome = RoundCount.Of(round, [round.Cast(1, No, "Zu teuer"), round.Cast(0, Change, "Nur im Sommer"), round.Cast(2, Yes)], round.Live())[0];

        Assert.Equal([new Statement(Given.Member(0), Given.Member(0), Change, "Nur im Sommer"), new Statement(Given.Member(1), Given.Member(1), No, "Zu teuer")], outcome.Statements);
    }

    [Fact]
    public void A_withdrawn_item_is_not_decided_however_many_have_agreed_to_it()
    {
        var round = Given.Round(items: 2);
        var ballots = Enumerable.Range(0, 4).Select(member => round.Cast(member, Yes)).ToArray();

        var outcomes = RoundCount.Of(round, ballots, [round.Live()[1]]);

        Assert.Equal([Decision.Withdrawn, Decision.Passed], outcomes.Select(outcome => outcome.Decision));
    }

    [Fact]
    public void A_removed_member_neither_counts_nor_is_waited_for()
    {
        var round = Given.Round(members: 3, rule: DecisionRule.Majority);
        var ballots = new[] { round.Cast(0, Yes), round.Cast(1, Yes), round.Cast(2, No) with { IsRemoved = true } };
        Assert.True(round.ChangeElectorate([], [Given.Member(2)]).TryGet(out var changed, out _));

        var outcome = RoundCount.Of(changed, ballots, changed.Live())[0];

        Assert.Equal(new VoteCount(2, 2, 0, 0, 0, 0), outcome.Count);
        Assert.True(changed.IsComplete(ballots, changed.Live()));
    }
}
