namespace Insek.Office.Domain;

/// <summary>When something is due: by the end of a day in Europe/Berlin, or at an instant.</summary>
public sealed record Due
{
    private Due(DateOnly day, DateTimeOffset? instant) => (Day, Instant) = (day, instant);

    /// <summary>The day, in Europe/Berlin.</summary>
    public DateOnly Day { get; }

    /// <summary>The instant, in UTC; null where the whole day is in time.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>The last instant that is in time, in UTC.</summary>
    public DateTimeOffset Last => Instant ?? CivilTime.EndOf(Day);

    /// <summary>Due by the end of a day.</summary>
    public static Due On(DateOnly day) => new(day, null);

    /// <summary>Due at an instant.</summary>
    public static Due At(DateTimeOffset instant) => new(CivilTime.DayOf(instant), instant.ToUniversalTime());

    /// <summary>Whether it is too late; exactly <see cref="Last"/> is in time.</summary>
    public bool HasPassed(DateTimeOffset at) => at > Last;
}
