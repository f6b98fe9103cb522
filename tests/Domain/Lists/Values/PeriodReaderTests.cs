using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>Days and periods, as town halls write them.</summary>
public sealed class PeriodReaderTests
{
    private static readonly DateColumn _workbook = new(System: DateSystem.Since1900);

    [Theory]
    [InlineData("01.03.2024", "2024-03-01")]
    [InlineData("1.3.24", "2024-03-01")]
    [InlineData("1. 3. 2024", "2024-03-01")]
    [InlineData("2024-03-01", "2024-03-01")]
    [InlineData("2024-03-01T00:00:00", "2024-03-01")]
    [InlineData("01.03.2024 00:00", "2024-03-01")]
    [InlineData("30/6/26", "2026-06-30")]
    [InlineData("6/30/26", "2026-06-30")]
    [InlineData("06/30/2026", "2026-06-30")]
    [InlineData("30-06-2026", "2026-06-30")]
    [InlineData("4/4/26", "2026-04-04")]
    [InlineData("15. März 2024", "2024-03-15")]
    [InlineData("15. Mrz. 2024", "2024-03-15")]
    [InlineData("1. Ma\u0308rz 2024", "2024-03-01")]
    [InlineData("29.02.2024", "2024-02-29")]
    [InlineData("01-Mar-24", "2024-03-01")]
    [InlineData("13/1/2024 0:00", "2024-01-13")]
    public void An_exact_day_is_understood_and_due(string written, string day)
    {
        var reading = PeriodReader.Read(written, DateColumn.Unknown);

        Assert.Equal((CellUnderstanding.Understood, Day(day), PeriodPrecision.Day), (reading.Understanding, reading.Value?.Due, reading.Value?.Precision));
    }

    [Theory]
    [InlineData("2024-03", "2024-03-01", "2024-03-31", PeriodPrecision.Month)]
    [InlineData("03/2024", "2024-03-01", "2024-03-31", PeriodPrecision.Month)]
    [InlineData("03.2024", "2024-03-01", "2024-03-31", PeriodPrecision.Month)]
    [InlineData("März 2024", "2024-03-01", "2024-03-31", PeriodPrecision.Month)]
    [InlineData("Mrz 24", "2024-03-01", "2024-03-31", PeriodPrecision.Month)]
    [InlineData("Dez. '24", "2024-12-01", "2024-12-31", PeriodPrecision.Month)]
    [InlineData("III/2024", "2024-07-01", "2024-09-30", PeriodPrecision.Quarter)]
    [InlineData("III / 2024", "2024-07-01", "2024-09-30", PeriodPrecision.Quarter)]
    [InlineData("Q3 2024", "2024-07-01", "2024-09-30", PeriodPrecision.Quarter)]
    [InlineData("Q3/2024", "2024-07-01", "2024-09-30", PeriodPrecision.Quarter)]
    [InlineData("2024/III", "2024-07-01", "2024-09-30", PeriodPrecision.Quarter)]
    [InlineData("2024 Q3", "2024-07-01", "2024-09-30", PeriodPrecision.Quarter)]
    [InlineData("3. Quartal 2024", "2024-07-01", "2024-09-30", PeriodPrecision.Quarter)]
    [InlineData("IV. Quartal 2024", "2024-10-01", "2024-12-31", PeriodPrecision.Quarter)]
    [InlineData("1. Halbjahr 2025", "2025-01-01", "2025-06-30", PeriodPrecision.HalfYear)]
    [InlineData("2. HJ 2025", "2025-07-01", "2025-12-31", PeriodPrecision.HalfYear)]
    [InlineData("2027", "2027-01-01", "2027-12-31", PeriodPrecision.Year)]
    [InlineData("2022/2025", "2022-01-01", "2025-12-31", PeriodPrecision.Year)]
    [InlineData("2024/25", "2024-01-01", "2025-12-31", PeriodPrecision.Year)]
    [InlineData("Mai/Juni 2025", "2025-05-01", "2025-06-30", PeriodPrecision.Month)]
    [InlineData("im März 2024", "2024-03-01", "2024-03-31", PeriodPrecision.Month)]
    [InlineData("Mar-24", "2024-03-01", "2024-03-31", PeriodPrecision.Month)]
    [InlineData("2024-Q3", "2024-07-01", "2024-09-30", PeriodPrecision.Quarter)]
    [InlineData("Jahr 2027", "2027-01-01", "2027-12-31", PeriodPrecision.Year)]
    [InlineData("Frühjahr 2025", "2025-03-01", "2025-05-31", PeriodPrecision.Rough)]
    [InlineData("Mitte 2024", "2024-05-01", "2024-08-31", PeriodPrecision.Rough)]
    [InlineData("ca. 2026", "2026-01-01", "2026-12-31", PeriodPrecision.Rough)]
    public void A_part_of_a_year_is_read_partly_and_makes_no_deadline(string written, string from, string to, PeriodPrecision precision)
    {
        var reading = PeriodReader.Read(written, DateColumn.Unknown);

        Assert.Equal((CellUnderstanding.Partly, written), (reading.Understanding, reading.Remark));
        Assert.Equal((Day(from), Day(to), precision, null), (reading.Value!.From!.Value, reading.Value.To!.Value, reading.Value.Precision, reading.Value.Due));
    }

