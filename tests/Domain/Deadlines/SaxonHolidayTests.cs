using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Deadlines;

/// <summary>The public holidays of Saxony.</summary>
public sealed class SaxonHolidayTests
{
    private static readonly Arbitrary<int> _years = Gen.Choose(1900, 2200).ToArbitrary();

    // From the calendars that the Free State publishes for its schools and offices.
    [Theory]
    [InlineData(2023, "01-01 04-07 04-10 05-01 05-18 05-29 10-03 10-31 11-22 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-01 05-09 05-20 10-03 10-31 11-20 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-01 05-29 06-09 10-03 10-31 11-19 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26")]
    public void All_holidays_of_a_year_are_known(int year, string days) =>
        Assert.Equal(days.Split(' '), SaxonHolidays.Of(year).Select(entry => entry.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    // The earliest and the latest Easter there is, and years in which simpler formulas go wrong.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void Easter_is_where_the_church_has_it(string easter)
    {
        var day = DateOnly.Parse(easter, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(day, SaxonHolidays.EasterOf(day.Year));
    }

    [Fact]
    public void Easter_is_a_Sunday_from_22_March_to_25_April() => Check.QuickThrowOnFailure(Prop.ForAll(_years, year =>
    {
        var easter = SaxonHolidays.EasterOf(year);
        return easter.DayOfWeek is DayOfWeek.Sunday && easter >= new DateOnly(year, 3, 22) && easter <= new DateOnly(year, 4, 25);
    }));

    [Fact]
    public void The_day_of_repentance_is_a_Wednesday_eleven_days_before_the_first_Sunday_of_Advent() => Check.QuickThrowOnFailure(Prop.ForAll(_years, year =>
    {
        var fourth = new DateOnly(year, 12, 24).AddDays(-(int)new DateOnly(year, 12, 24).DayOfWeek);
        var day = SaxonHolidays.Of(year).Single(entry => entry.Holiday is SaxonHoliday.BussUndBettag).Day;
        return day.DayOfWeek is DayOfWeek.Wednesday && day == fourth.AddDays(-21 - 11);
    }));

    [Fact]
    public void Every_year_has_each_holiday_once() => Check.QuickThrowOnFailure(Prop.ForAll(_years, year =>
        SaxonHolidays.Of(year).Select(entry => entry.Holiday).Order().SequenceEqual(Enum.GetValues<SaxonHoliday>()) && SaxonHolidays.Of(year).All(entry => entry.Day.Year == year)));

    [Fact]
    public void The_next_and_the_last_working_day_are_working_days_with_none_in_between()
    {
        var days = Gen.Choose(0, 110_000).Select(number => new DateOnly(1900, 1, 1).AddDays(number)).ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(days, day =>
        {
            var (before, after) = (WorkingDays.OnOrBefore(day), WorkingDays.OnOrAfter(day));
            var between = Enumerable.Range(before.DayNumber + 1, Math.Max(0, after.DayNumber - before.DayNumber - 1)).Select(DateOnly.FromDayNumber);
            return WorkingDays.Includes(before) && WorkingDays.Includes(after) && before <= day && day <= after && !between.Any(WorkingDays.Includes);
        }));
    }

    [Fact]
    public void Corpus_Christi_is_a_working_day_and_so_is_Whit_Tuesday()
    {
        Assert.True(WorkingDays.Includes(new DateOnly(2024, 5, 30)));
        Assert.True(WorkingDays.Includes(new DateOnly(2024, 5, 21)));
        Assert.Null(SaxonHolidays.On(new DateOnly(2024, 3, 31)));
    }
}
