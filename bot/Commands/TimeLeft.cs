using System.Globalization;
using Insek.Office.Bot.Cards;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Commands;

/// <summary>How long there is until something is due.</summary>
internal static class TimeLeft
{
    /// <summary>"noch 3 Tage, bis Di., 24.11.2026, 18:00 Uhr": days as the calendar counts them, under 24 hours full hours, under one hour minutes.</summary>
    public static string Until(DateTimeOffset due, DateTimeOffset now, CultureInfo culture)
    {
        var left = due - now;
        var at = CardText.Instant(due, culture);
        return left switch
        {
            _ when left < TimeSpan.Zero => CommandTexts.Format("due.past", culture, at),
            _ when left < TimeSpan.FromHours(1) => CommandTexts.Count("due.minutes", culture, Math.Max(1, (int)left.TotalMinutes), at),
            _ when left < TimeSpan.FromDays(1) => CommandTexts.Count("due.hours", culture, (int)left.TotalHours, at),
            _ => CommandTexts.Count("due.days", culture, CivilTime.DayOf(due).DayNumber - CivilTime.DayOf(now).DayNumber, at),
        };
    }
}