    [Theory]
    [InlineData("bis 2027", null, "2027-12-31", "2027-12-31")]
    [InlineData("bis 30.06.2027", null, "2027-06-30", "2027-06-30")]
    [InlineData("bis zum 30.06.2027", null, "2027-06-30", "2027-06-30")]
    [InlineData("bis Ende 2027", null, "2027-12-31", "2027-12-31")]
    [InlineData("bis Ende Juni 2027", null, "2027-06-30", "2027-06-30")]
    [InlineData("spätestens III/2026", null, "2026-09-30", "2026-09-30")]
    [InlineData("2022–2025", "2022-01-01", "2025-12-31", "2025-12-31")]
    [InlineData("2022 bis 2025", "2022-01-01", "2025-12-31", "2025-12-31")]
    [InlineData("2022 - 25", "2022-01-01", "2025-12-31", "2025-12-31")]
    [InlineData("bis III. Quartal 2025", null, "2025-09-30", "2025-09-30")]
    [InlineData("von 2022 bis Ende 2025", "2022-01-01", "2025-12-31", "2025-12-31")]
    [InlineData("vom 1.10.2024 bis 31.3.2025", "2024-10-01", "2025-03-31", "2025-03-31")]
    [InlineData("01.01.-31.12.2024", "2024-01-01", "2024-12-31", "2024-12-31")]
    [InlineData("Mai – August 2025", "2025-05-01", "2025-08-31", "2025-08-31")]
    [InlineData("Q1-Q3 2025", "2025-01-01", "2025-09-30", "2025-09-30")]
    [InlineData("I–III/2025", "2025-01-01", "2025-09-30", "2025-09-30")]
    [InlineData("01.03.2024 – 30.06.2025", "2024-03-01", "2025-06-30", "2025-06-30")]
    [InlineData("von 2022 bis 2025", "2022-01-01", "2025-12-31", "2025-12-31")]
    [InlineData("März 2024 bis Mai 2025", "2024-03-01", "2025-05-31", "2025-05-31")]
    [InlineData("bis Mitte 2027", null, "2027-08-31", null)]
    public void A_stated_end_is_a_deadline_that_is_listed(string written, string? from, string to, string? due)
    {
        var reading = PeriodReader.Read(written, DateColumn.Unknown);

        Assert.Equal(CellUnderstanding.Partly, reading.Understanding);
        Assert.Equal((from, to, due), (Text(reading.Value!.From), Text(reading.Value.To), Text(reading.Value.Due)));
        Assert.True(reading.Value.IsEndStated);
    }

    [Theory]
    [InlineData("ab 2013", "2013-01-01")]
    [InlineData("seit 2013", "2013-01-01")]
    [InlineData("2023/2024 ff.", "2023-01-01")]
    [InlineData("2023 ff", "2023-01-01")]
    [InlineData("2023 f.", "2023-01-01")]
    [InlineData("ab III/2024", "2024-07-01")]
    [InlineData("2024 fortlaufend", "2024-01-01")]
    public void An_open_end_is_never_due(string written, string from)
    {
        var reading = PeriodReader.Read(written, new DateColumn(Role: DateRole.End));

        Assert.Equal((CellUnderstanding.Partly, true, from, null), (reading.Understanding, reading.Value?.IsOpenEnd, Text(reading.Value?.From), reading.Value?.Due));
    }

