using System.Globalization;
using Insek.Office.Bot.Cards;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Reads date and time as they are entered, in the town's time.</summary>
internal static class DueInput
{
    /// <summary>How far ahead a round may be due, in days.</summary>
    public const int MaxDays = 365;

    /// <summary>The instant, and what is wrong where there is none: the name of a text.</summary>
    /// <remarks>An hour that comes twice, when summer time ends, means the later one: nobody loses time to vote. One that does not come at all is refused.</remarks>
    public static (DateTimeOffset? Due, string? Problem) Read(string? date, string? time, DateTimeOffset now)
    {
        if (CardText.ReadDay(date) is not { Year: >= 2000 and <= 9000 } day)
        {
            return (null, "wrong.date");
        }

        // Some clients send seconds.
        if (!TimeOnly.TryParseExact(time, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            return (null, "wrong.time");
        }

        if (CivilTime.LastAt(day, hour) is not { } due)
        {
            return (null, "wrong.skippedHour");
        }

        return due <= now ? (null, "wrong.past")
            : due > now.AddDays(MaxDays) ? (null, "wrong.tooLate")
            : (due, null);
    }
}
