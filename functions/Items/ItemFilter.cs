using System.Globalization;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Items;

/// <summary>Which goals or measures are asked for.</summary>
internal sealed record ItemFilter
{
    private static readonly CompareInfo _german = CultureInfo.GetCultureInfo("de-DE").CompareInfo;

    public SectorKey? Sector { get; init; }

    public AreaId? Area { get; init; }

    public MeasureKind? Kind { get; init; }

    public IReadOnlyList<ItemState>? States { get; init; }

    public bool? IsKeyMeasure { get; init; }

    /// <summary>Looked for in id, external id, title, description and owner, whatever the case and accents.</summary>
    public string? Text { get; init; }

    /// <summary>Changed at this instant or later.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    public bool Takes(Goal goal) =>
        TakesCommon(goal.Content.Sector, goal.State, goal.ChangedAt)
        && (Area is not { } area || goal.Content.SpatialFocus.Any(focus => focus.Area == area))
        && (Text is null || Has(goal.Id.Value) || Has(goal.ExternalId) || Has(goal.Content.Title) || goal.Content.FocusAreas.Any(Has));

    public bool Takes(Measure measure, ConceptSnapshot concept) =>
        TakesCommon(measure.Content.Sector, measure.State, measure.ChangedAt)
        && (Kind is null || Kind == measure.Content.Kind)
        && (IsKeyMeasure is null || IsKeyMeasure == measure.Content.IsKeyMeasure)
        && (Area is not { } area || concept.AreasOf(measure).Contains(area))
        && (Text is null || Has(measure.Id.Value) || Has(measure.ExternalId) || Has(measure.Content.Title) || Has(measure.Content.Description) || Has(measure.Content.Owner));

    private bool TakesCommon(SectorKey sector, ItemState state, DateTimeOffset changedAt) =>
        (Sector is null || Sector == sector) && (States is null || States.Contains(state)) && (ChangedSince is null || changedAt >= ChangedSince);

    private bool Has(string? text) => text is not null && _german.IndexOf(text, Text!, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
