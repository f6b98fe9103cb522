using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Rounds;

/// <summary>Random voters, orders, repetitions and clocks: what is counted is the last valid ballot of each entitled member, and nothing else.</summary>
public sealed class VotingPropertyTests
{
    private const int Members = 5;
    private const int Strangers = 2;
    private const int Items = 3;

    /// <summary>One click: who, what on each item, when, and whether it repeats an earlier click.</summary>
    private sealed record Click(int Member, Choice[] Choices, int MinutesAfterOpening, int? RepeatOf, bool IsBlind);

    // The round is due after a thousand minutes; some clicks come too late, and clocks do not run in order.
    private static readonly Gen<Click> _click =
        from member in Gen.Choose(0, Members + Strangers - 1)
        from choices in Gen.Elements(Enum.GetValues<Choice>()).ArrayOf(Items)
        from minutes in Gen.Choose(-10, 1_100)
        from repeats in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 40).Select(index => (int?)index)))
        from blind in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Click(member, choices, minutes, repeats, blind);

    [Fact]
    public void Totals_are_those_of_the_last_valid_ballot_of_each_entitled_member() => Prop.ForAll(_click.ArrayOf().ToArbitrary(), Agrees).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_ballots_does_not_matter() => Prop.ForAll(_click.ArrayOf().ToArbitrary(), clicks =>
    {
        var round = RoundOf();
        var ballots = Run(round, clicks).Ballots;
        return RoundCount.Of(round, ballots, round.Live()).Equals(RoundCount.Of(round, ballots.Reverse(), round.Live()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quorum_is_reached_by_votes_cast_and_by_nothing_else() => Prop.ForAll(
        Gen.Elements<Choice?>([null, .. Enum.GetValues<Choice>().Cast<Choice?>()]).ArrayOf(Members).ToArbitrary(),
        Gen.Choose(1, 100).ToArbitrary(),
        (choices, percent) =>
        {
            var count = Given.Round(members: Members, quorum: percent).Outcome(choices).Count;
            var recused = choices.Count(choice => choice is Choice.Recused);
            var cast = choices.Count(choice => choice is not null and not Choice.Recused);
            return count.HasQuorum(percent) == (cast > 0 && (double)cast / (Members - recused) >= percent / 100d - 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Silence_passes_nothing() => Prop.ForAll(
        Gen.Elements<Choice?>([null, Choice.Abstain, Choice.Recused]).ArrayOf(Members).ToArbitrary(),
        Gen.Elements(Enum.GetValues<DecisionRule>()).ToArbitrary(),
        (choices, rule) => Given.Round(members: Members, rule: rule, quorum: 1).Outcome(choices).Decision is not (Decision.Passed or Decision.PassedWithChange)).QuickCheckThrowOnFailure();

    private static ApprovalRound RoundOf() => Given.Round(members: Members, items: Items, rule: DecisionRule.Majority) with { Due = Given.Opened.AddMinutes(1_000) };

    private static bool Agrees(Click[] clicks)
    {
        var round = RoundOf();
        var (ballots, expected) = Run(round, clicks);
        var outcomes = RoundCount.Of(round, ballots, round.Live());
        return Enumerable.Range(0, Items).All(item => outcomes[item].Count == new VoteCount(
            Members,
            expected.Values.Count(choices => choices[item] is Choice.Approve),
            expected.Values.Count(choices => choices[item] is Choice.ApproveWithChange),
            expected.Values.Count(choices => choices[item] is Choice.Reject),
            expected.Values.Count(choices => choices[item] is Choice.Abstain),
            expected.Values.Count(choices => choices[item] is Choice.Recused)));
    }

    // The model: a map from member to what was last validly said, kept without looking at the ballots.
    private static (Ballot[] Ballots, Dictionary<int, Choice[]> Expected) Run(ApprovalRound round, Click[] clicks)
    {
        var ballots = Enumerable.Range(0, Members + Strangers).Select(Given.Empty).ToArray();
        var expected = new Dictionary<int, Choice[]>();
        var done = new HashSet<(int, string)>();
        for (var index = 0; index < clicks.Length; index++)
        {
            var click = clicks[index];
            var operation = $"op-{(click.RepeatOf is { } earlier && earlier < index ? earlier : index)}";
            var basedOn = click.IsBlind ? ballots[click.Member].Version + 1 : ballots[click.Member].Version;
            var votes = click.Choices.Select((choice, item) => new Vote(Given.Item(item), 1, choice, choice is Choice.Reject or Choice.ApproveWithChange ? "weil" : null)).ToArray();
            var result = round.Cast(ballots[click.Member], basedOn, votes, round.Live(), Given.Member(click.Member), Given.Opened.AddMinutes(click.MinutesAfterOpening), operation);
            if (result.TryGet(out var cast, out _))
            {
                ballots[click.Member] = cast;
            }

            if (click.Member < Members && !click.IsBlind && click.MinutesAfterOpening <= 1_000 && done.Add((click.Member, operation)))
            {
                expected[click.Member] = click.Choices;
            }
        }

        return (ballots, expected);
    }
}
