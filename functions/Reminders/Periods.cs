using System.Globalization;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Reminders;

/// <summary>Weeks and quarters as they are named. Names sort as the periods do.</summary>
internal static class Periods
{
    /// <summary>The week of a day as ISO 8601 writes it: 2024-W12.</summary>
    public static string WeekOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return FormattableString.Invariant($"{ISOWeek.GetYear(date):D4}-W{ISOWeek.GetWeekOfYear(date):D2}");
    }

    /// <summary>The Monday of a week; null where the text names none.</summary>
    public static DateOnly? MondayOf(string week)
    {
        if (week.Length != 8 || week[4..6] != "-W" || !int.TryParse(week.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(week.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || year is < 1900 or > 2200 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday));
    }

    /// <summary>The Monday on or before a day.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The quarter of a day: 2024-Q1.</summary>
    public static string QuarterOf(DateOnly day) => FormattableString.Invariant($"{day.Year:D4}-Q{((day.Month - 1) / 3) + 1}");

    /// <summary>The first day of a quarter; null where the text names none.</summary>
    public static DateOnly? FirstOf(string quarter) =>
        quarter.Length == 7 && quarter[4..6] == "-Q" && quarter[6] is >= '1' and <= '4' && int.TryParse(quarter.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200
            ? new DateOnly(year, ((quarter[6] - '1') * 3) + 1, 1)
            : null;

    /// <summary>The first day of the latest period of so many months that has begun: periods begin with the year.</summary>
    public static DateOnly FirstOf(DateOnly day, int months) => new(day.Year, ((day.Month - 1) / months * months) + 1, 1);

    /// <summary>The first working morning from a day on.</summary>
    public static DateTimeOffset MorningFrom(DateOnly day, ReminderSchedule schedule) => CivilTime.At(WorkingDays.OnOrAfter(day), schedule.Morning);
}
