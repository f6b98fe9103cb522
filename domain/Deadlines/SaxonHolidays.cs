namespace Insek.Office.Domain;

/// <summary>A public holiday of Saxony (gesetzlicher Feiertag).</summary>
public enum SaxonHoliday
{
    /// <summary>1 January.</summary>
    Neujahr,

    /// <summary>Two days before Easter Sunday.</summary>
    Karfreitag,

    /// <summary>The day after Easter Sunday.</summary>
    Ostermontag,

    /// <summary>1 May.</summary>
    TagDerArbeit,

    /// <summary>39 days after Easter Sunday.</summary>
    ChristiHimmelfahrt,

    /// <summary>50 days after Easter Sunday.</summary>
    Pfingstmontag,

    /// <summary>3 October.</summary>
    TagDerDeutschenEinheit,

    /// <summary>31 October.</summary>
    Reformationstag,

    /// <summary>The Wednesday before 23 November.</summary>
    BussUndBettag,

    /// <summary>25 December.</summary>
    ErsterWeihnachtstag,

    /// <summary>26 December.</summary>
    ZweiterWeihnachtstag,
}

/// <summary>The public holidays of the whole of Saxony, computed.</summary>
/// <remarks>
/// Source: § 1 Abs. 1 SächsSFG (Gesetz über Sonn- und Feiertage im Freistaat Sachsen). Fronleichnam (§ 1 Abs. 2) is a holiday in a few
/// Catholic parishes only and not counted. Easter: the Gregorian computus in the form known as Meeus/Jones/Butcher.
/// </remarks>
public static class SaxonHolidays
{
    /// <summary>Easter Sunday of a year.</summary>
    /// <param name="year">A year of the Gregorian calendar, 1583 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is not.</exception>
    public static DateOnly EasterOf(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    /// <summary>The holidays of a year, in the order of the calendar.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is below 1583 or above 9999.</exception>
    public static IReadOnlyList<(DateOnly Day, SaxonHoliday Holiday)> Of(int year)
    {
        var easter = EasterOf(year);
        var beforeRepentance = new DateOnly(year, 11, 22);
        var repentance = beforeRepentance.AddDays(-(((int)beforeRepentance.DayOfWeek - (int)DayOfWeek.Wednesday + 7) % 7));
        return
        [
            .. new[]
            {
                (new DateOnly(year, 1, 1), SaxonHoliday.Neujahr),
                (easter.AddDays(-2), SaxonHoliday.Karfreitag),
                (easter.AddDays(1), SaxonHoliday.Ostermontag),
                (new DateOnly(year, 5, 1), SaxonHoliday.TagDerArbeit),
                (easter.AddDays(39), SaxonHoliday.ChristiHimmelfahrt),
                (easter.AddDays(50), SaxonHoliday.Pfingstmontag),
                (new DateOnly(year, 10, 3), SaxonHoliday.TagDerDeutschenEinheit),
                (new DateOnly(year, 10, 31), SaxonHoliday.Reformationstag),
                (repentance, SaxonHoliday.BussUndBettag),
                (new DateOnly(year, 12, 25), SaxonHoliday.ErsterWeihnachtstag),
                (new DateOnly(year, 12, 26), SaxonHoliday.ZweiterWeihnachtstag),
            }.OrderBy(entry => entry.Item1),
        ];
    }

    /// <summary>The holiday on that day; null where it is none. Of two on one day (1 May 2008) the one that never moves.</summary>
    public static SaxonHoliday? On(DateOnly day) => Of(day.Year).Where(entry => entry.Day == day).Select(entry => (SaxonHoliday?)entry.Holiday).FirstOrDefault();
}

/// <summary>The days on which a town hall works: Monday to Friday, but no public holiday of Saxony.</summary>
public static class WorkingDays
{
    /// <summary>Whether people work on that day.</summary>
    public static bool Includes(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && SaxonHolidays.On(day) is null;

    /// <summary>The day itself where it is a working day, else the first one after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Includes(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day itself where it is a working day, else the last one before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Includes(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
