using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>Writes only: reading cards is left out of this library.</summary>
internal abstract class WritingConverter<T> : JsonConverter<T>
{
    public override bool CanRead => false;

    public override T ReadJson(JsonReader reader, Type objectType, T? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("Cards are written, not read.");
}
