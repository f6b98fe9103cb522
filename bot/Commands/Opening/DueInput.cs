using System.Globalization;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Reads date and time as they are entered, in the town's time.</summary>
internal static class DueInput
{
    /// <summary>How far ahead a round may be due, in days.</summary>
    public const int MaxDays = 365;

    private static readonly TimeZoneInfo _town = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The instant, and what is wrong where there is none: the name of a text.</summary>
    /// <remarks>An hour that comes twice, when summer time ends, means the later one: nobody loses time to vote. One that does not come at all is refused.</remarks>
    public static (DateTimeOffset? Due, string? Problem) Read(string? date, string? time, DateTimeOffset now)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2000 or > 9000)
        {
            return (null, "wrong.date");
        }

        // Some clients send seconds.
        if (!TimeOnly.TryParseExact(time, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            return (null, "wrong.time");
        }

        var local = day.ToDateTime(hour);
        if (_town.IsInvalidTime(local))
        {
            return (null, "wrong.skippedHour");
        }

        // For an hour that comes twice this is the offset of standard time, which is the later one.
        var due = new DateTimeOffset(local, _town.GetUtcOffset(local));
        return due <= now ? (null, "wrong.past")
            : due > now.AddDays(MaxDays) ? (null, "wrong.tooLate")
            : (due, null);
    }
}
