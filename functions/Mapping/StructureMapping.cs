using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Mapping;

/// <summary>Planning areas, sector concepts and reported counts between contract and domain.</summary>
internal static class StructureMapping
{
    public static AreaDocument ToDocument(this PlanningArea area) => new()
    {
        Id = area.Id.Value,
        Code = area.Code,
        Name = area.Name,
        Scope = ParameterValue.Of(area.Scope),
    };

    public static SectorDocument ToDocument(this SectorConcept sector) => new()
    {
        Key = sector.Key.Value,
        Name = sector.Name,
        LongName = sector.LongName,
        SourceTitle = sector.SourceTitle,
        PresentationOrder = sector.PresentationOrder,
        Reported = sector.Reported.ToDocument(),
    };

    public static ReportedCountsDocument? ToDocument(this ReportedCounts counts) => !counts.IsStated ? null : new ReportedCountsDocument
    {
        Goals = ToDocument(counts.Goals),
        GeneralMeasures = ToDocument(counts.GeneralMeasures),
        AreaMeasures = ToDocument(counts.AreaMeasures),
    };

    /// <summary>Reads an area.</summary>
    /// <param name="document">What was sent.</param>
    /// <param name="order">Its place among the areas, from 1.</param>
    /// <returns>The area; or <see cref="InvalidContent"/> with every problem.</returns>
    public static Result<PlanningArea> ToDomain(this AreaDocument document, int order)
    {
        var reader = new ContentReader();
        var id = RequireId(reader, "id", document.Id);
        var area = new PlanningArea(
            id is null ? default : new AreaId(id),
            order,
            ContentReader.Text(document.Code),
            document.Name ?? "",
            reader.Value<AreaScope>("scope", document.Scope) ?? AreaScope.PlanningArea);
        reader.Add(HeadRules.Check(area));
        return reader.Result(area);
    }

    /// <summary>Reads a sector concept.</summary>
    /// <param name="document">What was sent.</param>
    /// <param name="order">Its place among the sector concepts, from 1.</param>
    /// <returns>The sector concept; or <see cref="InvalidContent"/> with every problem.</returns>
    public static Result<SectorConcept> ToDomain(this SectorDocument document, int order)
    {
        var reader = new ContentReader();
        var key = RequireId(reader, "key", document.Key);
        var sector = new SectorConcept
        {
            Key = key is null ? default : new SectorKey(key),
            Order = order,
            Name = document.Name ?? "",
            LongName = ContentReader.Text(document.LongName),
            SourceTitle = ContentReader.Text(document.SourceTitle),
            PresentationOrder = document.PresentationOrder,
            Reported = document.Reported.ToDomain(),
        };
        reader.Add(HeadRules.Check(sector));
        return reader.Result(sector);
    }

    public static ReportedCounts ToDomain(this ReportedCountsDocument? document) => document is null ? ReportedCounts.None : new ReportedCounts(
        ToDomain(document.Goals),
        ToDomain(document.GeneralMeasures),
        ToDomain(document.AreaMeasures));

    private static ReportedCountDocument? ToDocument(ReportedCount count) => count.IsStated ? new ReportedCountDocument(count.Value, count.Status) : null;

    private static ReportedCount ToDomain(ReportedCountDocument? document) =>
        document is null ? ReportedCount.None : new ReportedCount(document.Value, ContentReader.Text(document.Status));

    private static string? RequireId(ContentReader reader, string field, string? text)
    {
        if (Identifier.IsValid(text))
        {
            return text;
        }

        reader.Add(field, ContentReader.Text(text) is null ? "required" : "invalid-id", text);
        return null;
    }
}
