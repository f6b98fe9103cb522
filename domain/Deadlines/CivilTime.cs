namespace Insek.Office.Domain;

/// <summary>Days and hours as the people of a German town know them: Europe/Berlin.</summary>
public static class CivilTime
{
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>An instant as clocks in Berlin show it.</summary>
    public static DateTimeOffset LocalOf(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _berlin);

    /// <summary>The day it is in Berlin.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(LocalOf(at).DateTime);

    /// <summary>The time of day it is in Berlin.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(LocalOf(at).DateTime);

    /// <summary>The instant at which clocks in Berlin show a day and a time, in UTC.</summary>
    /// <remarks>A time that the change to summer time leaves out is taken as that much later; of one that comes twice in autumn, the first is meant.</remarks>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (_berlin.IsInvalidTime(local))
        {
            // The offset before the change applies, as RFC 5545 reads such a time.
            return new DateTimeOffset(local, _berlin.GetUtcOffset(local.AddHours(-1))).ToUniversalTime();
        }

        var offset = _berlin.IsAmbiguousTime(local) ? _berlin.GetAmbiguousTimeOffsets(local).Max() : _berlin.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The last instant at which clocks in Berlin show a day and a time, in UTC; null where the change to summer time leaves it out.</summary>
    public static DateTimeOffset? LastAt(DateOnly day, TimeOnly time)
    {
        // For a time that comes twice the offset is that of standard time, which is the later one.
        var local = day.ToDateTime(time);
        return _berlin.IsInvalidTime(local) ? null : new DateTimeOffset(local, _berlin.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first instant of a day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The last instant of a day, in UTC: 100 nanoseconds before the next one.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1)).AddTicks(-1);
}
