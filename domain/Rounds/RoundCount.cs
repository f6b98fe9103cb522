namespace Insek.Office.Domain;

/// <summary>How the votes on one item were distributed.</summary>
/// <param name="Electorate">Who could vote at all.</param>
/// <param name="Approve">Approvals.</param>
/// <param name="ApproveWithChange">Approvals of the aim with a wanted change.</param>
/// <param name="Reject">Rejections.</param>
/// <param name="Abstain">Abstentions.</param>
/// <param name="Recused">Recusals.</param>
public sealed record VoteCount(int Electorate, int Approve, int ApproveWithChange, int Reject, int Abstain, int Recused)
{
    /// <summary>Who counts for the quorum: the electorate without the recused.</summary>
    public int Entitled => Electorate - Recused;

    /// <summary>Votes cast other than recusals.</summary>
    public int Cast => Approve + ApproveWithChange + Reject + Abstain;

    /// <summary>Approvals, with or without a wanted change.</summary>
    public int Approvals => Approve + ApproveWithChange;

    /// <summary>Whether at least <paramref name="percent"/> of those entitled, and at least one, have cast a vote.</summary>
    public bool HasQuorum(int percent) => Cast > 0 && Cast * 100 >= Entitled * percent;
}

/// <summary>What a round made of an item.</summary>
public enum Decision
{
    /// <summary>Agreed: the item goes on.</summary>
    Passed,

    /// <summary>Agreed in its aim: the item returns to Draft with the wanted changes.</summary>
    PassedWithChange,

    /// <summary>Not agreed: the item returns to Draft with the reasons.</summary>
    Failed,

    /// <summary>Not decided, because the quorum was missed or the chair did not decide: the item returns to Draft.</summary>
    Undecided,

    /// <summary>Edited while the round was open: nothing was decided on it.</summary>
    Withdrawn,
}

/// <summary>What somebody said to an item, with the reason or wanted change.</summary>
/// <param name="For">Whose vote it is.</param>
/// <param name="By">Who cast it.</param>
/// <param name="Choice">What was said.</param>
/// <param name="Text">Reason or wanted change.</param>
public sealed record Statement(MemberId For, MemberId By, Choice Choice, string Text);

/// <summary>What was decided on an item, by how many votes and for which reasons.</summary>
/// <param name="Item">Which.</param>
/// <param name="Revision">The revision decided on, from 1.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Count">How the votes were distributed.</param>
/// <param name="Statements">Reasons and wanted changes.</param>
public sealed record ItemOutcome(ItemId Item, int Revision, Decision Decision, VoteCount Count, ValueList<Statement> Statements);

/// <summary>Counts sealed ballots. Pure: the same ballots give the same outcomes however often and in whatever order they are counted.</summary>
public static class RoundCount
{
    /// <summary>The outcome of each item, in the order of the ballot.</summary>
    /// <param name="round">The round; its electorate says whose ballot counts.</param>
    /// <param name="ballots">The ballots, at most one for each member.</param>
    /// <param name="live">The items still before the group; the others were withdrawn.</param>
    public static ValueList<ItemOutcome> Of(ApprovalRound round, IEnumerable<Ballot> ballots, IReadOnlyCollection<LiveItem> live)
    {
        var electorate = round.Electorate.ToHashSet();
        var all = ballots.ToArray();
        var counted = all.Where(ballot => ballot.IsCast && electorate.Contains(ballot.For)).OrderBy(ballot => ballot.For.Value, StringComparer.Ordinal).ToArray();
        var revisions = live.ToDictionary(item => item.Item, item => item.Revision);
        var biased = all.SelectMany(ballot => ballot.Votes.Where(vote => vote.Choice is Choice.Recused).Select(vote => (ballot.For, vote.Item))).ToHashSet();
        return round.Items.Select(item => OutcomeOf(round, item, counted, biased, revisions)).ToValueList();
    }

    // A deputy who declares bias after having voted for a member takes that vote back with it, in whatever order the two were cast.
    private static Vote? VoteOf(Ballot ballot, ItemId item, HashSet<(MemberId Member, ItemId Item)> biased) =>
        ballot.On(item) is { } vote && ballot.By is { } by && by != ballot.For && biased.Contains((by, item)) ? vote with { Choice = Choice.Recused } : ballot.On(item);

    private static ItemOutcome OutcomeOf(ApprovalRound round, BallotItem item, Ballot[] counted, HashSet<(MemberId Member, ItemId Item)> biased, Dictionary<ItemId, int> revisions)
    {
        var votes = counted.Select(ballot => (ballot.For, By: ballot.By ?? ballot.For, Vote: VoteOf(ballot, item.Item, biased))).Where(entry => entry.Vote is not null).ToArray();
        int Of(Choice choice) => votes.Count(entry => entry.Vote!.Choice == choice);
        var count = new VoteCount(round.Electorate.Count, Of(Choice.Approve), Of(Choice.ApproveWithChange), Of(Choice.Reject), Of(Choice.Abstain), Of(Choice.Recused));
        var statements = votes.Where(entry => !string.IsNullOrWhiteSpace(entry.Vote!.Text)).Select(entry => new Statement(entry.For, entry.By, entry.Vote!.Choice, entry.Vote.Text!)).ToValueList();
        if (!revisions.TryGetValue(item.Item, out var revision))
        {
            return new ItemOutcome(item.Item, item.Revision, Decision.Withdrawn, count, statements);
        }

        var chair = votes.FirstOrDefault(entry => entry.For == round.Chair).Vote?.Choice;
        return new ItemOutcome(item.Item, revision, Decide(round.Procedure, count, chair), count, statements);
    }

    private static Decision Decide(Procedure procedure, VoteCount count, Choice? chair)
    {
        if (!count.HasQuorum(procedure.QuorumPercent))
        {
            return Decision.Undecided;
        }

        return procedure.Rule switch
        {
            DecisionRule.Unanimous when count.Reject > 0 => Decision.Failed,

            // Abstentions alone agree to nothing: nobody has said yes.
            DecisionRule.Unanimous => count.Approvals > 0 ? Agreed(count) : Decision.Undecided,
            DecisionRule.Majority => count.Approvals > count.Reject ? Agreed(count) : Decision.Failed,
            DecisionRule.ChairDecides => chair switch
            {
                Choice.Approve => Agreed(count),
                Choice.ApproveWithChange => Decision.PassedWithChange,
                Choice.Reject => Decision.Failed,
                _ => Decision.Undecided,
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Decision Agreed(VoteCount count) => count.ApproveWithChange > 0 ? Decision.PassedWithChange : Decision.Passed;
}