    [Theory]
    [InlineData("Daueraufgabe")]
    [InlineData("laufend")]
    [InlineData("fort\u00ADlaufend")]
    [InlineData("kontinuierlich")]
    public void A_continuing_task_is_understood(string written)
    {
        var reading = PeriodReader.Read(written, DateColumn.Unknown);

        Assert.Equal((CellUnderstanding.Understood, true, null), (reading.Understanding, reading.Value?.IsContinuous, reading.Value?.Due));
    }

    [Theory]
    [InlineData("Daueraufgabe ab 2024", "2024-01-01")]
    [InlineData("laufend seit 2019", "2019-01-01")]
    [InlineData("laufend, seit 2019", "2019-01-01")]
    [InlineData("seit 2019 laufend", "2019-01-01")]
    [InlineData("Daueraufgabe (ab 2024)", "2024-01-01")]
    public void A_continuing_task_with_a_beginning_keeps_it(string written, string from)
    {
        var reading = PeriodReader.Read(written, DateColumn.Unknown);

        Assert.Equal((CellUnderstanding.Partly, true, true, from, null), (reading.Understanding, reading.Value?.IsContinuous, reading.Value?.IsOpenEnd, Text(reading.Value?.From), reading.Value?.Due));
    }

    [Fact]
    public void A_day_with_a_time_keeps_the_time_as_text()
    {
        var reading = PeriodReader.Read(new WrittenCell("45352.5", 45352.5m), _workbook);

        Assert.Equal((CellUnderstanding.Partly, "45352.5", Day("2024-03-01")), (reading.Understanding, reading.Remark, reading.Value?.Due));
    }

