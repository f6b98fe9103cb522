namespace Insek.Office.Domain;

/// <summary>When people are reminded of what is due: on working mornings only.</summary>
public sealed record ReminderSchedule
{
    /// <summary>When people begin to be told something: not before 07:00, not from 20:00 on.</summary>
    public static readonly TimeOnly EarliestMorning = new(7, 0);

    /// <summary>From when on nobody is told anything any more that day.</summary>
    public static readonly TimeOnly Evening = new(20, 0);

    /// <summary>How many days before the due day people are reminded; 0 is the day itself. Each 0 to 365.</summary>
    public ValueList<int> DaysBefore { get; init => field = value ?? []; } = [14, 3, 0];

    /// <summary>The same for rounds, of those who have not voted.</summary>
    public ValueList<int> RoundDaysBefore { get; init => field = value ?? []; } = [3, 1, 0];

    /// <summary>How many days before its end a round without a quorum goes to its chair and the administrators, 0 to 365.</summary>
    public int EscalateDaysBefore { get; init; } = 2;

    /// <summary>How many days lie between reminders of what is overdue, 1 to 365.</summary>
    public int DaysBetweenOverdue { get; init; } = 7;

    /// <summary>The civil hour: when reminders go out, in Europe/Berlin; 07:00 to 19:59.</summary>
    public TimeOnly Morning { get; init; } = new(8, 0);

    /// <summary>The first instant after <paramref name="after"/> at which somebody is to be reminded.</summary>
    /// <param name="kind">What is due.</param>
    /// <param name="due">When.</param>
    /// <param name="after">The instant up to which everything is done. Reminders missed before it are not made up for one by one: the next one covers them.</param>
    /// <returns>The instant in UTC; null where there will be none: of a round, the morning after its end, on which it may have to be escalated, is the last.</returns>
    public DateTimeOffset? Next(DeadlineKind kind, Due due, DateTimeOffset after)
    {
        var before = Mornings(kind, due).Where(at => at > after).ToArray();
        if (before.Length > 0)
        {
            return before.Min();
        }

        return kind is not DeadlineKind.RoundDue ? NextOverdue(due, after) : FirstMorningAfter(due) is var last && last > after ? last : null;
    }

    /// <summary>Whether a round without a quorum is to be escalated by then.</summary>
    public bool IsTimeToEscalate(Due due, DateTimeOffset at) => at >= MorningFor(due, EscalateDaysBefore);

    /// <summary>The morning on which one is reminded so many days before: a working day's, later rather than earlier, but never past the due instant.</summary>
    /// <remarks>Where the next working morning is too late, it is the last one in time: what is due on a Sunday is called to mind on Friday.</remarks>
    public DateTimeOffset MorningFor(Due due, int daysBefore)
    {
        var wanted = due.Day.AddDays(-daysBefore);
        var later = CivilTime.At(WorkingDays.OnOrAfter(wanted), Morning);
        if (!due.HasPassed(later))
        {
            return later;
        }

        var day = WorkingDays.OnOrBefore(due.Day);
        while (due.HasPassed(CivilTime.At(day, Morning)))
        {
            day = WorkingDays.OnOrBefore(day.AddDays(-1));
        }

        return CivilTime.At(day, Morning);
    }

    /// <summary>The first working morning after the due instant.</summary>
    public DateTimeOffset FirstMorningAfter(Due due)
    {
        var sameDay = CivilTime.At(WorkingDays.OnOrAfter(due.Day), Morning);
        return due.HasPassed(sameDay) ? sameDay : CivilTime.At(WorkingDays.OnOrAfter(due.Day.AddDays(1)), Morning);
    }

    /// <summary>Whether people may be told something now: on a working day, from the civil hour until the evening.</summary>
    public bool IsCivil(DateTimeOffset at) =>
        WorkingDays.Includes(CivilTime.DayOf(at)) && CivilTime.TimeOf(at) is var time && time >= Morning && time < Evening;

    private IEnumerable<DateTimeOffset> Mornings(DeadlineKind kind, Due due)
    {
        IEnumerable<int> days = kind is DeadlineKind.RoundDue ? RoundDaysBefore.Append(EscalateDaysBefore) : DaysBefore;
        return days.Select(day => MorningFor(due, day));
    }

    private DateTimeOffset NextOverdue(Due due, DateTimeOffset after)
    {
        // Straight to the interval before the instant, however long ago it was due; holidays may push one morning past the next day's.
        var passed = Math.Max(0, CivilTime.DayOf(after).DayNumber - due.Day.DayNumber);
        for (var number = Math.Max(1, (passed / DaysBetweenOverdue) - 1); ; number++)
        {
            var at = CivilTime.At(WorkingDays.OnOrAfter(due.Day.AddDays(number * DaysBetweenOverdue)), Morning);
            if (at > after && due.HasPassed(at))
            {
                return at;
            }
        }
    }
}
