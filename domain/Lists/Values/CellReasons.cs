namespace Insek.Office.Domain.Lists;

/// <summary>Why a cell was not understood as a whole. The codes are stable; what people read stands in resources.</summary>
public static class CellReasons
{
    /// <summary>Nothing known fits.</summary>
    public const string NotRecognised = "not-recognised";

    /// <summary>The list says that it does not know: "k. A.", "noch offen".</summary>
    public const string NotStated = "not-stated";

    /// <summary>Something was understood, and other text stands beside it.</summary>
    public const string MoreText = "more-text";

    /// <summary>Excel made a date of what was a number: 3.12 became 3 December.</summary>
    public const string NumberBecameDate = "number-became-date";

    /// <summary>A spreadsheet drops the last zero of a number: 3.1 may have been 3.10.</summary>
    public const string NumberLostZero = "number-lost-zero";

    /// <summary>The text may begin with a number, or the number is a part of it ("30 Bäume pflanzen").</summary>
    public const string NumberOrText = "number-or-text";

    /// <summary>An amount without a unit in the cell and in the heading: euros or thousands of euros.</summary>
    public const string UnitUnknown = "unit-unknown";

    /// <summary>The heading says thousands or millions, the cell says euros.</summary>
    public const string UnitContradicts = "unit-contradicts";

    /// <summary>"1.250" or "1,250": a separator of thousands or a decimal point.</summary>
    public const string SeparatorUnclear = "separator-unclear";

    /// <summary>A range: "250 bis 300 Mio.".</summary>
    public const string CostRange = "cost-range";

    /// <summary>A limit: "&lt; 20.000 €", "ab 5 Mio. €".</summary>
    public const string CostLimit = "cost-limit";

    /// <summary>Not exact: "ca. 20.000 €".</summary>
    public const string CostAbout = "cost-about";

    /// <summary>Per year: "25.000 € p. a.".</summary>
    public const string CostPerYear = "cost-per-year";

    /// <summary>Per piece or part: "je 5.000 €", "120 €/m²".</summary>
    public const string CostPerUnit = "cost-per-unit";

    /// <summary>Several amounts: "10.000 € (Planung) / 50.000 € (Bau)".</summary>
    public const string CostSeveral = "cost-several";

    /// <summary>A class instead of an amount: "Kostenklasse II", "gering", "€€".</summary>
    public const string CostClass = "cost-class";

    /// <summary>Not known or not yet: "k. A.", "noch offen".</summary>
    public const string CostOpen = "cost-open";

    /// <summary>Below zero or above 10¹² euros.</summary>
    public const string CostOutOfRange = "cost-out-of-range";

    /// <summary>"3/4/26": day or month first.</summary>
    public const string DateOrderUnclear = "date-order-unclear";

    /// <summary>A day that no calendar has: 29.02.2023.</summary>
    public const string NoSuchDay = "no-such-day";

    /// <summary>A whole number that may be a year or the serial number of a day.</summary>
    public const string SerialOrNumber = "serial-or-number";

    /// <summary>The day is the last one of a period that the cell names: "bis 2027".</summary>
    public const string EndOfPeriod = "end-of-period";

    /// <summary>A period, a beginning or a part of a year, which is no day on which something is due.</summary>
    public const string NoExactDay = "no-exact-day";

    /// <summary>Roughly: "Frühjahr 2025", "Mitte 2024", "ca. 2026".</summary>
    public const string PeriodRough = "period-rough";

    /// <summary>Two horizons: "kurz- bis mittelfristig".</summary>
    public const string SeveralHorizons = "several-horizons";

    /// <summary>A span of years, which a list may call short or medium as it likes: "bis 5 Jahre".</summary>
    public const string HorizonInYears = "horizon-in-years";

    /// <summary>"1" is the highest or the lowest priority; the list does not say which.</summary>
    public const string DirectionUnknown = "direction-unknown";

    /// <summary>A finer grade than low, medium and high: "sehr hoch", "A++".</summary>
    public const string FinerGrade = "finer-grade";

    /// <summary>A grade between two of low, medium and high.</summary>
    public const string BetweenGrades = "between-grades";

    /// <summary>A comma or "und" that may part two offices or belong to the name of one.</summary>
    public const string SeparatorOrName = "separator-or-name";

    /// <summary>Several offices in a field for one.</summary>
    public const string SeveralOwners = "several-owners";

    /// <summary>Agreeing and resolving is decided by the groups and the council, never by a list.</summary>
    public const string DecisionNotFromList = "decision-not-from-list";

    /// <summary>The row says that the measure is dropped.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>A colour of a traffic light, whose meaning the list does not say.</summary>
    public const string TrafficLight = "traffic-light";

    /// <summary>A name that resembles a known one.</summary>
    public const string NearName = "near-name";

    /// <summary>A name that several known ones go by.</summary>
    public const string SeveralNames = "several-names";

    /// <summary>A name that nobody told us of.</summary>
    public const string UnknownName = "unknown-name";
}