    [Fact]
    public void Day_and_month_that_may_change_places_are_asked_unless_the_list_has_an_order()
    {
        var reading = PeriodReader.Read("3/4/26", DateColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.DateOrderUnclear), (reading.Understanding, reading.Reason));
        Assert.Equal([Day("2026-04-03"), Day("2026-03-04")], reading.Choices.Select(choice => choice.Due!.Value));
        Assert.Equal(Day("2026-04-03"), PeriodReader.Read("3/4/26", new DateColumn(DateOrder.DayFirst)).Value?.Due);
        Assert.Equal(Day("2026-03-04"), PeriodReader.Read("3/4/26", new DateColumn(DateOrder.MonthFirst)).Value?.Due);
    }

    [Fact]
    public void Dots_put_the_day_first_whatever_the_lists_order() =>
        Assert.Equal(Day("2026-04-03"), PeriodReader.Read("3.4.26", new DateColumn(DateOrder.MonthFirst)).Value?.Due);

    [Fact]
    public void The_order_is_proposed_from_days_that_leave_no_choice()
    {
        Assert.Equal(DateOrder.MonthFirst, DateColumn.Propose(["3/4/26", "6/30/26", "2027", "01.03.2024"]));
        Assert.Equal(DateOrder.DayFirst, DateColumn.Propose(["3/4/26", "30/6/26"]));
        Assert.Null(DateColumn.Propose(["3/4/26", "5/6/26"]));
        Assert.Null(DateColumn.Propose(["30/6/26", "6/30/26"]));
    }

    [Fact]
    public void A_year_and_two_digits_may_be_a_month_or_two_years() => Assert.Equal(
        ["2011-12-01 2011-12-31", "2011-01-01 2012-12-31"],
        PeriodReader.Read("2011/12", DateColumn.Unknown).Choices.Select(choice => $"{Text(choice.From)} {Text(choice.To)}"));

    [Fact]
    public void A_day_that_no_calendar_has_is_asked_with_its_neighbours()
    {
        var reading = PeriodReader.Read("29.02.2023", DateColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.NoSuchDay), (reading.Understanding, reading.Reason));
        Assert.Equal(["2023-02-28", "2023-03-01"], reading.Choices.Select(choice => Text(choice.Due)));
    }

    [Theory]
    [InlineData("45352", null)]
    [InlineData("45352", DateSystem.Since1900)]
    [InlineData("45352", DateSystem.Since1904)]
    public void A_serial_number_is_a_day_where_the_workbook_says_from_when_it_counts(string written, DateSystem? system)
    {
        var reading = PeriodReader.Read(written, new DateColumn(System: system));

        Assert.Equal(
            system switch { DateSystem.Since1900 => ["2024-03-01"], DateSystem.Since1904 => ["2028-03-02"], _ => ["2024-03-01", "2028-03-02"] },
            reading.Value is { } value ? [Text(value.Due)] : reading.Choices.Select(choice => Text(choice.Due)));
    }

    [Fact]
    public void A_typed_year_is_no_serial_number() => Assert.Equal(PeriodPrecision.Year, PeriodReader.Read(new WrittenCell("2027", 2027), _workbook).Value?.Precision);

    [Fact]
    public void The_heading_decides_what_a_year_is_about()
    {
        Assert.Equal(Day("2027-12-31"), PeriodReader.Read("2027", new DateColumn(Role: DateRole.End)).Value?.Due);
        Assert.Null(PeriodReader.Read("2027", new DateColumn(Role: DateRole.Span)).Value?.Due);
        Assert.Equal((CellUnderstanding.Partly, null), (PeriodReader.Read("01.03.2024", new DateColumn(Role: DateRole.Begin)).Understanding, PeriodReader.Read("01.03.2024", new DateColumn(Role: DateRole.Begin)).Value?.Due));
    }

    [Theory]
    [InlineData("irgendwann")]
    [InlineData("2024 (Planung)")]
    [InlineData("2024 und 2025")]
    [InlineData("12/24")]
    [InlineData("1-3/2025")]
    [InlineData("Nov - Feb 2025")]
    [InlineData("k. A.")]
    [InlineData("01.03.2024 Stadtratsbeschluss")]
    [InlineData("2025-2022")]
    [InlineData("nach Haushaltslage")]
    [InlineData("13/13/26")]
    [InlineData("99999")]
    [InlineData("2024/2025/2026")]
    public void Anything_else_is_kept_and_asked(string written) =>
        Assert.Equal((CellUnderstanding.Unclear, written), (PeriodReader.Read(written, DateColumn.Unknown).Understanding, PeriodReader.Read(written, DateColumn.Unknown).Written));

    [Fact]
    public void A_day_rendered_in_any_towns_style_reads_back_exactly() => Prop.ForAll(Gen.Choose(0, 36_000).ToArbitrary(), Gen.Elements("dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd", "d. M. yyyy", "yyyy-MM-dd'T00:00:00'", "' 'dd.MM.yyyy'\u00A0'").ToArbitrary(), (offset, format) =>
    {
        var day = new DateOnly(1990, 1, 1).AddDays(offset);
        var reading = PeriodReader.Read(day.ToString(format, CultureInfo.InvariantCulture), DateColumn.Unknown);
        return reading.Understanding is CellUnderstanding.Understood && reading.Value!.Due == day;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stroked_day_is_understood_exactly_where_it_has_one_reading() => Prop.ForAll(Gen.Choose(0, 20_000).ToArbitrary(), Gen.Elements('/', '-').ToArbitrary(), (offset, mark) =>
    {
        var day = new DateOnly(2000, 1, 1).AddDays(offset);
        var reading = PeriodReader.Read(FormattableString.Invariant($"{day.Day}{mark}{day.Month}{mark}{day.Year}"), DateColumn.Unknown);
        return day.Day > 12 || day.Day == day.Month
            ? reading.Value?.Due == day
            : reading.Value is null && reading.Choices.Count == 2 && reading.Choices.Any(choice => choice.Due == day);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_serial_number_and_its_day_are_the_same() => Prop.ForAll(Gen.Choose(20_000, 80_000).ToArbitrary(), serial =>
        PeriodReader.Read(new WrittenCell(serial.ToString(CultureInfo.InvariantCulture), serial), _workbook).Value?.Due == DateOnly.FromDateTime(DateTime.FromOADate(serial))).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
