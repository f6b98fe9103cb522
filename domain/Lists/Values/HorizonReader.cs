namespace Insek.Office.Domain.Lists;

/// <summary>A horizon that a list tells.</summary>
/// <param name="Horizon">Short, medium, long, or continuing.</param>
public sealed record HorizonMark(Horizon Horizon);

/// <summary>Reads horizons.</summary>
/// <remarks>
/// <para>Words in full, shortened ("kurzfr.", "mittelfr.") and as letters (k, m, l). Two horizons ("kurz- bis mittelfristig", "k/m") are unclear with both as choices.</para>
/// <para>A span of years ("0–3 Jahre", "bis 5 Jahre") is a horizon only where the list itself says so: beside the word in some cell, or because the
/// column knows exactly three spans that follow each other (<see cref="HorizonColumn"/>). No rule outside the list tells where "short" ends.</para>
/// </remarks>
public static class HorizonReader
{
    /// <summary>Reads a cell of horizons.</summary>
    public static CellReading<HorizonMark> Read(WrittenCell cell, HorizonColumn column)
    {
        var folded = CellText.Fold(cell.Text);
        if (CellText.IsNothing(folded))
        {
            return CellReading.Empty<HorizonMark>(cell.Written);
        }

        if (CellText.IsNotStated(folded))
        {
            return CellReading.Unclear<HorizonMark>(cell.Written, CellReasons.NotStated);
        }

        if (PeriodReader.IsContinuous(folded))
        {
            return CellReading.Understood(cell.Written, new HorizonMark(Horizon.Continuous));
        }

        var words = HorizonWords.Of(folded);
        return words.Horizons.Count switch
        {
            0 => Span(cell, folded, column),
            1 when words.IsAll => CellReading.Understood(cell.Written, new HorizonMark(words.Horizons[0])),
            1 when words.IsExplained => CellReading.Partly(cell.Written, new HorizonMark(words.Horizons[0]), CellReasons.MoreText),
            1 => CellReading.Unclear(cell.Written, CellReasons.MoreText, new HorizonMark(words.Horizons[0])),
            _ => CellReading.Unclear(cell.Written, CellReasons.SeveralHorizons, [.. words.Horizons.Select(horizon => new HorizonMark(horizon))]),
        };
    }

    private static CellReading<HorizonMark> Span(WrittenCell cell, string folded, HorizonColumn column)
    {
        if (folded is "sofort" or "sofortmassnahme" or "umgehend" or "unverzueglich")
        {
            return CellReading.Unclear(cell.Written, CellReasons.NotRecognised, new HorizonMark(Horizon.ShortTerm));
        }

        if (YearSpan.TryRead(folded) is not { } span)
        {
            return CellReading.Unclear<HorizonMark>(cell.Written, CellReasons.NotRecognised);
        }

        return column.Of(span) is { } horizon
            ? CellReading.Partly(cell.Written, new HorizonMark(horizon), CellReasons.HorizonInYears)
            : CellReading.Unclear(cell.Written, CellReasons.HorizonInYears, new HorizonMark(Horizon.ShortTerm), new HorizonMark(Horizon.MediumTerm), new HorizonMark(Horizon.LongTerm));
    }
}
