using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Planning areas and offices.</summary>
internal sealed partial class FieldReaders
{
    private Func<WrittenCell, FieldReading> Area(HeadedColumn column)
    {
        // A street or a place is hardly ever a planning area: asking for each would help nobody.
        var isAsked = column.Heading.Key.Contains("gebiet", StringComparison.Ordinal) || column.Heading.Key.Contains("teil", StringComparison.Ordinal) || column.Heading.Key.Contains("quartier", StringComparison.Ordinal) || column.Heading.Key.Contains("raum", StringComparison.Ordinal);
        return cell =>
        {
            var reading = Map(cell, ListField.Areas, AreaReader.Read(cell, known.Areas), marks => Taken(marks.Areas), marks => Choice(marks.Areas));
            return reading.Understanding is not CellUnderstanding.Unclear ? reading
                : !isAsked && reading.Choices.Count == 0 ? reading with { IsAsked = false }
                : reading with { Choices = [.. reading.Choices.Concat(known.AreasById.Values.Take(30).Select(area => new ListChoice(area.Id.Value, area.Label))).DistinctBy(choice => choice.Value)] };
        };
    }

    private (Action<ListedMeasure> Set, string Shown) Taken(IReadOnlyList<AreaId> areas)
    {
        AreaId[] particular = [.. areas.Where(area => known.AreasById.GetValueOrDefault(area)?.Scope is not AreaScope.WholeTown)];
        return (measure => measure.Areas = particular, string.Join(", ", areas.Select(Label)));
    }

    private ListChoice Choice(IReadOnlyList<AreaId> areas) => new(ListCell.Join(areas.Select(area => area.Value)) ?? "", string.Join(", ", areas.Select(Label)));

    private string Label(AreaId area) => known.AreasById.GetValueOrDefault(area)?.Label ?? area.Value;

    private Func<WrittenCell, FieldReading> Owner() => cell =>
    {
        var firstLeads = known.Decisions.Mapping.FirstOwnerLeads;
        var reading = OfficeReader.ReadOwner(cell, offices.Value, firstLeads is true);
        if (reading is { Understanding: CellUnderstanding.Unclear, Reason: CellReasons.SeveralOwners } && firstLeads is false)
        {
            var whole = CellText.Clean(cell.Text);
            return Map(cell, ListField.Owner, CellReading.Understood(cell.Written, new Responsibility(whole, [])), Taken, Choice);
        }

        return Map(cell, ListField.Owner, reading, Taken, Choice) with { AskedOnce = reading.Reason == CellReasons.SeveralOwners ? "first-owner" : null };
    };

    private static (Action<ListedMeasure> Set, string Shown) Taken(Responsibility who) =>
        (measure => (measure.Owner, measure.BesideOwner) = (who.Owner, who.Partners), who.Partners.Count == 0 ? who.Owner : $"{who.Owner} (+ {string.Join("; ", who.Partners)})");

    private static ListChoice Choice(Responsibility who) => new(ListCell.Join(who.Partners.Prepend(who.Owner)) ?? "", who.Partners.Count == 0 ? who.Owner : $"{who.Owner} | {string.Join(" | ", who.Partners)}");

    private Func<WrittenCell, FieldReading> Partners() => cell =>
        Map(cell, ListField.Partners, OfficeReader.Read(cell, offices.Value), who => Taken(who.Names), who => new ListChoice(ListCell.Join(who.Names) ?? "", string.Join(" | ", who.Names)));

    private static (Action<ListedMeasure> Set, string Shown) Taken(IReadOnlyList<string> names) => (measure => measure.Partners = names, string.Join(" | ", names));
}
