using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>Reads days and periods.</summary>
/// <remarks>
/// <para>Understood: an exact day (it is due then, unless the column tells beginnings) and a continuing task. Everything else is read partly, because the
/// concept knows one day only: the cell is kept as text.</para>
/// <para><see cref="Period.Due"/> is the last day of a period only where the cell or the heading says that something ends then: "bis 2027", "2022–2025" (not "2022/2025"),
/// or "2027" under "Fertigstellung" make 31 December, and are listed as <see cref="CellReasons.EndOfPeriod"/>. A rough end ("bis Mitte 2024") makes no day.</para>
/// <para>Dots put the day first. Strokes and dashes do only where the column's order is known or one reading has no such month; else both are choices.</para>
/// </remarks>
public static class PeriodReader
{
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;

    private static readonly FrozenSet<string> _continuous = new[]
    {
        "daueraufgabe", "dauer", "laufend", "fortlaufend", "kontinuierlich", "dauerhaft", "staendig", "permanent", "laufende aufgabe", "daueraufgaben", "stetig", "fortwaehrend", "langfristige daueraufgabe", "kontinuierliche aufgabe",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded text names a continuing task.</summary>
    internal static bool IsContinuous(string folded) => _continuous.Contains(folded);

    /// <summary>Reads a cell of days or periods.</summary>
    public static CellReading<Period> Read(WrittenCell cell, DateColumn column)
    {
        if (cell.Day is { } typed)
        {
            return PeriodOf.Understood(cell, Period.On(typed), column);
        }

        var folded = CellText.Fold(cell.Text);
        if (CellText.IsNothing(folded))
        {
            return CellReading.Empty<Period>(cell.Written);
        }

        if (IsContinuous(folded))
        {
            return CellReading.Understood(cell.Written, new Period { IsContinuous = true, IsOpenEnd = true, Precision = PeriodPrecision.None });
        }

        if (cell.Number is >= FirstSerial and <= LastSerial && cell.Number != decimal.Truncate(cell.Number.Value))
        {
            // A day with a time, which the concept does not know.
            var day = FromSerial(cell, (int)decimal.Truncate(cell.Number.Value), column);
            return day.Value is { } told ? CellReading.Partly(cell.Written, told, CellReasons.MoreText) : day;
        }

        return Serial(cell, folded) is { } serial ? FromSerial(cell, serial, column) : PeriodOf.Read(cell, folded, column);
    }

    private static int? Serial(WrittenCell cell, string folded) =>
        cell.Number is >= FirstSerial and <= LastSerial ? (int)decimal.Floor(cell.Number.Value)
        : cell.Number is null && folded.Length == 5 && int.TryParse(folded, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial ? serial
        : null;

    // A text file does not say from when it counts; both are four years apart.
    private static CellReading<Period> FromSerial(WrittenCell cell, int serial, DateColumn column)
    {
        var (since1900, since1904) = (new DateOnly(1899, 12, 30).AddDays(serial), new DateOnly(1904, 1, 1).AddDays(serial));
        return column.System switch
        {
            DateSystem.Since1900 => PeriodOf.Understood(cell, Period.On(since1900), column),
            DateSystem.Since1904 => PeriodOf.Understood(cell, Period.On(since1904), column),
            _ => CellReading.Unclear(cell.Written, CellReasons.SerialOrNumber, PeriodOf.WithDue(Period.On(since1900), column), PeriodOf.WithDue(Period.On(since1904), column)),
        };
    }
}
