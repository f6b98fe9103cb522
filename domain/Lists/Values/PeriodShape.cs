namespace Insek.Office.Domain.Lists;

/// <summary>What the words around its points make of a period.</summary>
/// <param name="IsRough">"ca.", "voraussichtlich".</param>
/// <param name="Begins">"ab", "seit" before a single point.</param>
/// <param name="Ends">"bis" before a point, or between two.</param>
/// <param name="GoesOn">"ff." and the like.</param>
/// <param name="IsContinuous">"Daueraufgabe", "laufend".</param>
internal readonly record struct PeriodShape(bool IsRough, bool Begins, bool Ends, bool GoesOn, bool IsContinuous)
{
    /// <summary>The period from one point to another, or of one point alone.</summary>
    public Period Period(PeriodPoint first, PeriodPoint last) => new()
    {
        From = Ends && ReferenceEquals(first, last) ? null : first.From,
        To = Begins || GoesOn ? null : last.To,
        IsOpenEnd = Begins || GoesOn,
        IsContinuous = IsContinuous,
        IsEndStated = Ends && !GoesOn,
        Precision = IsRough ? PeriodPrecision.Rough : first.Precision > last.Precision ? first.Precision : last.Precision,
    };
}
