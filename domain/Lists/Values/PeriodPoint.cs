namespace Insek.Office.Domain.Lists;

/// <summary>A day, month, quarter, season or year in a folded text, with its other reading where there are two.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day, inclusive.</param>
/// <param name="Precision">How exactly it is told.</param>
/// <param name="Other">The other reading; null where there is none.</param>
/// <param name="Reason">Why it has two readings, or none that a calendar knows.</param>
internal sealed record PeriodPoint(DateOnly From, DateOnly To, PeriodPrecision Precision, PeriodPoint? Other = null, string? Reason = null)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <summary>One day; where no calendar has it, the days beside it are the readings.</summary>
    public static PeriodPoint? Day(int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        var last = DateTime.DaysInMonth(year, month);
        return day <= last
            ? Of(new DateOnly(year, month, day))
            : Of(new DateOnly(year, month, last)) with { Other = Of(new DateOnly(year, month, last).AddDays(1)), Reason = CellReasons.NoSuchDay };
    }

    /// <summary>Months of a year.</summary>
    public static PeriodPoint? Months(int year, int first, int count, PeriodPrecision precision)
    {
        if (year is < FirstYear or > LastYear || first is < 1 or > 12)
        {
            return null;
        }

        var from = new DateOnly(year, first, 1);
        return new PeriodPoint(from, from.AddMonths(count).AddDays(-1), precision);
    }

    /// <summary>A whole year.</summary>
    public static PeriodPoint? Year(int year) => Months(year, 1, 12, PeriodPrecision.Year);

    /// <summary>The year that two or four digits name; two digits up to 79 are of this century.</summary>
    public static int? FullYear(int number, int digits) => digits switch
    {
        4 when number is >= FirstYear and <= LastYear => number,
        2 => number < 80 ? 2000 + number : 1900 + number,
        _ => null,
    };

    /// <summary>The order that a day parted by strokes or dashes can only have; null where it has either or none.</summary>
    public static DateOrder? OrderOf(string folded)
    {
        var scan = new PeriodScan(folded, DateColumn.Unknown);
        if (!scan.TryNumber(out var first, out var digits) || digits > 2 || !scan.TrySkip("/-") || !scan.TryNumber(out var second, out digits) || digits > 2
            || !scan.TrySkip("/-") || !scan.TryNumber(out _, out _))
        {
            return null;
        }

        return (first, second) switch
        {
            ( > 12 and <= 31, <= 12) => DateOrder.DayFirst,
            ( <= 12, > 12 and <= 31) => DateOrder.MonthFirst,
            _ => null,
        };
    }

    private static PeriodPoint Of(DateOnly day) => new(day, day, PeriodPrecision.Day);
}
