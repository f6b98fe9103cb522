namespace Insek.Office.Domain.Tests.Rounds;

/// <summary>Rounds and ballots as the tests need them.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Opened = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Due = Opened.AddDays(14);

    public static MemberId Member(int number) => new($"m{number}");

    public static ItemId Item(int number) => new($"verkehr-{number}");

    public static ApprovalRound Round(int members = 4, int items = 1, DecisionRule rule = DecisionRule.Unanimous, int quorum = 50, int? chair = 0) => new()
    {
        Id = new RoundId("r-1"),
        Title = "Verkehr",
        Stage = Stage.WorkingGroup,
        Group = new GroupId("ag-verkehr"),
        GroupName = "AG Verkehr",
        Procedure = new Procedure(rule, quorum),
        SteeringProcedure = new Procedure(DecisionRule.Majority, 60),
        SteeringDays = 10,
        OpenedBy = Member(0),
        OpenedAt = Opened,
        Due = Due,
        Chair = chair is { } number ? Member(number) : null,
        Items = Enumerable.Range(0, items).Select(index => new BallotItem(ItemKind.Measure, Item(index), 1)).ToValueList(),
        Electorate = Enumerable.Range(0, members).Select(Member).ToValueList(),
        State = RoundState.Open,
    };

    public static Ballot Empty(int member) => new() { For = Member(member) };

    public static LiveItem[] Live(this ApprovalRound round) => [.. round.Items.Select(item => new LiveItem(item.Item, item.Revision))];

    public static Vote[] All(this ApprovalRound round, Choice choice, string? text = null) => [.. round.Items.Select(item => new Vote(item.Item, item.Revision, choice, text))];

    public static Ballot Cast(this ApprovalRound round, int member, Choice choice, string? text = null)
    {
        var result = round.Cast(Empty(member), 0, round.All(choice, text ?? (choice is Choice.Reject or Choice.ApproveWithChange ? "Begründung" : null)), round.Live(), Member(member), Opened.AddHours(1), $"op-{member}");
        Assert.True(result.TryGet(out var ballot, out var refusal), refusal?.Message);
        return ballot;
    }

    public static ItemOutcome Outcome(this ApprovalRound round, params Choice?[] choices) =>
        RoundCount.Of(round, choices.Select((choice, member) => choice is { } made ? round.Cast(member, made) : Empty(member)), round.Live())[0];
}
