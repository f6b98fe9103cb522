namespace Insek.Office.Domain.Lists;

/// <content>The ways a day, month, quarter, season or year is written.</content>
internal ref partial struct PeriodScan
{
    /// <summary>Reads a day, month, quarter, season or year.</summary>
    public PeriodPoint? TryPoint()
    {
        SkipBlanks();
        var start = _at;
        var point = TryNamed() ?? TryQuarter() ?? TryDigits();
        if (point is null)
        {
            _at = start;
        }

        return point;
    }

    private PeriodPoint? TryNamed()
    {
        var start = _at;

        // "15. März 2024"
        int? day = TryNumber(out var number, out var digits) && digits <= 2 && (TryMark('.') || TryMark('-') || Rest.StartsWith(" ", StringComparison.Ordinal)) ? number : null;
        SkipBlanks();
        foreach (var (word, first, months, precision) in PeriodNames.All)
        {
            if ((day is null && _at != start) || !TryWord(word))
            {
                continue;
            }

            _ = TrySkip("/-'’");
            if (TryYear() is not { } year)
            {
                break;
            }

            if (day is { } inMonth)
            {
                return precision is PeriodPrecision.Month ? PeriodPoint.Day(year, first, inMonth) : null;
            }

            // The winter of 2024/2025 begins in 2024.
            _ = word is "winter" && TrySkip("/") && TryYear() is null;
            return PeriodPoint.Months(year, first, months, precision);
        }

        _at = start;
        return null;
    }

    private PeriodPoint? TryQuarter()
    {
        var start = _at;
        if (TryCount(out var count, out var isHalf) && (TrySkip("/-") || true) && TryYear() is { } year)
        {
            return isHalf ? PeriodPoint.Months(year, (count * 6) - 5, 6, PeriodPrecision.HalfYear) : PeriodPoint.Months(year, (count * 3) - 2, 3, PeriodPrecision.Quarter);
        }

        _at = start;
        return null;
    }

    // "Q3", "3. Quartal", "III. Quartal", "III/", "H1", "1. Halbjahr"
    private bool TryCount(out int count, out bool isHalf)
    {
        isHalf = TryMark('h');
        count = 0;
        if (isHalf || TryMark('q'))
        {
            return TryNumber(out count, out var length) && length == 1 && count >= 1 && count <= (isHalf ? 2 : 4);
        }

        var isRoman = TryRoman(out count);
        if (!isRoman && !(TryNumber(out count, out var digits) && digits == 1 && count is >= 1 and <= 4))
        {
            return false;
        }

        _ = TryMark('.');
        if (TryAny(["quartal", "quart", "qu", "q"]))
        {
            return true;
        }

        isHalf = TryAny(["halbjahr", "hj"]);
        return isHalf ? count <= 2 : isRoman && Rest.TrimStart(' ').StartsWith("/", StringComparison.Ordinal);
    }

    private PeriodPoint? TryDigits()
    {
        if (!TryNumber(out var first, out var digits))
        {
            return null;
        }

        if (PeriodPoint.FullYear(first, digits) is { } year && digits == 4)
        {
            return AfterYear(year);
        }

        return digits <= 2 ? AfterDayOrMonth(first) : null;
    }

    // 2024, 2024-03, 2024-03-01, 2024/III, 2024 Q3, 2024/25
    private PeriodPoint? AfterYear(int year)
    {
        var start = _at;
        if (_at < text.Length && text[_at] is '-' or '/' or '.' or ' ')
        {
            var mark = text[_at++];
            if (mark is ' ' or '/' or '-' && ((TryMark('q') && TryNumber(out var quarter, out var one) && one == 1) || TryRoman(out quarter)) && quarter is >= 1 and <= 4 && IsAtEnd())
            {
                return PeriodPoint.Months(year, (quarter * 3) - 2, 3, PeriodPrecision.Quarter);
            }

            if (mark is not ' ' && TryNumber(out var second, out var digits) && digits <= 2 && AfterYear(year, second, digits, mark) is { } point)
            {
                return point;
            }
        }

        _at = start;
        return PeriodPoint.Year(year);
    }

    private PeriodPoint? AfterYear(int year, int second, int digits, char mark)
    {
        var start = _at;
        if (mark is '-' or '/' && TryMark(mark) && TryNumber(out var day, out var length) && length <= 2 && PeriodPoint.Day(year, second, day) is { } exact)
        {
            return exact;
        }

        // 2011/12 and 2011-12: December, or two years.
        _at = start;
        var months = digits == 2 ? PeriodPoint.Months(year, second, 1, PeriodPrecision.Month) : null;
        var years = digits == 2 && (year % 100) + 1 == second ? new PeriodPoint(new DateOnly(year, 1, 1), new DateOnly(year + 1, 12, 31), PeriodPrecision.Year) : null;
        var span = digits == 2 && second > 12 && second > year % 100 ? new PeriodPoint(new DateOnly(year, 1, 1), new DateOnly((year / 100 * 100) + second, 12, 31), PeriodPrecision.Year) : null;
        return months is not null && years is not null ? months with { Other = years, Reason = CellReasons.DateOrderUnclear } : months ?? years ?? span;
    }

    // 01.03.2024, 1.3.24, 3/4/26, 03.2024, 3/2024, and 12/24, which may be a month
    private PeriodPoint? AfterDayOrMonth(int first)
    {
        if (_at >= text.Length || text[_at] is not ('.' or '/' or '-'))
        {
            return null;
        }

        var mark = text[_at++];
        SkipBlanks();
        if (!TryNumber(out var second, out var digits))
        {
            return null;
        }

        if (digits == 4)
        {
            return mark is '-' or '.' or '/' ? PeriodPoint.Months(second, first, 1, PeriodPrecision.Month) : null;
        }

        if (digits == 2 && mark is '/' && !Rest.StartsWith("/", StringComparison.Ordinal))
        {
            return PeriodPoint.Months(2000 + second, first, 1, PeriodPrecision.Month) is { } month ? month with { Reason = CellReasons.DateOrderUnclear } : null;
        }

        if (digits > 2 || !TryMark(mark))
        {
            return null;
        }

        SkipBlanks();
        return TryYear() is { } year ? Ordered(year, first, second, mark) : null;
    }

    private readonly PeriodPoint? Ordered(int year, int first, int second, char mark)
    {
        var (dayFirst, monthFirst) = (PeriodPoint.Day(year, second, first), PeriodPoint.Day(year, first, second));
        if (mark == '.' || column.Order is DateOrder.DayFirst || monthFirst is null)
        {
            return dayFirst;
        }

        if (column.Order is DateOrder.MonthFirst || dayFirst is null || first == second)
        {
            return monthFirst;
        }

        return dayFirst with { Other = monthFirst with { Other = null }, Reason = CellReasons.DateOrderUnclear };
    }
}
