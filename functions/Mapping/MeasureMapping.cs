using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Mapping;

/// <summary>What a measure's document says, read.</summary>
/// <param name="Id">Its id; null where the document gives none.</param>
/// <param name="ExternalId">The number or key another list uses for it.</param>
/// <param name="Content">What it says.</param>
/// <param name="Tracking">What has become of it.</param>
/// <param name="State">Its state; null where the document gives none.</param>
internal sealed record MeasureParts(ItemId? Id, string? ExternalId, MeasureContent Content, Tracking Tracking, ItemState? State)
{
    /// <summary>Where in a town hall's own list it stands; null where the document does not say.</summary>
    public MeasureOrigin? Origin { get; init; }
}

/// <summary>Measures between contract and domain.</summary>
internal static class MeasureMapping
{
    public static MeasureDocument ToDocument(this Measure measure)
    {
        var content = measure.Content;
        return new MeasureDocument
        {
            Id = measure.Id.Value,
            ExternalId = measure.ExternalId,
            Sector = content.Sector.Value,
            Goal = content.Goal?.Value,
            Kind = ParameterValue.Of(content.Kind),
            Areas = [.. content.Areas.Select(area => area.Value)],
            Title = content.Title,
            Description = content.Description,
            Owner = content.Owner,
            Partners = content.Partners,
            Priority = content.Priority is { } priority ? ParameterValue.Of(priority) : null,
            Horizon = content.Horizon is { } horizon ? ParameterValue.Of(horizon) : null,
            CostEuro = content.CostEuro,
            CostNote = content.CostNote,
            Funding = content.Funding,
            IsKeyMeasure = content.IsKeyMeasure,
            Principles = [.. content.Principles.Select(principle => principle.Value)],
            Due = content.Due,
            Source = content.Source,
            SourcePlace = content.SourcePlace,
            State = ParameterValue.Of(measure.State),
            Progress = measure.Tracking.Progress,
            NextStep = measure.Tracking.NextStep,
            ActualCostEuro = measure.Tracking.ActualCostEuro,
            Deputy = measure.Tracking.Deputy,
            Origin = measure.Origin is { } origin ? ToDocument(origin) : null,
        };
    }

    /// <summary>Reads a measure. What it refers to is not looked up here: that is <see cref="ConceptSnapshot.CheckReferences(MeasureContent)"/>.</summary>
    /// <returns>The parts; or <see cref="InvalidContent"/> with every problem.</returns>
    public static Result<MeasureParts> ToDomain(this MeasureDocument document)
    {
        var reader = new ContentReader();
        var id = reader.Id("id", document.Id);
        var externalId = ContentReader.Text(document.ExternalId);
        reader.Add(HeadRules.CheckExternalId(externalId));
        var content = ReadContent(reader, document);
        reader.Add(content.Check());
        var tracking = ReadTracking(document);
        reader.Add(tracking.Check());
        var origin = document.Origin is { } listed ? ToDomain(listed) : null;
        reader.Add(origin?.Check() ?? []);
        return reader.Result(new MeasureParts(id, externalId, content, tracking, reader.Value<ItemState>("state", document.State)) { Origin = origin });
    }

    private static OriginDocument ToDocument(MeasureOrigin origin) => new()
    {
        List = origin.List,
        Sheet = origin.Sheet,
        Row = origin.Row,
        Cells = [.. origin.Cells.Select(cell => new OriginCellDocument(cell.Heading, cell.Text))],
    };

    private static MeasureOrigin ToDomain(OriginDocument origin) => new()
    {
        List = origin.List ?? "",
        Sheet = ContentReader.Text(origin.Sheet),
        Row = origin.Row,
        Cells = ValueList.Create(origin.Cells, static cell => new OriginCell(cell?.Heading ?? "", cell?.Text ?? "")),
    };

    // Of most measures in a list nothing is known yet.
    private static Tracking ReadTracking(MeasureDocument document)
    {
        var (nextStep, deputy) = (ContentReader.Text(document.NextStep), ContentReader.Text(document.Deputy));
        return document.Progress == 0 && nextStep is null && document.ActualCostEuro is null && deputy is null
            ? Tracking.Nothing
            : new Tracking { Progress = document.Progress, NextStep = nextStep, ActualCostEuro = document.ActualCostEuro, Deputy = deputy };
    }

    private static MeasureContent ReadContent(ContentReader reader, MeasureDocument document) => new()
    {
        Sector = reader.Sector(document.Sector),
        Goal = reader.Id("goal", document.Goal, "unknown-goal"),
        Kind = reader.Value<MeasureKind>("kind", document.Kind) ?? MeasureKind.General,
        Areas = reader.Areas("areas", document.Areas),
        Title = document.Title ?? "",
        Description = ContentReader.Text(document.Description),
        Owner = ContentReader.Text(document.Owner),
        Partners = ContentReader.Texts(document.Partners),
        Priority = reader.Value<Priority>("priority", document.Priority),
        Horizon = reader.Value<Horizon>("horizon", document.Horizon),
        CostEuro = document.CostEuro,
        CostNote = ContentReader.Text(document.CostNote),
        Funding = ContentReader.Text(document.Funding),
        IsKeyMeasure = document.IsKeyMeasure,
        Principles = reader.Principles(document.Principles),
        Due = document.Due,
        Source = ContentReader.Text(document.Source),
        SourcePlace = ContentReader.Text(document.SourcePlace),
    };
}
