namespace Insek.Office.Domain.Lists;

/// <summary>How exactly a period is told.</summary>
public enum PeriodPrecision
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the quarter.</summary>
    Quarter,

    /// <summary>To half a year.</summary>
    HalfYear,

    /// <summary>To the year.</summary>
    Year,

    /// <summary>Roughly: a season, the middle of a year, "ca.".</summary>
    Rough,

    /// <summary>Not at all: a continuing task without a year.</summary>
    None,
}

/// <summary>When something is to happen, as a list tells it.</summary>
public sealed record Period
{
    /// <summary>The first day; null where none is told ("bis 2027").</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive; null where none is told ("ab 2013").</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it goes on beyond what is told: "ab 2013", "2023/2024 ff.".</summary>
    public bool IsOpenEnd { get; init; }

    /// <summary>Whether it is a continuing task ("Daueraufgabe", "laufend").</summary>
    public bool IsContinuous { get; init; }

    /// <summary>How exactly it is told.</summary>
    public PeriodPrecision Precision { get; init; }

    /// <summary>Whether the cell names its end as an end: "bis 2027", "2022–2025".</summary>
    public bool IsEndStated { get; init; }

    /// <summary>The day by which the measure is due: an exact day, or the last day of a period whose end is stated; null where the list tells none.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>One day.</summary>
    internal static Period On(DateOnly day) => new() { From = day, To = day, Precision = PeriodPrecision.Day };
}
