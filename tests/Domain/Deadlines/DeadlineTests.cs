using System.Globalization;

namespace Insek.Office.Domain.Tests.Deadlines;

/// <summary>What can be done with a deadline.</summary>
public sealed class DeadlineTests
{
    private static readonly MemberId _anna = new("anna");
    private static readonly MemberId _ben = new("ben");
    private static readonly DateTimeOffset _now = DateTimeOffset.Parse("2024-02-01T09:00+01:00", CultureInfo.InvariantCulture);

    private static readonly Deadline _ofMeasure = new()
    {
        Id = DeadlineId.Of(DeadlineSource.OfMeasure(new ItemId("verkehr-1-1"))),
        Kind = DeadlineKind.MeasureDue,
        Title = "Radweg",
        Stated = Due.On(new DateOnly(2024, 2, 29)),
        Source = DeadlineSource.OfMeasure(new ItemId("verkehr-1-1")),
        Office = "Amt für Bau und Verkehr",
    };

    private static readonly TenantDirectory _people = new(
        [new Member(_anna, "Anna", Office: "AMT FUER BAU/VERKEHR"), new Member(_ben, "Ben"), new Member(new MemberId("chef"), "Chef")], [], [new MemberId("chef")], []);

    [Fact]
    public void A_measures_deadline_belongs_to_its_office_unless_somebody_was_named()
    {
        Assert.Equal([_anna], _ofMeasure.OwnersIn(_people));
        Assert.Equal([_ben], Is(_ofMeasure.HandOver(_ben, "op")).OwnersIn(_people));
    }

    [Fact]
    public void An_owner_who_left_the_directory_counts_no_more()
    {
        var left = Is(_ofMeasure.HandOver(new MemberId("gone"), "op"));

        Assert.Equal([_anna], left.OwnersIn(_people));
        Assert.Empty((left with { Office = null }).OwnersIn(_people));
    }

    [Fact]
    public void What_nobody_owns_goes_to_the_administrators_except_a_measure()
    {
        Assert.Empty((_ofMeasure with { Office = "Stadtwerke" }).RemindedIn(_people));
        Assert.Equal([new MemberId("chef")], (_ofMeasure with { Kind = DeadlineKind.Milestone, Office = null }).RemindedIn(_people));
    }

    [Fact]
    public void Moving_keeps_what_the_source_says()
    {
        var moved = Is(_ofMeasure.Move(Due.On(new DateOnly(2024, 4, 30)), _now, "op", "Planung verzögert"));

        Assert.Equal((new DateOnly(2024, 4, 30), new DateOnly(2024, 2, 29), 2), (moved.Due.Day, moved.Stated.Day, moved.Version));
        Assert.Null(Is(moved.Move(_ofMeasure.Stated, _now, "back")).MovedTo);
    }

    [Theory]
    [InlineData("2024-01-31", "in-the-past")]
    [InlineData("2124-01-31", "out-of-range")]
    public void Nothing_is_moved_into_the_past_or_beyond_reach(string day, string code)
    {
        var refused = Assert.IsType<InvalidContent>(_ofMeasure.Move(Due.On(DateOnly.Parse(day, CultureInfo.InvariantCulture)), _now, "op").Refusal);

        Assert.Equal(code, Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public void Today_is_not_the_past() => Assert.Null(_ofMeasure.Move(Due.On(new DateOnly(2024, 2, 1)), _now, "op").Refusal);

    [Fact]
    public void What_is_closed_can_be_opened_and_nothing_else()
    {
        var done = Is(_ofMeasure.Complete(_anna, _now, "op"));

        Assert.Equal((DeadlineState.Done, _anna, _now.ToUniversalTime()), (done.State, done.ClosedBy, done.ClosedAt));
        Assert.IsType<DeadlineClosed>(done.Complete(_anna, _now, "again").Refusal);
        Assert.IsType<DeadlineClosed>(done.HandOver(_ben, "again").Refusal);
        Assert.IsType<DeadlineClosed>(done.Waive(_ben, _now, "again", "weil").Refusal);
        Assert.Equal((DeadlineState.Open, null), (Is(done.Reopen("open")).State, Is(done.Reopen("open")).ClosedAt));
        Assert.IsType<DeadlineNotClosed>(_ofMeasure.Reopen("open").Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Waiving_needs_a_reason(string? reason) => Assert.IsType<InvalidContent>(_ofMeasure.Waive(_anna, _now, "op", reason).Refusal);

    [Fact]
    public void A_rounds_deadline_follows_the_round()
    {
        var round = _ofMeasure with { Kind = DeadlineKind.RoundDue, Source = DeadlineSource.Of(new RoundId("r1")) };

        Assert.IsType<FollowsItsSource>(round.Complete(_anna, _now, "op").Refusal);
        Assert.IsType<FollowsItsSource>(round.Move(Due.On(new DateOnly(2024, 4, 30)), _now, "op").Refusal);
        Assert.IsType<FollowsItsSource>(round.HandOver(_ben, "op").Refusal);
    }

    [Fact]
    public void A_click_that_arrives_again_is_known_among_the_last_eight()
    {
        var deadline = _ofMeasure;
        for (var number = 0; number < 9; number++)
        {
            deadline = Is(deadline.HandOver(_ben, $"op{number}"));
        }

        Assert.True(deadline.Knows("op8"));
        Assert.True(deadline.Knows("op1"));
        Assert.False(deadline.Knows("op0"));
    }

    [Fact]
    public void The_id_of_what_follows_a_source_fits_however_long_the_sources_is()
    {
        var (one, other) = (DeadlineId.Of(DeadlineSource.OfMeasure(new ItemId(new string('a', 64)))), DeadlineId.Of(DeadlineSource.OfMeasure(new ItemId(new string('a', 63) + "b"))));

        Assert.NotEqual(one, other);
        Assert.All([one, other, _ofMeasure.Id], id => Assert.True(id.IsReserved && Identifier.IsValid(id.Value)));
        Assert.Equal("measure-verkehr-1-1", _ofMeasure.Id.Value);
    }

    [Fact]
    public void A_step_that_lies_in_the_past_when_it_is_written_down_asks_nothing_of_anybody()
    {
        var step = new ProcessEvent(new ItemId("termin"), new DateOnly(2023, 4, 4), "Bürgerversammlung");

        Assert.Equal(DeadlineState.Done, DeadlineFacts.Of(step, _now)?.State);
        Assert.Equal(DeadlineState.Open, DeadlineFacts.Of(step with { Date = new DateOnly(2024, 2, 1) }, _now)?.State);
        Assert.Null(DeadlineFacts.Of(step with { Date = DateOnly.MaxValue }, _now));
        Assert.Null(DeadlineFacts.Of(step with { Date = DateOnly.MinValue }, _now));
    }

    private static Deadline Is(Result<Deadline> result) => result.TryGet(out var deadline, out var refusal) ? deadline : throw new InvalidOperationException(refusal.Message);
}
