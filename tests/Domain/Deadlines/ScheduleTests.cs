using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Deadlines;

/// <summary>When people are reminded.</summary>
public sealed class ScheduleTests
{
    private static readonly ReminderSchedule _schedule = new();

    private static readonly Arbitrary<(Due Due, DateTimeOffset After)> _cases =
        (from day in Gen.Choose(0, 9_000)
         from minute in Gen.Choose(-1, (24 * 60) - 1)
         from distance in Gen.Choose(-60 * 24 * 60, 90 * 24 * 60)
         let date = new DateOnly(2015, 1, 1).AddDays(day)
         let due = minute < 0 ? Due.On(date) : Due.At(CivilTime.At(date, TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minute))))
         select (due, due.Last.AddMinutes(distance))).ToArbitrary();

    [Theory]

    // Torgau's council date: three days before is a Sunday, so it is Monday morning.
    [InlineData("2024-03-20", "2024-03-17T06:00+01:00", "2024-03-18T08:00+01:00")]
    [InlineData("2024-03-20", "2024-03-18T08:00+01:00", "2024-03-20T08:00+01:00")]
    [InlineData("2024-03-20", "2024-03-20T08:00+01:00", "2024-03-27T08:00+01:00")]

    // A week after the due day is Easter Monday.
    [InlineData("2024-03-25", "2024-03-25T08:00+01:00", "2024-04-02T08:00+02:00")]
    [InlineData("2024-03-20", "2024-01-01T00:00+01:00", "2024-03-06T08:00+01:00")]

    // Due on a Sunday: called to mind on Friday, not on Monday when it is too late.
    [InlineData("2024-03-17", "2024-03-14T08:00+01:00", "2024-03-15T08:00+01:00")]

    // 29 February.
    [InlineData("2024-02-29", "2024-02-26T08:00+01:00", "2024-02-29T08:00+01:00")]
    [InlineData("2024-02-29", "2024-02-15T08:00+01:00", "2024-02-26T08:00+01:00")]

    // The day of repentance 2024 is 20 November.
    [InlineData("2024-11-23", "2024-11-19T12:00+01:00", "2024-11-21T08:00+01:00")]
    public void The_next_reminder_is_on_a_working_morning(string due, string after, string next) =>
        Assert.Equal(Instant(next), _schedule.Next(DeadlineKind.Milestone, Due.On(Day(due)), Instant(after)));

    [Theory]

    // Summer time begins on Sunday 31.03.2024 and ends on Sunday 27.10.2024: eight o'clock stays eight o'clock.
    [InlineData("2024-04-05", "2024-03-29T00:00+01:00", "2024-04-02T08:00+02:00")]
    [InlineData("2024-04-12", "2024-03-29T00:00+01:00", "2024-04-02T08:00+02:00")]
    [InlineData("2024-10-31", "2024-10-25T00:00+02:00", "2024-10-28T08:00+01:00")]
    [InlineData("2024-11-08", "2024-10-24T08:00+02:00", "2024-10-25T08:00+02:00")]
    public void The_morning_keeps_its_hour_when_clocks_change(string due, string after, string next) =>
        Assert.Equal(Instant(next), _schedule.Next(DeadlineKind.Milestone, Due.On(Day(due)), Instant(after)));

    [Fact]
    public void A_day_ends_at_midnight_in_Berlin_also_when_it_has_23_or_25_hours()
    {
        Assert.Equal(TimeSpan.FromHours(23), CivilTime.StartOf(new DateOnly(2024, 4, 1)) - CivilTime.StartOf(new DateOnly(2024, 3, 31)));
        Assert.Equal(TimeSpan.FromHours(25), CivilTime.StartOf(new DateOnly(2024, 10, 28)) - CivilTime.StartOf(new DateOnly(2024, 10, 27)));
        Assert.Equal(Instant("2024-03-31T03:30+02:00"), CivilTime.At(new DateOnly(2024, 3, 31), new TimeOnly(2, 30)));
        Assert.Equal(Instant("2024-10-27T02:30+02:00"), CivilTime.At(new DateOnly(2024, 10, 27), new TimeOnly(2, 30)));
        Assert.False(Due.On(new DateOnly(2024, 3, 31)).HasPassed(Instant("2024-03-31T23:59:59+02:00")));
        Assert.True(Due.On(new DateOnly(2024, 3, 31)).HasPassed(Instant("2024-04-01T00:00+02:00")));
    }

    [Fact]
    public void A_round_calls_three_two_and_one_day_before_on_the_day_and_once_on_the_morning_after_its_end()
    {
        var due = Due.At(Instant("2026-06-18T12:00+02:00"));
        var mornings = new List<DateTimeOffset>();
        for (var next = _schedule.Next(DeadlineKind.RoundDue, due, Instant("2026-05-01T00:00+02:00")); next is { } at; next = _schedule.Next(DeadlineKind.RoundDue, due, at))
        {
            mornings.Add(at);
        }

        Assert.Equal(["2026-06-15", "2026-06-16", "2026-06-17", "2026-06-18", "2026-06-19"], mornings.Select(at => CivilTime.DayOf(at).ToString("O", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void What_was_missed_in_an_outage_is_not_made_up_for_one_by_one() =>
        Assert.Equal(Instant("2024-06-12T08:00+02:00"), _schedule.Next(DeadlineKind.Milestone, Due.On(new DateOnly(2024, 3, 20)), Instant("2024-06-07T09:00+02:00")));

    [Fact]
    public void Nobody_is_reminded_on_a_day_off_or_outside_the_civil_hour() => Check.QuickThrowOnFailure(Prop.ForAll(_cases, given =>
    {
        var next = _schedule.Next(DeadlineKind.Milestone, given.Due, given.After);
        return next is { } at && at > given.After && _schedule.IsCivil(at) && CivilTime.TimeOf(at) == _schedule.Morning;
    }));

    [Fact]
    public void There_is_always_a_reminder_in_time_where_a_morning_is_left() => Check.QuickThrowOnFailure(Prop.ForAll(_cases, given =>
    {
        var next = _schedule.Next(DeadlineKind.Milestone, given.Due, given.After)!.Value;
        return !given.Due.HasPassed(next) || given.After >= _schedule.MorningFor(given.Due, 0);
    }));

    [Fact]
    public void A_reminder_before_the_end_is_never_past_it() => Check.QuickThrowOnFailure(Prop.ForAll(_cases, Gen.Choose(0, 30).ToArbitrary(), (given, days) =>
        !given.Due.HasPassed(_schedule.MorningFor(given.Due, days))));

    [Fact]
    public void Overdue_reminders_are_at_least_a_week_less_holidays_apart() => Check.QuickThrowOnFailure(Prop.ForAll(_cases, given =>
    {
        var first = _schedule.Next(DeadlineKind.Milestone, given.Due, given.Due.Last)!.Value;
        var second = _schedule.Next(DeadlineKind.Milestone, given.Due, first)!.Value;
        var days = CivilTime.DayOf(second).DayNumber - CivilTime.DayOf(first).DayNumber;
        return days is >= 2 and <= 12;
    }));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
