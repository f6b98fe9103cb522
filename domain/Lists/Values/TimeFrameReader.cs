namespace Insek.Office.Domain.Lists;

/// <summary>When a measure is to be carried out, as a horizon, a period, or both.</summary>
/// <param name="Horizon">The horizon; null where the list tells none. A continuing task has one.</param>
/// <param name="Period">The period; null where the list tells none.</param>
public sealed record TimeFrame(Horizon? Horizon, Period? Period);

/// <summary>Reads columns such as "Zeithorizont", "Zeitrahmen" and "Umsetzungszeitraum", which hold horizons in one list and years in the next, or both in one cell.</summary>
public static class TimeFrameReader
{
    // A word belongs to the period behind it.
    private static readonly string[] _joints = ["(", ",", ";", ":", "\n", " / ", " bis ", " ab ", " seit "];

    /// <summary>Reads a cell as a horizon, else as a period, else as both, parted by a bracket, comma, colon, line break, "bis" or "ab".</summary>
    public static CellReading<TimeFrame> Read(WrittenCell cell, HorizonColumn horizons, DateColumn dates)
    {
        var horizon = HorizonReader.Read(cell, horizons);
        if (horizon.Understanding is CellUnderstanding.Empty or CellUnderstanding.Understood)
        {
            return Map(horizon, mark => new TimeFrame(mark.Horizon, null));
        }

        var period = PeriodReader.Read(cell, dates);
        if (period.Value is null && Both(cell, horizons, dates) is { } both)
        {
            return both;
        }

        return period.Value is not null || (period.Choices.Count > 0 && horizon.Value is null)
            ? Map(period, told => new TimeFrame(told.IsContinuous ? Domain.Horizon.Continuous : null, told))
            : Map(horizon, mark => new TimeFrame(mark.Horizon, null));
    }

    private static CellReading<TimeFrame>? Both(WrittenCell cell, HorizonColumn horizons, DateColumn dates)
    {
        var lines = CellText.CleanLines(cell.Text);
        foreach (var joint in _joints)
        {
            var at = lines.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0)
            {
                var (first, second) = (lines[..at], lines[(joint.Length > 3 ? at : at + joint.Length)..].Trim(' ', ')', '\n'));
                if ((Pair(cell, first, second, horizons, dates) ?? Pair(cell, second, first, horizons, dates)) is { } both)
                {
                    return both;
                }
            }
        }

        return null;
    }

    private static CellReading<TimeFrame>? Pair(WrittenCell cell, string horizon, string period, HorizonColumn horizons, DateColumn dates) =>
        HorizonReader.Read(horizon, horizons) is { Understanding: CellUnderstanding.Understood, Value: { } mark } && PeriodReader.Read(period, dates) is { Value: { } told } reading
            ? CellReading.Partly(cell.Written, new TimeFrame(mark.Horizon, told), reading.Reason ?? CellReasons.MoreText)
            : null;

    private static CellReading<TimeFrame> Map<T>(CellReading<T> reading, Func<T, TimeFrame> map)
        where T : class => reading.Understanding switch
        {
            CellUnderstanding.Empty => CellReading.Empty<TimeFrame>(reading.Written),
            CellUnderstanding.Understood => CellReading.Understood(reading.Written, map(reading.Value!)),
            CellUnderstanding.Partly => CellReading.Partly(reading.Written, map(reading.Value!), reading.Reason!, reading.Remark),
            _ => CellReading.Unclear(reading.Written, reading.Reason!, [.. reading.Choices.Select(map)]),
        };
}
