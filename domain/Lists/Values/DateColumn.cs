namespace Insek.Office.Domain.Lists;

/// <summary>What comes first in a day written with strokes.</summary>
public enum DateOrder
{
    /// <summary>30/6/26, as in Europe.</summary>
    DayFirst,

    /// <summary>6/30/26, as in the United States and in what an English Excel writes to CSV.</summary>
    MonthFirst,
}

/// <summary>The day from which a workbook counts.</summary>
public enum DateSystem
{
    /// <summary>1 is 1 January 1900; counts a 29 February 1900 that never was.</summary>
    Since1900,

    /// <summary>0 is 1 January 1904: workbooks of older Excel for the Macintosh.</summary>
    Since1904,
}

/// <summary>What the days of a column are about.</summary>
public enum DateRole
{
    /// <summary>The heading does not say.</summary>
    Unknown,

    /// <summary>When it begins (Beginn): never a deadline.</summary>
    Begin,

    /// <summary>When it ends or is due (Frist, Fertigstellung, Zieltermin).</summary>
    End,

    /// <summary>From when to when (Laufzeit, Umsetzungszeitraum).</summary>
    Span,
}

/// <summary>What a heading, the file or a person says of the days in a column.</summary>
/// <param name="Order">What comes first where strokes part a day; null where nobody said.</param>
/// <param name="System">From when serial numbers count; a workbook says so, a text file cannot: null.</param>
/// <param name="Role">What the days are about.</param>
public sealed record DateColumn(DateOrder? Order = null, DateSystem? System = null, DateRole Role = DateRole.Unknown)
{
    /// <summary>A column of which nothing is known.</summary>
    public static DateColumn Unknown { get; } = new();

    /// <summary>Proposes the order of days from those that can only be read one way: 30/6/26 or 6/30/26.</summary>
    /// <returns>The order; null where no cell tells, or cells contradict each other.</returns>
    public static DateOrder? Propose(IEnumerable<WrittenCell> cells)
    {
        DateOrder? proposed = null;
        foreach (var cell in cells)
        {
            if (PeriodPoint.OrderOf(CellText.Fold(cell.Text)) is not { } order)
            {
                continue;
            }

            if (proposed is { } other && other != order)
            {
                return null;
            }

            proposed = order;
        }

        return proposed;
    }
}
