using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>A version as its text.</summary>
internal sealed class SchemaVersionConverter : WritingConverter<AdaptiveSchemaVersion>
{
    public override void WriteJson(JsonWriter writer, AdaptiveSchemaVersion? value, JsonSerializer serializer) =>
        writer.WriteValue(value?.ToString());
}
