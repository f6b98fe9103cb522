namespace Insek.Office.Domain.Lists;

/// <summary>Puts the points of a cell together to a period.</summary>
internal static class PeriodOf
{
    private static readonly string[] _continuous = ["daueraufgabe", "laufende aufgabe", "laufend", "fortlaufend", "kontinuierlich", "dauerhaft"];

    /// <summary>Reads the points and the words around them.</summary>
    public static CellReading<Period> Read(WrittenCell cell, string folded, DateColumn column)
    {
        var scan = new PeriodScan(folded, column);
        var isContinuous = scan.TryAny(_continuous);
        _ = isContinuous && scan.TrySkip(",;(");
        var isRough = scan.TryAny(["ca", "circa", "etwa", "vorauss", "voraussichtlich", "vsl", "geplant", "um", "gegen"]);
        var begins = scan.TryAny(["ab", "seit", "beginn", "von", "vom", "start", "fruehestens"]);
        var ends = !begins && scan.TryAny(["bis ende", "bis jahresende", "bis zum ende", "bis einschliesslich", "bis spaetestens", "bis zum", "bis", "spaetestens", "fertigstellung", "ende bis"]);
        _ = (begins || ends || isRough) && scan.TrySkip(":");
        _ = scan.TryAny(["im", "in"]);
        if (scan.TryPoint() is not { } first)
        {
            return PeriodEllipsis.Read(cell, folded, column)
                ?? CellReading.Unclear<Period>(cell.Written, CellText.IsNotStated(folded) ? CellReasons.NotStated : CellReasons.NotRecognised);
        }

        var isStated = scan.TrySkip("-") || scan.TryWord("bis");
        var isRange = isStated || scan.TrySkip("/");

        // The end of a year or month is its last day, where something ends; elsewhere it is rough.
        _ = isStated && scan.TryAny(["ende", "jahresende"]);
        var last = isRange ? scan.TryPoint() ?? (first.Precision is PeriodPrecision.Year ? scan.TryShortYear(first.From) : null) : null;
        isContinuous |= scan.TryAny(_continuous);
        var goesOn = isContinuous || scan.TryAny(["ff", "f", "fortfolgend"]) || (isStated && last is null && scan.Rest.IsEmpty);
        SkipTime(ref scan);
        if (!scan.Rest.Trim(" .)").IsEmpty || (isRange && last is null && !goesOn) || (last is not null && last.To < first.From))
        {
            return CellReading.Unclear(cell.Written, CellReasons.MoreText, Alone(first, isRange || scan.Rest.ContainsAnyInRange('0', '9'), column));
        }

        var made = new PeriodShape(isRough, begins && last is null, ends || (isStated && last is not null), goesOn, isContinuous);
        return Choose(cell, made, first, last ?? first, column);
    }

    /// <summary>Answers an exact day.</summary>
    public static CellReading<Period> Understood(WrittenCell cell, Period day, DateColumn column) => column.Role is DateRole.Begin
        ? CellReading.Partly(cell.Written, day, CellReasons.NoExactDay)
        : CellReading.Understood(cell.Written, WithDue(day, column));

    /// <summary>The period with the day on which it makes the measure due.</summary>
    public static Period WithDue(Period period, DateColumn column)
    {
        var isEnd = period.Precision is PeriodPrecision.Day || period.IsEndStated || column.Role is DateRole.End;
        var isDue = isEnd && !period.IsOpenEnd && column.Role is not DateRole.Begin && period.Precision is not (PeriodPrecision.Rough or PeriodPrecision.None);
        return period with { Due = isDue ? period.To : null };
    }

    internal static CellReading<Period> Choose(WrittenCell cell, PeriodShape made, PeriodPoint first, PeriodPoint last, DateColumn column)
    {
        var isOne = ReferenceEquals(first, last);
        var readings = new List<Period>();
        foreach (var from in Readings(first))
        {
            foreach (var to in isOne ? [from] : Readings(last))
            {
                if (to.To >= from.From)
                {
                    readings.Add(WithDue(made.Period(from, to), column));
                }
            }
        }

        if (first.Reason is not null || last.Reason is not null)
        {
            return CellReading.Unclear(cell.Written, first.Reason ?? last.Reason!, [.. readings]);
        }

        var period = readings[0];
        return isOne && period is { Precision: PeriodPrecision.Day, IsOpenEnd: false, From: not null }
            ? Understood(cell, period, column)
            : CellReading.Partly(cell.Written, period, period.Precision is PeriodPrecision.Rough ? CellReasons.PeriodRough : period.Due is null ? CellReasons.NoExactDay : CellReasons.EndOfPeriod);
    }

    private static PeriodPoint[] Readings(PeriodPoint point) => point.Other is { } other ? [point, other] : [point];

    private static Period[] Alone(PeriodPoint point, bool isRange, DateColumn column) =>
        isRange ? [] : [.. Readings(point).Select(reading => WithDue(new PeriodShape().Period(reading, reading), column))];

    // "2024-03-01T00:00:00" and "01.03.2024 00:00" are what a file makes of a day.
    private static void SkipTime(ref PeriodScan scan)
    {
        _ = scan.TryAny(["t00:00:00", "00:00:00", "00:00", "0:00:00", "0:00"]);
    }
}
