using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>What a row says of its measure, field by field as the cells are read.</summary>
internal sealed class ListedMeasure
{
    private int _known;

    public MeasureNumber? Number { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? Owner { get; set; }

    /// <summary>Those whom the cell of the owner names besides.</summary>
    public IReadOnlyList<string> BesideOwner { get; set; } = [];

    public IReadOnlyList<string> Partners { get; set; } = [];

    public Priority? Priority { get; set; }

    public Horizon? Horizon { get; set; }

    public decimal? CostEuro { get; set; }

    public string? CostNote { get; set; }

    public string? Funding { get; set; }

    public ItemState? State { get; set; }

    public int? Progress { get; set; }

    public DateOnly? Due { get; set; }

    public string? NextStep { get; set; }

    public decimal? ActualCostEuro { get; set; }

    public string? Deputy { get; set; }

    public bool IsKeyMeasure { get; set; }

    /// <summary>The planning areas; empty means everywhere.</summary>
    public IReadOnlyList<AreaId> Areas { get; set; } = [];

    /// <summary>Notes that the list says what a field holds, be it nothing.</summary>
    public void Know(ListField field) => _known |= 1 << (int)field;

    public bool Knows(ListField field) => (_known & (1 << (int)field)) != 0;

    /// <summary>The measure as a document: what the list says, over what is there.</summary>
    public MeasureDocument Over(MeasureDocument present, string? externalId, string? sector, OriginDocument origin)
    {
        return present with
        {
            ExternalId = externalId ?? present.ExternalId,
            Sector = sector ?? present.Sector,
            Title = Title ?? present.Title,
            Description = Knows(ListField.Description) ? Description : present.Description,
            Kind = Knows(ListField.Areas) ? ParameterValue.Of(Areas.Count > 0 ? MeasureKind.AreaSpecific : MeasureKind.General) : present.Kind,
            Areas = !Knows(ListField.Areas) ? present.Areas : Areas.Count switch { 0 => [], 1 => [Areas[0].Value], _ => [.. Areas.Select(area => area.Value)] },
            Owner = Knows(ListField.Owner) ? Owner : present.Owner,
            Partners = Knows(ListField.Partners) || BesideOwner.Count > 0 ? AllPartners() : present.Partners,
            Priority = Knows(ListField.Priority) ? Name(Priority) : present.Priority,
            Horizon = Knows(ListField.Horizon) ? Name(Horizon) : present.Horizon,
            CostEuro = Knows(ListField.Cost) ? CostEuro : present.CostEuro,
            CostNote = Knows(ListField.Cost) ? CostNote : present.CostNote,
            Funding = Knows(ListField.Funding) ? Funding : present.Funding,
            IsKeyMeasure = Knows(ListField.KeyMeasure) ? IsKeyMeasure : present.IsKeyMeasure,
            Due = Knows(ListField.Due) ? Due : present.Due,
            State = State is { } state ? ParameterValue.Of(state) : null,
            Progress = Progress ?? present.Progress,
            NextStep = Knows(ListField.NextStep) ? NextStep : present.NextStep,
            ActualCostEuro = Knows(ListField.ActualCost) ? ActualCostEuro : present.ActualCostEuro,
            Deputy = Knows(ListField.Deputy) ? Deputy : present.Deputy,
            Origin = origin,
        };
    }

    private IReadOnlyList<string> AllPartners() => Partners.Count + BesideOwner.Count <= 1
        ? Partners.Count == 1 ? Partners : BesideOwner
        : Partners.Concat(BesideOwner).Distinct().ToArray();

    private static string? Name<T>(T? value)
        where T : struct, Enum => value is { } known ? ParameterValue.Of(known) : null;
}
