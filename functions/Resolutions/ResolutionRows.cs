using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Resolutions;

/// <summary>How far a resolution has been carried out.</summary>
internal enum ResolutionState
{
    /// <summary>Accepted as a whole and being carried out, item by item.</summary>
    Recording,

    /// <summary>Carried out.</summary>
    Recorded,
}

/// <summary>A resolution of the council: row <c>resolution_{id}</c> in the concept's partition.</summary>
internal sealed class ResolutionRow : ITableEntity
{
    public const string Prefix = "resolution_";

    /// <summary>What is needed to see whether a number is taken or a resolution is on its way.</summary>
    public static readonly string[] StatusColumns = [nameof(RowKey), nameof(Number), nameof(State)];

    private const int Parts = 12;

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    /// <summary>The next item to carry it out on, from 0.</summary>
    public int Next { get; set; }

    public string RecordedBy { get; set; } = "";

    public DateTimeOffset RecordedAt { get; set; }

    public string Content0 { get; set; } = "";

    public string? Content1 { get; set; }

    public string? Content2 { get; set; }

    public string? Content3 { get; set; }

    public string? Content4 { get; set; }

    public string? Content5 { get; set; }

    public string? Content6 { get; set; }

    public string? Content7 { get; set; }

    public string? Content8 { get; set; }

    public string? Content9 { get; set; }

    public string? Content10 { get; set; }

    public string? Content11 { get; set; }

    public static string Key(ResolutionId id) => Prefix + id.Value;

    public ResolutionId ReadId() => new(RowKey[Prefix.Length..]);

    public bool IsRecording() => State == nameof(ResolutionState.Recording);

    public static ResolutionRow From(ConceptId concept, CouncilResolution resolution, int next)
    {
        var stored = new StoredResolution(
            resolution.Date,
            resolution.Title,
            [.. resolution.Decisions.Select(decision => new StoredDecision(decision.Item.Value, decision.Revision, decision.Result, decision.Amendment))]);
        var parts = new string?[Parts];
        LongText.Spread(StoredJson.Write(stored, ResolutionJson.Default.StoredResolution), parts);
        return new ResolutionRow
        {
            PartitionKey = concept.Value,
            RowKey = Key(resolution.Id),
            Number = resolution.Number,
            State = StateAt(resolution, next),
            Next = next,
            RecordedBy = resolution.RecordedBy.Value,
            RecordedAt = resolution.RecordedAt,
            Content0 = parts[0] ?? "",
            Content1 = parts[1],
            Content2 = parts[2],
            Content3 = parts[3],
            Content4 = parts[4],
            Content5 = parts[5],
            Content6 = parts[6],
            Content7 = parts[7],
            Content8 = parts[8],
            Content9 = parts[9],
            Content10 = parts[10],
            Content11 = parts[11],
        };
    }

    public CouncilResolution ToResolution()
    {
        var stored = StoredJson.Read(
            string.Concat([Content0, Content1, Content2, Content3, Content4, Content5, Content6, Content7, Content8, Content9, Content10, Content11]),
            ResolutionJson.Default.StoredResolution);
        return new CouncilResolution
        {
            Id = ReadId(),
            Number = Number,
            Date = stored.Date,
            Title = stored.Title,
            Decisions = stored.Decisions.Select(decision => new CouncilDecision(new ItemId(decision.Item), decision.Revision, decision.Result, decision.Amendment)).ToValueList(),
            RecordedBy = new MemberId(RecordedBy),
            RecordedAt = RecordedAt,
        };
    }

    public static string StateAt(CouncilResolution resolution, int next) =>
        (next < resolution.Decisions.Count ? ResolutionState.Recording : ResolutionState.Recorded).ToString();
}

/// <summary>Records how far a resolution has been carried out, and nothing else, by a merge.</summary>
internal sealed class ResolutionProgressRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string State { get; set; } = "";

    public int Next { get; set; }
}

/// <summary>Records an item's new state, and nothing else, by a merge: a hundred whole items may be more than a transaction holds.</summary>
internal sealed class ItemMoveRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string State { get; set; } = "";

    /// <summary>Empty: a merge cannot clear a property.</summary>
    public string Round { get; set; } = "";

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";
}

/// <summary>Something that is left to do: row <c>task_{id}</c> in the concept's partition.</summary>
internal sealed class TaskRow : ITableEntity
{
    public const string Prefix = "task_";
    public const string Amendment = "amendment";
    public const string Open = "open";
    public const string Done = "done";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Kind { get; set; } = Amendment;

    public string Item { get; set; } = "";

    public string Text { get; set; } = "";

    public string? Resolution { get; set; }

    public string State { get; set; } = Open;

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public string? DoneBy { get; set; }

    public static string Key(string id) => Prefix + id;

    public string ReadId() => RowKey[Prefix.Length..];

    /// <summary>The task an amendment leaves. Its id follows from resolution and item.</summary>
    public static TaskRow From(ConceptId concept, CouncilResolution resolution, CouncilDecision decision) => new()
    {
        PartitionKey = concept.Value,
        RowKey = Key($"t-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{resolution.Id}_{decision.Item}")))[..20]}"),
        Item = decision.Item.Value,
        Text = decision.Amendment ?? "",
        Resolution = resolution.Id.Value,
        CreatedAt = resolution.RecordedAt,
    };
}

/// <summary>Says that a resolution may have to be carried out further: row <c>hint-resolution_{concept}_{id}</c> in <c>~tenant</c>. Written before it begins, removed after it ended.</summary>
internal sealed class ResolutionHintRow : ITableEntity
{
    public const string Prefix = "hint-resolution_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public ConceptId ReadConcept() => new(RowKey[Prefix.Length..].Split('_')[0]);

    public ResolutionId ReadId() => new(RowKey[Prefix.Length..].Split('_')[1]);

    public static ResolutionHintRow For(ConceptId concept, ResolutionId id) => new() { RowKey = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{concept}_{id}") };
}

/// <summary>A resolution's content as it is written into its row.</summary>
internal sealed record StoredResolution(DateOnly Date, string? Title, IReadOnlyList<StoredDecision> Decisions);

internal sealed record StoredDecision(string Item, int Revision, CouncilResult Result, string? Amendment);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredResolution))]
internal sealed partial class ResolutionJson : JsonSerializerContext;
