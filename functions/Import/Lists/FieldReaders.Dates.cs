using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Days and periods.</summary>
internal sealed partial class FieldReaders
{
    private Func<WrittenCell, FieldReading> TimeFrameOf(HeadedColumn column)
    {
        var horizons = HorizonColumn.Learn(column.Heading.Written, DistinctCells(column.Place));
        var dates = new DateColumn(order.Value, known.Dates, DateRole.Span);
        var takesDue = header.PlaceOf(ListField.Due) is null;
        return cell =>
        {
            var reading = TimeFrameReader.Read(cell, horizons, dates);
            return Map(cell, ListField.Horizon, reading, frame => Taken(frame, takesDue), frame => Choice(frame, takesDue)) with { AskedOnce = AskedOnce(reading.Reason) };
        };
    }

    private Func<WrittenCell, FieldReading> DueOf()
    {
        var dates = new DateColumn(order.Value, known.Dates, DateRole.End);
        return cell =>
        {
            var reading = PeriodReader.Read(cell, dates);
            return Map(cell, ListField.Due, reading, period => (measure => TakeDue(measure, period), Shown(period)), period => period.Due is { } due ? new ListChoice(Iso(due), German(due)) : null) with { AskedOnce = AskedOnce(reading.Reason) };
        };
    }

    // A measure has no field for its beginning: shown as read, kept as written.
    private Func<WrittenCell, FieldReading> BeginOf()
    {
        var dates = new DateColumn(order.Value, known.Dates, DateRole.Begin);
        return cell => PeriodReader.Read(cell, dates) is { Understanding: not CellUnderstanding.Empty } reading
            ? new FieldReading(cell.Written, CellUnderstanding.Partly) { Shown = reading.Value is { } period ? Shown(period) : null, Reason = "begin-kept" }
            : new FieldReading(cell.Written, CellUnderstanding.Empty);
    }

    private static (Action<ListedMeasure> Set, string Shown) Taken(TimeFrame frame, bool takesDue) => (
        measure =>
        {
            measure.Horizon = frame.Horizon;
            if (takesDue)
            {
                measure.Due = frame.Period?.Due;
                measure.Know(ListField.Due);
            }
        },
        string.Join(", ", new[] { frame.Horizon is { } horizon ? MeasureColumnTexts.Of(horizon) : null, frame.Period is { IsContinuous: false } period ? Shown(period) : null }.OfType<string>()));

    private static ListChoice? Choice(TimeFrame frame, bool takesDue) =>
        frame.Horizon is { } horizon ? new ListChoice(ParameterValue.Of(horizon), MeasureColumnTexts.Of(horizon))
        : takesDue && frame.Period?.Due is { } due ? new ListChoice(Iso(due), German(due))
        : null;

    private static void TakeDue(ListedMeasure measure, Period period)
    {
        measure.Due = period.Due;
        if (period.IsContinuous && !measure.Knows(ListField.Horizon))
        {
            measure.Horizon = Horizon.Continuous;
            measure.Know(ListField.Horizon);
        }
    }

    private static string Shown(Period period) => period switch
    {
        { IsContinuous: true } => MeasureColumnTexts.Of(Horizon.Continuous),
        { Due: { } due } => German(due),
        { From: { } from, To: { } to } => from == to ? German(from) : $"{German(from)} – {German(to)}",
        { From: { } from } => $"{German(from)} –",
        { To: { } to } => $"– {German(to)}",
        _ => "",
    };

    private static string? AskedOnce(string? reason) => reason == CellReasons.DateOrderUnclear ? "date-order" : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string German(DateOnly day) => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
