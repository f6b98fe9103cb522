namespace Insek.Office.Domain.Tests.Rounds;

/// <summary>What a group can be asked, and what follows when it has decided.</summary>
public sealed class OpeningTests
{
    private static readonly MemberId _chair = Given.Member(0);
    private static readonly Group _group = new()
    {
        Id = new GroupId("ag-verkehr"),
        Name = "AG Verkehr",
        Kind = GroupKind.WorkingGroup,
        Concept = new ConceptId("torgau"),
        Sectors = [new SectorKey("verkehr")],
        Chair = _chair,
        Members = [_chair, Given.Member(1)],
    };

    [Fact]
    public void A_whole_goal_brings_its_drafts_in_the_order_of_the_document()
    {
        var round = Begin(new() { Goals = [new ItemId("verkehr-z1")] });

        Assert.Equal(["verkehr-z1", "verkehr-m1", "verkehr-m2"], round.Items.Select(item => item.Item.Value));
        Assert.Equal(RoundState.Opening, round.State);
        Assert.Equal(_group.Members, round.Electorate);
    }

    [Fact]
    public void A_whole_sector_concept_brings_every_draft_and_leaves_out_what_is_agreed() =>
        Assert.Equal(["verkehr-z1", "verkehr-m1", "verkehr-m2", "verkehr-m4"], Begin(new() { Sectors = [new SectorKey("verkehr")] }).Items.Select(item => item.Item.Value));

    [Fact]
    public void An_item_chosen_twice_stands_on_the_ballot_once() =>
        Assert.Equal(["verkehr-z1", "verkehr-m1", "verkehr-m2"], Begin(new() { Goals = [new ItemId("verkehr-z1")], Items = [new ItemId("verkehr-m1")] }).Items.Select(item => item.Item.Value));

    [Theory]
    [InlineData("verkehr-m3", "not-draft")]
    [InlineData("wohnen-m1", "not-owned")]
    [InlineData("fehlt", "unknown-item")]
    public void A_single_item_must_be_a_draft_of_the_group(string item, string code) => Assert.Equal(code, CodeOf(new() { Items = [new ItemId(item)] }));

    [Fact]
    public void A_ballot_without_items_asks_nothing()
    {
        Assert.Equal("nothing-to-decide", CodeOf(new()));
        Assert.Equal("nothing-to-decide", CodeOf(new() { Sectors = [new SectorKey("wohnen")] }));
    }

    [Theory]
    [InlineData(0, "due-out-of-range")]
    [InlineData(-1, "due-out-of-range")]
    [InlineData(1, null)]
    [InlineData(366 * 24 * 60, null)]
    [InlineData((366 * 24 * 60) + 1, "due-out-of-range")]
    public void A_round_is_due_after_now_and_within_a_year(int minutes, string? code) =>
        Assert.Equal(code, CodeOf(new() { Items = [new ItemId("verkehr-m1")], Minutes = minutes }));

    [Theory]
    [InlineData(0, "invalid-content")]
    [InlineData(1, null)]
    [InlineData(100, null)]
    [InlineData(101, "invalid-content")]
    public void A_quorum_is_at_least_one_percent_so_that_silence_never_decides(int quorum, string? code) =>
        Assert.Equal(code, CodeOf(new() { Items = [new ItemId("verkehr-m1")], Quorum = quorum }));

    [Fact]
    public void A_group_nobody_is_in_decides_nothing() =>
        Assert.Equal("electorate-size", CodeOf(new() { Items = [new ItemId("verkehr-m1")], Group = _group with { Members = [] } }));

    [Fact]
    public void What_passes_comes_before_the_steering_group_in_a_round_that_anyone_would_make_the_same()
    {
        var round = Given.Round(items: 3);
        var ballots = new[]
        {
            round.Cast(Given.Empty(0), 0, [.. round.All(Choice.Approve)[..2], new Vote(Given.Item(2), 1, Choice.Reject, "nein")], round.Live(), Given.Member(0), Given.Opened, "a"),
            round.Cast(Given.Empty(1), 0, round.All(Choice.Approve), round.Live(), Given.Member(1), Given.Opened, "b"),
        }.Select(result => result.TryGet(out var ballot, out _) ? ballot : throw new InvalidOperationException()).ToArray();
        Assert.True(round.BeginClosing(ClosingCause.ByChair, _chair, Given.Opened.AddDays(1)).TryGet(out var closing, out _));
        var closed = closing with { Outcomes = RoundCount.Of(closing, ballots, [round.Live()[0], round.Live()[1] with { Revision = 2 }, round.Live()[2]]) };
        var steering = _group with { Id = new GroupId("steuergruppe"), Name = "Steuergruppe", Kind = GroupKind.SteeringGroup, Members = [Given.Member(7)], Chair = Given.Member(7) };

        var next = RoundOpening.Follow(closed, steering);

        Assert.NotNull(next);
        Assert.Equal(new RoundId("r-1-sg"), next.Id);
        Assert.Equal([new BallotItem(ItemKind.Measure, Given.Item(0), 1, 1), new BallotItem(ItemKind.Measure, Given.Item(1), 2, 1)], next.Items);
        Assert.Equal(Given.Opened.AddDays(11), next.Due);
        Assert.Equal(new Procedure(DecisionRule.Majority, 60), next.Procedure);
        Assert.Equal([Given.Member(7)], next.Electorate);
        Assert.Equal(next, RoundOpening.Follow(closed, steering));
    }

