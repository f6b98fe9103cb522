namespace Insek.Office.Domain.Lists;

/// <summary>Puts the points of a cell together to a period.</summary>
internal static class PeriodOf
{
    /// <summary>Reads the points and the words around them.</summary>
    public static CellReading<Period> Read(WrittenCell cell, string folded, DateColumn column)
    {
        var scan = new PeriodScan(folded, column);
        var isRough = scan.TryAny(["ca", "circa", "etwa", "vorauss", "voraussichtlich", "geplant"]);
        var begins = scan.TryAny(["ab", "seit", "beginn", "von", "start"]);
        var ends = !begins && scan.TryAny(["bis ende", "bis jahresende", "bis zum ende", "bis einschliesslich", "bis spaetestens", "bis zum", "bis", "spaetestens", "fertigstellung", "ende bis"]);
        _ = (begins || ends) && scan.TrySkip(":");
        if (scan.TryPoint() is not { } first)
        {
            return CellReading.Unclear<Period>(cell.Written, CellReasons.NotRecognised);
        }

        var isRange = scan.TrySkip("-") || scan.TrySkip("/") || scan.TryWord("bis");

        // The end of a year or month is its last day, where something ends; elsewhere it is rough.
        _ = isRange && scan.TryAny(["ende", "jahresende"]);
        var last = isRange ? scan.TryPoint() ?? (first.Precision is PeriodPrecision.Year ? scan.TryShortYear(first.From) : null) : null;
        var goesOn = scan.TryAny(["ff", "f", "fortlaufend", "laufend", "fortfolgend"]) || (isRange && last is null && scan.Rest.IsEmpty);
        SkipTime(ref scan);
        if (!scan.Rest.Trim(" .").IsEmpty || (isRange && last is null && !goesOn) || (last is not null && last.To < first.From))
        {
            return CellReading.Unclear(cell.Written, CellReasons.MoreText, Alone(first, isRange, column));
        }

        var made = new Made(isRough, begins && last is null, ends || last is not null, goesOn);
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

    private static CellReading<Period> Choose(WrittenCell cell, Made made, PeriodPoint first, PeriodPoint last, DateColumn column)
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

        if (first.Other is not null || last.Other is not null)
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
        isRange ? [] : [.. Readings(point).Select(reading => WithDue(new Made(false, false, false, false).Period(reading, reading), column))];

    // "2024-03-01T00:00:00" and "01.03.2024 00:00" are what a file makes of a day.
    private static void SkipTime(ref PeriodScan scan)
    {
        _ = scan.TryAny(["t00:00:00", "00:00:00", "00:00"]);
    }

    private readonly record struct Made(bool IsRough, bool Begins, bool Ends, bool GoesOn)
    {
        public Period Period(PeriodPoint first, PeriodPoint last) => new()
        {
            From = Ends && ReferenceEquals(first, last) ? null : first.From,
            To = Begins || GoesOn ? null : last.To,
            IsOpenEnd = Begins || GoesOn,
            IsEndStated = Ends && !GoesOn,
            Precision = IsRough ? PeriodPrecision.Rough : first.Precision > last.Precision ? first.Precision : last.Precision,
        };
    }
}
