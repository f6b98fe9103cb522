using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>A sector concept or planning area: row <c>sector_{key}</c> or <c>area_{id}</c> in the concept's partition.</summary>
internal sealed class PartRow : ITableEntity
{
    public const string SectorPrefix = "sector_";
    public const string AreaPrefix = "area_";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    [JsonIgnore]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonIgnore]
    public ETag ETag { get; set; }

    public string Content { get; set; } = "";

    public static PartRow From(ConceptId concept, SectorConcept sector) => new()
    {
        PartitionKey = concept.Value,
        RowKey = SectorPrefix + sector.Key.Value,
        Content = StoredJson.Write(sector, StoredJson.Default.SectorConcept),
    };

    public static PartRow From(ConceptId concept, PlanningArea area) => new()
    {
        PartitionKey = concept.Value,
        RowKey = AreaPrefix + area.Id.Value,
        Content = StoredJson.Write(area, StoredJson.Default.PlanningArea),
    };

    public SectorConcept ToSector() => StoredJson.Read(Content, StoredJson.Default.SectorConcept);

    public PlanningArea ToArea() => StoredJson.Read(Content, StoredJson.Default.PlanningArea);
}