    [Fact]
    public void Nothing_follows_where_nothing_passed()
    {
        var round = Given.Round();
        Assert.Null(RoundOpening.Follow(round with { Outcomes = RoundCount.Of(round, [round.Cast(0, Choice.Reject)], round.Live()) }, _group));
    }

    [Fact]
    public void A_round_ends_once()
    {
        var round = Given.Round();

        Assert.Equal("round-not-due", round.BeginClosing(ClosingCause.Due, null, Given.Due).Refusal?.Code);
        Assert.True(round.BeginClosing(ClosingCause.Due, null, Given.Due.AddTicks(1)).TryGet(out var closing, out _));
        Assert.Equal("round-not-open", closing.BeginClosing(ClosingCause.ByChair, _chair, Given.Due).Refusal?.Code);
        Assert.Equal("round-not-open", closing.BeginCancelling("doch nicht", _chair, Given.Due).Refusal?.Code);
        Assert.Equal("invalid-content", round.BeginCancelling(" ", _chair, Given.Opened).Refusal?.Code);
        Assert.Equal("round-not-open", closing.Extend(Given.Due.AddDays(3), Given.Due).Refusal?.Code);
    }

    [Fact]
    public void An_overdue_round_cannot_be_extended_any_more() =>
        Assert.Equal("round-not-open", Given.Round().Extend(Given.Due.AddDays(3), Given.Due.AddTicks(1)).Refusal?.Code);

    [Fact]
    public void The_last_voter_cannot_be_removed()
    {
        var round = Given.Round(members: 1);

        Assert.Equal("electorate-size", round.ChangeElectorate([], [_chair]).Refusal?.Code);
        Assert.Equal("electorate-unchanged", round.ChangeElectorate([_chair], []).Refusal?.Code);
    }

    [Fact]
    public void An_edit_takes_an_item_out_of_its_round_and_a_correction_leaves_it_there()
    {
        var measure = new Measure(new ItemId("verkehr-m1"), new MeasureContent { Sector = new SectorKey("verkehr"), Title = "Radweg" }, _chair, Given.Opened);
        Assert.True(measure.Present(new RoundId("r-1"), Stage.WorkingGroup, _chair, Given.Opened).TryGet(out var presented, out _));

        Assert.True(presented.Item.Edit(presented.Item.Content with { Title = "Radweg Nord" }, _chair, Given.Opened).TryGet(out var edited, out _));
        Assert.True(presented.Item.CorrectEditorially(presented.Item.Content with { Title = "Radweg." }, "Satzzeichen", _chair, Given.Opened).TryGet(out var corrected, out _));
        Assert.True(presented.Item.MoveTo(ItemState.Draft, Authority.Procedure, _chair, Given.Opened).TryGet(out var returned, out _));

        Assert.Equal((new RoundId("r-1"), 1), (presented.Item.Round, presented.Item.PresentedRevision));
        Assert.Equal((null, ItemState.Draft, 1), (edited.Item.Round, edited.Item.State, edited.Item.PresentedRevision));
        Assert.Equal((new RoundId("r-1"), ItemState.InWorkingGroup), (corrected.Item.Round, corrected.Item.State));
        Assert.Null(returned.Item.Round);
    }

    private sealed record Wish
    {
        public ValueList<ItemId> Items { get; init; } = [];

        public ValueList<ItemId> Goals { get; init; } = [];

        public ValueList<SectorKey> Sectors { get; init; } = [];

        public int Minutes { get; init; } = 60;

        public int Quorum { get; init; } = 50;

        public Group Group { get; init; } = _group;
    }

    private static ApprovalRound Begin(Wish wish)
    {
        Assert.True(BeginCore(wish).TryGet(out var round, out var refusal), refusal?.Message);
        return round;
    }

    private static string? CodeOf(Wish wish) => BeginCore(wish).Refusal?.Code;

    private static Result<ApprovalRound> BeginCore(Wish wish) => new RoundOpening
    {
        Id = new RoundId("r-2"),
        Group = wish.Group,
        Items = wish.Items,
        Goals = wish.Goals,
        Sectors = wish.Sectors,
        Procedure = new Procedure(DecisionRule.Unanimous, wish.Quorum),
        SteeringProcedure = new Procedure(DecisionRule.Unanimous, 50),
        SteeringDays = 14,
        Due = Given.Opened.AddMinutes(wish.Minutes),
    }.Begin(Town(), _chair, Given.Opened);

    private static ConceptSnapshot Town()
    {
        var (traffic, housing) = (new SectorKey("verkehr"), new SectorKey("wohnen"));
        var goal = new ItemId("verkehr-z1");
        Measure Of(string id, SectorKey sector, ItemId? parent, ItemState state = ItemState.Draft) =>
            new(new ItemId(id), new MeasureContent { Sector = sector, Goal = parent, Title = id }, _chair, Given.Opened, state: state);
        return new ConceptSnapshot(
            new Concept { Id = new ConceptId("torgau"), Town = "Torgau", Title = "INSEK" },
            1,
            [new SectorConcept { Key = traffic, Order = 1, Name = "Verkehr" }, new SectorConcept { Key = housing, Order = 2, Name = "Wohnen" }],
            [],
            [new Goal(goal, new GoalContent { Sector = traffic, Number = 1, Title = "Ziel" }, _chair, Given.Opened)],
            [Of("verkehr-m1", traffic, goal), Of("verkehr-m2", traffic, goal), Of("verkehr-m3", traffic, goal, ItemState.Agreed), Of("verkehr-m4", traffic, null), Of("wohnen-m1", housing, null)]);
    }
}
