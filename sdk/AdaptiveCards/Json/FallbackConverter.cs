using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>A fallback as <c>drop</c> or as what takes the element's place.</summary>
internal sealed class FallbackConverter : WritingConverter<AdaptiveFallbackElement>
{
    public override void WriteJson(JsonWriter writer, AdaptiveFallbackElement? value, JsonSerializer serializer)
    {
        switch (value?.Type)
        {
            case AdaptiveFallbackElement.AdaptiveFallbackType.Drop:
                writer.WriteValue("drop");
                break;
            case AdaptiveFallbackElement.AdaptiveFallbackType.Content:
                serializer.Serialize(writer, value.Content);
                break;
            default:
                throw new AdaptiveSerializationException("A fallback needs a type: drop, or content and what it is.");
        }
    }
}
