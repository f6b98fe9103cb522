using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Mapping;

/// <summary>What a goal's document says, read.</summary>
/// <param name="Id">Its id; null where the document gives none.</param>
/// <param name="ExternalId">The number or key another list uses for it.</param>
/// <param name="Content">What it says.</param>
/// <param name="State">Its state; null where the document gives none.</param>
internal sealed record GoalParts(ItemId? Id, string? ExternalId, GoalContent Content, ItemState? State);

/// <summary>Goals between contract and domain.</summary>
internal static class GoalMapping
{
    public static GoalDocument ToDocument(this Goal goal) => new()
    {
        Id = goal.Id.Value,
        ExternalId = goal.ExternalId,
        Sector = goal.Content.Sector.Value,
        Number = goal.Content.Number,
        Title = goal.Content.Title,
        FocusAreas = goal.Content.FocusAreas,
        NonExhaustive = goal.Content.NonExhaustive,
        SpatialFocus = [.. goal.Content.SpatialFocus.Select(ToDocument)],
        Principles = [.. goal.Content.Principles.Select(principle => principle.Value)],
        State = ParameterValue.Of(goal.State),
        Source = goal.Content.Source == new GoalSource() ? null : ToDocument(goal.Content.Source),
    };

    /// <summary>Reads a goal. What it refers to is not looked up here: that is <see cref="ConceptSnapshot.CheckReferences(GoalContent)"/>.</summary>
    /// <returns>The parts; or <see cref="InvalidContent"/> with every problem.</returns>
    public static Result<GoalParts> ToDomain(this GoalDocument document)
    {
        var reader = new ContentReader();
        var id = reader.Id("id", document.Id);
        var externalId = ContentReader.Text(document.ExternalId);
        reader.Add(HeadRules.CheckExternalId(externalId));
        reader.CheckCount("spatialFocus", document.SpatialFocus.Count);
        var content = new GoalContent
        {
            Sector = reader.Sector(document.Sector),
            Number = document.Number,
            Title = document.Title ?? "",
            FocusAreas = ContentReader.Texts(document.FocusAreas),
            NonExhaustive = document.NonExhaustive,
            SpatialFocus = document.SpatialFocus.Select(focus => ReadFocus(reader, focus)).ToValueList(),
            Principles = reader.Principles(document.Principles),
            Source = ReadSource(reader, document.Source),
        };
        reader.Add(content.Check());
        reader.Add(HeadRules.CheckQualifiers(content));
        return reader.Result(new GoalParts(id, externalId, content, reader.Value<ItemState>("state", document.State)));
    }

    private static SpatialFocusDocument ToDocument(SpatialFocus focus) => new()
    {
        Name = focus.Name,
        Area = focus.Area?.Value,
        Places = focus.Places,
        PlacesQualifier = focus.PlacesQualifier,
    };

    private static GoalSourceDocument ToDocument(GoalSource source) => new()
    {
        Place = source.Place,
        Text = source.Text,
        NumberLegible = source.NumberLegible,
        DuplicateOf = source.DuplicateOf?.Value,
    };

    private static SpatialFocus ReadFocus(ContentReader reader, SpatialFocusDocument? focus) =>
        new(focus?.Name ?? "", ContentReader.Text(focus?.Area) is { } area ? reader.Area("spatialFocus", area) : null)
        {
            Places = ContentReader.Texts(focus?.Places ?? []),
            PlacesQualifier = ContentReader.Text(focus?.PlacesQualifier),
        };

    private static GoalSource ReadSource(ContentReader reader, GoalSourceDocument? source) => source is null ? new GoalSource() : new GoalSource
    {
        Place = ContentReader.Text(source.Place),
        Text = ContentReader.Text(source.Text),
        NumberLegible = source.NumberLegible,
        DuplicateOf = reader.Id("source.duplicateOf", source.DuplicateOf),
    };
}
