using System.Globalization;
using System.Text;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;

namespace Insek.Office.Functions.Reminders;

/// <summary>Writes deadlines as an iCalendar object (RFC 5545).</summary>
/// <remarks>
/// A day is a whole-day event (VALUE=DATE, end exclusive); an instant is a moment in UTC, which needs no VTIMEZONE. The UID follows from
/// concept and deadline and the SEQUENCE from its version, so a calendar program knows a moved deadline for the same. Events do not block
/// time (TRANSP:TRANSPARENT) and carry no alarm: reminding is the bot's matter.
/// </remarks>
internal static class DeadlineCalendar
{
    private const int MaxOctets = 75;

    public static byte[] Write(Concept concept, IEnumerable<StoredDeadline> deadlines, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Insek.Office//Deadlines//DE");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escape(CalendarTexts.Name(concept.DisplayName))}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT4H");
        Line(text, "X-PUBLISHED-TTL:PT4H");
        foreach (var stored in deadlines)
        {
            Write(text, concept, stored.Deadline, stored.Row.Timestamp ?? now);
        }

        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, Concept concept, Deadline deadline, DateTimeOffset writtenAt)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{deadline.Id}.{concept.Id}@insek.office");
        Line(text, $"DTSTAMP:{Utc(writtenAt)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{deadline.Version}"));
        if (deadline.Due.Instant is { } at)
        {
            Line(text, $"DTSTART:{Utc(at)}");
        }
        else
        {
            Line(text, $"DTSTART;VALUE=DATE:{Day(deadline.Due.Day)}");
            Line(text, $"DTEND;VALUE=DATE:{Day(deadline.Due.Day.AddDays(1))}");
        }

        Line(text, $"SUMMARY:{Escape(CalendarTexts.Summary(deadline.Kind, deadline.Title))}");
        Line(text, $"DESCRIPTION:{Escape(concept.DisplayName)}");
        Line(text, $"CATEGORIES:{Escape(CalendarTexts.Kind(deadline.Kind))}");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // Section 3.3.11: backslash, semicolon, comma and line breaks; other control characters are not allowed at all.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    // Section 3.1: no line is longer than 75 octets without its break; a longer one goes on after a blank, and no character is torn apart.
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
