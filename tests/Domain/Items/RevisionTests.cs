using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Items;

/// <summary>Content makes revisions and reopens; tracking and labels do not; corrections keep what was agreed.</summary>
public sealed class RevisionTests
{
    private static readonly DateTimeOffset _monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly MemberId _anna = new("anna");

    [Theory]
    [InlineData(ItemState.Draft, ItemState.Draft)]
    [InlineData(ItemState.InWorkingGroup, ItemState.Draft)]
    [InlineData(ItemState.InSteeringGroup, ItemState.Draft)]
    [InlineData(ItemState.Agreed, ItemState.Draft)]
    [InlineData(ItemState.Resolved, ItemState.Draft)]
    [InlineData(ItemState.InProgress, ItemState.Draft)]
    [InlineData(ItemState.Done, ItemState.Draft)]
    [InlineData(ItemState.Rejected, ItemState.Rejected)]
    [InlineData(ItemState.Deferred, ItemState.Deferred)]
    public void An_edit_begins_a_revision_that_nobody_has_agreed(ItemState before, ItemState after)
    {
        var measure = Measure(before);

        var edited = measure.Edit(measure.Content with { Title = "Anders" }, _anna, _monday);

        Assert.True(edited.TryGet(out var changed, out _));
        Assert.Equal((2, 2, after), (changed.Item.Revision, changed.Item.Version, changed.Item.State));
        Assert.Equal((ChangeKind.Edited, before, after), (changed.Change.Kind, changed.Change.From!.Value, changed.Change.To));
        Assert.Equal((1, before), (measure.Revision, measure.State));
    }

    [Fact]
    public void A_correction_begins_a_revision_and_keeps_what_was_agreed()
    {
        var measure = Measure(ItemState.Agreed);

        var corrected = measure.CorrectEditorially(measure.Content with { Title = "Radwege" }, "Tippfehler", _anna, _monday);

        Assert.True(corrected.TryGet(out var changed, out _));
        Assert.Equal((2, ItemState.Agreed, "Tippfehler"), (changed.Item.Revision, changed.Item.State, changed.Change.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_correction_without_a_reason_is_refused(string reason)
    {
        var measure = Measure(ItemState.Agreed);

        var refused = measure.CorrectEditorially(measure.Content with { Title = "Radwege" }, reason, _anna, _monday);

        Assert.Equal("invalid-content", refused.Refusal?.Code);
    }

    [Fact]
    public void Tracking_is_a_change_without_a_revision()
    {
        var tracked = Measure(ItemState.InProgress).Track(new Tracking { Progress = 50 }, _anna, _monday);

        Assert.True(tracked.TryGet(out var changed, out _));
        Assert.Equal((1, 2, ItemState.InProgress, false), (changed.Item.Revision, changed.Item.Version, changed.Item.State, changed.Change.BeganRevision));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Progress_outside_0_to_100_percent_is_refused(int progress) =>
        Assert.Equal("invalid-content", Measure().Track(new Tracking { Progress = progress }, _anna, _monday).Refusal?.Code);

    [Fact]
    public void The_same_again_is_no_change()
    {
        var measure = Measure() with { ExternalId = "B5+6" };

        Assert.Equal(new NothingChanged(measure.Id), measure.Edit(measure.Content with { Areas = [.. measure.Content.Areas] }, _anna, _monday).Refusal);
        Assert.Equal(new NothingChanged(measure.Id), measure.Track(new Tracking(), _anna, _monday).Refusal);
        Assert.Equal(new NothingChanged(measure.Id), measure.Relabel("B5+6", _anna, _monday).Refusal);
    }

    [Fact]
    public void An_invalid_content_is_refused_with_every_problem()
    {
        var refused = Measure().Edit(Measure().Content with { Title = " ", CostEuro = -1, Kind = MeasureKind.AreaSpecific, Areas = [] }, _anna, _monday).Refusal;

        Assert.Equal([("title", "required"), ("costEuro", "out-of-range"), ("areas", "area-required")], Assert.IsType<InvalidContent>(refused).Problems.Select(problem => (problem.Field, problem.Code)));
    }

    [Fact]
    public void Instants_are_kept_in_utc() => Assert.Equal(TimeSpan.Zero, Measure().ChangedAt.Offset);

    [Fact]
    public void Only_listed_changes_of_state_exist_and_each_for_its_authority() => Prop.ForAll(
        ArbMap.Default.ArbFor<ItemState>(),
        ArbMap.Default.ArbFor<ItemState>(),
        ArbMap.Default.ArbFor<Authority>(),
        (from, to, authority) =>
        {
            var moved = Measure(from).MoveTo(to, authority, _anna, _monday);
            return ItemStates.Allows(from, to, authority)
                ? moved.TryGet(out var changed, out _) && changed.Item.State == to && changed.Item.Revision == 1 && changed.Change is { Kind: ChangeKind.Moved } change && change.From == from
                : moved.Refusal == new TransitionNotAllowed(new ItemId("m-1"), from, to);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_editor_can_agree_or_resolve_anything() => Assert.DoesNotContain(
        Enum.GetValues<ItemState>(),
        from => ItemStates.Allows(from, ItemState.Agreed, Authority.Tracking) || ItemStates.Allows(from, ItemState.InSteeringGroup, Authority.Tracking) || (from is not ItemState.InProgress && ItemStates.Allows(from, ItemState.Resolved, Authority.Tracking)));

    // Whatever is done in whatever order: revisions count content, versions count everything, nothing counts backwards.
    [Fact]
    public void Revisions_and_versions_only_grow() => Prop.ForAll(
        Gen.Choose(0, 4).ListOf().ToArbitrary(),
        steps =>
        {
            var measure = Measure();
            var number = 0;
            foreach (var step in steps)
            {
                number++;
                var done = step switch
                {
                    0 => measure.Edit(measure.Content with { Title = $"Titel {number}" }, _anna, _monday),
                    1 => measure.CorrectEditorially(measure.Content with { Title = $"Titel {number}" }, "Wortlaut", _anna, _monday),
                    2 => measure.Track(measure.Tracking with { Progress = number % 100 }, _anna, _monday),
                    3 => measure.Relabel($"{number}", _anna, _monday),
                    _ => measure.MoveTo(measure.State is ItemState.Draft ? ItemState.Deferred : ItemState.Draft, Authority.Tracking, _anna, _monday),
                };
                if (!done.TryGet(out var changed, out _))
                {
                    continue;
                }

                if (changed.Item.Version != measure.Version + 1 || changed.Item.Revision != measure.Revision + (step < 2 ? 1 : 0) || changed.Change.BeganRevision != step < 2)
                {
                    return false;
                }

                measure = changed.Item;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static Measure Measure(ItemState state = ItemState.Draft) => new(
        new ItemId("m-1"),
        new MeasureContent { Sector = new SectorKey("verkehr"), Title = "Radwege ausbauen", Areas = [new AreaId("PG-I")] },
        _anna,
        _monday,
        state: state);
}
