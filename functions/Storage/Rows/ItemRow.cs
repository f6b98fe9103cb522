using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>A goal or measure as it is now: row <c>goal_{id}</c> or <c>measure_{id}</c> in the concept's partition.</summary>
internal sealed class ItemRow : ITableEntity
{
    public const string GoalPrefix = "goal_";
    public const string MeasurePrefix = "measure_";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    [JsonIgnore]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonIgnore]
    public ETag ETag { get; set; }

    public string? ExternalId { get; set; }

    public int Revision { get; set; }

    public int Version { get; set; }

    public string State { get; set; } = "";

    /// <summary>The approval round the item is before.</summary>
    public string? Round { get; set; }

    public int? PresentedRevision { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    public string? Tracking { get; set; }

    public string Content0 { get; set; } = "";

    public string? Content1 { get; set; }

    public string? Content2 { get; set; }

    public string? Content3 { get; set; }

    public string? Content4 { get; set; }

    public string? Content5 { get; set; }

    public string? Content6 { get; set; }

    /// <summary>What a town hall's own list says of a measure besides.</summary>
    public string? Origin0 { get; set; }

    public string? Origin1 { get; set; }

    public string? Origin2 { get; set; }

    public string? Origin3 { get; set; }

    public string? Origin4 { get; set; }

    public string? Origin5 { get; set; }

    public static string Key(ItemKind kind, ItemId id) => (kind is ItemKind.Goal ? GoalPrefix : MeasurePrefix) + id.Value;

    public static ItemRow From(ConceptId concept, Goal goal) => From(concept, goal, StoredJson.Write(goal.Content, StoredJson.Default.GoalContent), tracking: null);

    public static ItemRow From(ConceptId concept, Measure measure) => From(
        concept,
        measure,
        StoredJson.Write(measure.Content, StoredJson.Default.MeasureContent),
        measure.Tracking == new Tracking() ? null : StoredJson.Write(measure.Tracking, StoredJson.Default.Tracking),
        measure.Origin is { } origin ? StoredJson.Write(origin, StoredJson.Default.MeasureOrigin) : null);

    public Goal ToGoal() => new(new ItemId(RowKey[GoalPrefix.Length..]), StoredJson.Read(ReadContent(), StoredJson.Default.GoalContent), new MemberId(RepeatedTexts.Share(ChangedBy)), ChangedAt, Revision, Version, Enum.Parse<ItemState>(State))
    {
        ExternalId = ExternalId,
        Round = ReadRound(),
        PresentedRevision = PresentedRevision,
    };

    public Measure ToMeasure() => new(new ItemId(RowKey[MeasurePrefix.Length..]), StoredJson.Read(ReadContent(), StoredJson.Default.MeasureContent), new MemberId(RepeatedTexts.Share(ChangedBy)), ChangedAt, Revision, Version, Enum.Parse<ItemState>(State))
    {
        ExternalId = ExternalId,
        Round = ReadRound(),
        PresentedRevision = PresentedRevision,
        Tracking = Tracking is null ? Domain.Tracking.Nothing : StoredJson.Read(Tracking, StoredJson.Default.Tracking),
        Origin = string.IsNullOrEmpty(Origin0) ? null : StoredJson.Read(string.Concat([Origin0, Origin1, Origin2, Origin3, Origin4, Origin5]), StoredJson.Default.MeasureOrigin),
    };

    public string ReadContent() => Content1 is null ? Content0 : string.Concat([Content0, Content1, Content2, Content3, Content4, Content5, Content6]);

    private RoundId? ReadRound() => Round is { Length: > 0 } round ? new RoundId(round) : null;

    private static ItemRow From<TItem, TContent>(ConceptId concept, ConceptItem<TItem, TContent> item, string content, string? tracking, string? origin = null)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent>
    {
        var parts = new string?[7];
        LongText.Spread(content, parts);
        var origins = new string?[6];
        LongText.Spread(origin ?? "", origins);
        return new ItemRow
        {
            PartitionKey = concept.Value,
            RowKey = Key(item.Kind, item.Id),
            ExternalId = item.ExternalId,
            Revision = item.Revision,
            Version = item.Version,
            State = item.State.ToString(),
            Round = item.Round?.Value,
            PresentedRevision = item.PresentedRevision,
            ChangedAt = item.ChangedAt,
            ChangedBy = item.ChangedBy.Value,
            Tracking = tracking,
            Content0 = parts[0] ?? "",
            Content1 = parts[1],
            Content2 = parts[2],
            Content3 = parts[3],
            Content4 = parts[4],
            Content5 = parts[5],
            Content6 = parts[6],
            Origin0 = origins[0],
            Origin1 = origins[1],
            Origin2 = origins[2],
            Origin3 = origins[3],
            Origin4 = origins[4],
            Origin5 = origins[5],
        };
    }
}
