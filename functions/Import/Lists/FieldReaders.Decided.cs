using System.Globalization;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Cells that a person has decided about.</summary>
internal sealed partial class FieldReaders
{
    private FieldReading? Decided(ListField field, WrittenCell cell)
    {
        // A number in front of a title has choices of its own; a sector concept is decided by its text wherever it stands.
        if (field is ListField.NumberAndTitle or ListField.Title or ListField.Description or ListField.Sector or ListField.Begin || known.Decisions.Value(field is ListField.Progress ? ListField.State : field, cell.Written) is not { } decision)
        {
            return null;
        }

        if (decision.Value is not { } value)
        {
            return new FieldReading(cell.Written, CellUnderstanding.Unclear) { Reason = "decided-as-written" };
        }

        if (Parse(field, value) is { } parsed)
        {
            // What the person said stands in the field; the original stays beside it, as it does with everything that was not beyond doubt.
            return Understood(cell, field is ListField.Progress ? ListField.State : field, parsed.Set, parsed.Shown) with { Understanding = CellUnderstanding.Partly, Reason = "decided" };
        }

        known.Decisions.Refuse(decision);
        return null;
    }

    private (Action<ListedMeasure> Set, string Shown)? Parse(ListField field, string value) => field switch
    {
        ListField.Number => MeasureNumber.TryParse(value) is { } number ? (measure => measure.Number = number, number.Text) : null,
        ListField.Areas => Ids(value) is { Count: > 0 } areas ? Taken(areas) : null,
        ListField.Owner => ListCell.Split(value) is { Count: > 0 } who ? Taken(new Responsibility(who[0], who.Skip(1).ToValueList())) : null,
        ListField.Partners => Taken(ListCell.Split(value)),
        ListField.Priority => ParameterValue.Parse<Priority>(value) is { } priority ? (measure => measure.Priority = priority, MeasureColumnTexts.Of(priority)) : null,
        ListField.Horizon => ParameterValue.Parse<Horizon>(value) is { } horizon ? Taken(new TimeFrame(horizon, null), takesDue: false)
            : Day(value) is { } due ? (measure => TakeDecidedDue(measure, due), German(due)) : null,
        ListField.Cost => Euro(value) is { } euro ? (measure => (measure.CostEuro, measure.CostNote) = (euro, null), euro.ToString("#,0.## €", _german)) : null,
        ListField.ActualCost => Euro(value) is { } spent ? (measure => measure.ActualCostEuro = spent, spent.ToString("#,0.## €", _german)) : null,
        ListField.State or ListField.Progress => Status(value) is { } status ? Taken(status) : null,
        ListField.Due => Day(value) is { } day ? (measure => measure.Due = day, German(day)) : null,
        ListField.KeyMeasure => value is "true" or "false" ? (measure => measure.IsKeyMeasure = value == "true", Shown(new Flag(value == "true"))) : null,
        ListField.Funding => (measure => measure.Funding = value, value),
        ListField.NextStep => (measure => measure.NextStep = value, value),
        ListField.Deputy => (measure => measure.Deputy = value, value),
        _ => null,
    };

    private List<AreaId> Ids(string value) =>
        [.. ListCell.Split(value).Where(Identifier.IsValid).Select(text => new AreaId(text)).Where(known.AreasById.ContainsKey)];

    private static void TakeDecidedDue(ListedMeasure measure, DateOnly due)
    {
        measure.Due = due;
        measure.Know(ListField.Due);
    }

    private static StatusMark? Status(string value)
    {
        var parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int? progress = parts.Length > 0 && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent : null;
        var state = parts.Length > 0 ? ParameterValue.Parse<ItemState>(parts[0]) : null;
        var isOurs = state is null or ItemState.Draft or ItemState.InProgress or ItemState.Done or ItemState.Deferred or ItemState.Rejected;
        return isOurs && (state is not null || progress is not null) && parts.Length == (state is null ? 0 : 1) + (progress is null ? 0 : 1) ? new StatusMark(state, progress) : null;
    }

    private static decimal? Euro(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euro) ? euro : null;

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
