using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>How contents are written into rows. A stored snapshot in the tests holds this form still: what was written once must stay readable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(StoredText), typeof(StoredIds.OfConcept), typeof(StoredIds.OfSector), typeof(StoredIds.OfArea), typeof(StoredIds.OfItem), typeof(StoredIds.OfPrinciple),
        typeof(StoredList<string>), typeof(StoredList<AreaId>), typeof(StoredList<PrincipleRef>), typeof(StoredList<SpatialFocus>),
        typeof(StoredList<OriginCell>), typeof(StoredList<ProcessEvent>), typeof(StoredList<Chapter>), typeof(StoredList<ChapterFact>), typeof(StoredList<SourceNote>),
    ])]
[JsonSerializable(typeof(Concept))]
[JsonSerializable(typeof(SectorConcept))]
[JsonSerializable(typeof(PlanningArea))]
[JsonSerializable(typeof(GoalContent))]
[JsonSerializable(typeof(MeasureContent))]
[JsonSerializable(typeof(Tracking))]
[JsonSerializable(typeof(MeasureOrigin))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    // Umlauts stay one character, or a German text would take six times its room.
    private static readonly JsonWriterOptions _compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(T value, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream(1024);
        using (var writer = new Utf8JsonWriter(buffer, _compact))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static T Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException($"A stored {typeof(T).Name} reads null.");
}

/// <summary>Ids as plain strings.</summary>
internal static class StoredIds
{
    internal sealed class OfConcept() : StoredId<ConceptId>(id => id.Value, text => new ConceptId(text));

    internal sealed class OfSector() : StoredId<SectorKey>(id => id.Value, text => new SectorKey(text));

    internal sealed class OfArea() : StoredId<AreaId>(id => id.Value, text => new AreaId(text));

    internal sealed class OfItem() : StoredId<ItemId>(id => id.Value, text => new ItemId(text));

    internal sealed class OfMember() : StoredId<MemberId>(id => id.Value, text => new MemberId(text));

    internal sealed class OfGroup() : StoredId<GroupId>(id => id.Value, text => new GroupId(text));

    internal sealed class OfRound() : StoredId<RoundId>(id => id.Value, text => new RoundId(text));

    internal sealed class OfPrinciple() : StoredId<PrincipleRef>(id => id.Value, text => new PrincipleRef(text));
}

internal abstract class StoredId<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(RepeatedTexts.Read(ref reader) ?? throw new JsonException($"A stored {typeof(T).Name} reads null."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}

/// <summary>Texts, of which many repeat.</summary>
internal sealed class StoredText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => RepeatedTexts.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Lists as arrays.</summary>
internal sealed class StoredList<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException($"A stored list of {typeof(T).Name} holds null."));
        }

        return items.ToValueList();
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, type);
        }

        writer.WriteEndArray();
    }
}
