using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Resolutions;

/// <summary>What the council can decide, and what becomes of an item.</summary>
public sealed class CouncilResolutionTests
{
    private static readonly DateTimeOffset _friday = new(2026, 11, 20, 18, 0, 0, TimeSpan.FromHours(1));
    private static readonly MemberId _anna = new("anna");

    [Theory]
    [InlineData(CouncilResult.Adopted, ItemState.Resolved)]
    [InlineData(CouncilResult.AdoptedWithAmendment, ItemState.Resolved)]
    [InlineData(CouncilResult.Rejected, ItemState.Rejected)]
    [InlineData(CouncilResult.Deferred, ItemState.Deferred)]
    public void A_decision_moves_the_item_and_its_log_entry_names_the_number(CouncilResult result, ItemState target)
    {
        var decision = Decision("m1", result: result);

        var changed = decision.Apply(Measure("m1"), Resolution(decision));

        Assert.Equal((target, 1, 2), (changed!.Item.State, changed.Item.Revision, changed.Item.Version));
        Assert.Equal((ChangeKind.Moved, ItemState.Agreed, target, "BV 2026/031", _anna, _friday), (changed.Change.Kind, changed.Change.From, changed.Change.To, changed.Change.Reason, changed.Change.By, changed.Change.At));
    }

    [Fact]
    public void Only_agreed_items_in_the_revision_decided_on_can_be_decided() => Prop.ForAll(
        Gen.Elements(Enum.GetValues<ItemState>()).Zip(Gen.Choose(1, 3)).Zip(Gen.Choose(1, 3)).ToArbitrary(),
        given =>
        {
            var ((state, revision), decided) = given;
            var refusal = Resolution(Decision("m1", decided)).Judge(Concept(Measure("m1", state, revision)));
            return (refusal is null) == (state is ItemState.Agreed && revision == decided)
                && (revision == decided || refusal == new OutdatedDecision(new ItemId("m1"), decided, revision))
                && (revision != decided || state is ItemState.Agreed || refusal == new NotAgreed(new ItemId("m1"), state));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_item_that_cannot_be_decided_stops_the_whole()
    {
        var refusal = Resolution(Decision("m1"), Decision("m2")).Judge(Concept(Measure("m1")));

        Assert.Equal(new UnknownDecisionItem(new ItemId("m2")), refusal);
    }

    [Fact]
    public void A_goal_is_decided_like_a_measure()
    {
        var goal = new Goal(new ItemId("g1"), new GoalContent { Sector = new SectorKey("verkehr"), Number = 1, Title = "Radwege" }, _anna, _friday, 1, 1, ItemState.Agreed);
        var concept = new ConceptSnapshot(Head, 1, [], [], [goal], []);

        Assert.Null(Resolution(Decision("g1")).Judge(concept));
        Assert.Equal(ItemState.Resolved, Decision("g1").Apply(goal, Resolution(Decision("g1")))?.Item.State);
    }

    [Fact]
    public void An_item_edited_since_stays_a_draft()
    {
        Assert.True(Measure("m1").Edit(new MeasureContent { Sector = new SectorKey("verkehr"), Title = "Anders" }, _anna, _friday).TryGet(out var edited, out _));

        Assert.Null(Decision("m1").Apply(edited.Item, Resolution(Decision("m1"))));
    }

    [Fact]
    public void An_item_agreed_anew_since_is_another_decision()
    {
        var anew = Measure("m1", revision: 2) with { PresentedRevision = 2 };

        Assert.Null(Decision("m1").Apply(anew, Resolution(Decision("m1"))));
    }

    [Fact]
    public void An_item_corrected_since_is_resolved_as_it_reads_now()
    {
        Assert.True(Measure("m1").CorrectEditorially(new MeasureContent { Sector = new SectorKey("verkehr"), Title = "Radweg" }, "Tippfehler", _anna, _friday).TryGet(out var corrected, out _));

        var changed = Decision("m1").Apply(corrected.Item, Resolution(Decision("m1")));

        Assert.Equal((ItemState.Resolved, 2), (changed!.Item.State, changed.Item.Revision));
    }

    [Theory]
    [InlineData(CouncilResult.AdoptedWithAmendment, null, "required")]
    [InlineData(CouncilResult.AdoptedWithAmendment, " ", "required")]
    [InlineData(CouncilResult.Adopted, "Bitte ändern", "without-amendment")]
    [InlineData(CouncilResult.Rejected, "Bitte ändern", "without-amendment")]
    public void An_amendment_belongs_to_the_result_that_names_it(CouncilResult result, string? amendment, string code)
    {
        var problem = Assert.Single(Resolution(Decision("m1", result: result, amendment: amendment)).Check());

        Assert.Equal(("items[0].amendment", code), (problem.Field, problem.Code));
    }

    [Fact]
    public void An_amendment_is_as_long_as_it_may_be_and_no_longer()
    {
        Assert.Empty(Resolution(Decision("m1", result: CouncilResult.AdoptedWithAmendment, amendment: new string('ä', 2_000))).Check());
        Assert.Equal("too-long", Assert.Single(Resolution(Decision("m1", result: CouncilResult.AdoptedWithAmendment, amendment: new string('ä', 2_001))).Check()).Code);
    }

    [Fact]
    public void A_resolution_decides_on_something_and_on_nothing_twice()
    {
        Assert.Equal("required", Assert.Single(Resolution().Check()).Code);
        Assert.Equal(new ContentProblem("items", "duplicate", "m1"), Assert.Single(Resolution(Decision("m1"), Decision("m1")).Check()));
        Assert.Equal("too-many", Assert.Single(Resolution([.. Enumerable.Range(0, 1_001).Select(number => Decision($"m{number}"))]).Check()).Code);
        Assert.Equal("too-long", Assert.Single(Resolution([.. Enumerable.Range(0, 51).Select(number => Decision($"m{number}", result: CouncilResult.AdoptedWithAmendment, amendment: new string('x', 2_000)))]).Check()).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_resolution_has_a_number(string number) =>
        Assert.Equal(("number", "required"), Assert.Single((Resolution(Decision("m1")) with { Number = number }).Check()) switch { var problem => (problem.Field, problem.Code) });

    [Theory]
    [InlineData("bv 2026/031 ", true)]
    [InlineData("BV 2026/032", false)]
    public void Numbers_are_compared_as_people_read_them(string other, bool same) => Assert.Equal(same, Resolution(Decision("m1")).HasNumber(other));

    private static readonly Concept Head = new() { Id = new ConceptId("insek"), Town = "Musterstadt", Title = "INSEK" };

    private static ConceptSnapshot Concept(params Measure[] measures) => new(Head, 1, [], [], [], measures);

    private static Measure Measure(string id, ItemState state = ItemState.Agreed, int revision = 1) =>
        new(new ItemId(id), new MeasureContent { Sector = new SectorKey("verkehr"), Title = "Radwege" }, _anna, _friday, revision, 1, state) { PresentedRevision = 1 };

    private static CouncilDecision Decision(string id, int revision = 1, CouncilResult result = CouncilResult.Adopted, string? amendment = null) => new(new ItemId(id), revision, result, amendment);

    private static CouncilResolution Resolution(params CouncilDecision[] decisions) => new()
    {
        Id = new ResolutionId("r1"),
        Number = "BV 2026/031",
        Date = new DateOnly(2026, 11, 20),
        Decisions = decisions.ToValueList(),
        RecordedBy = _anna,
        RecordedAt = _friday,
    };
}
