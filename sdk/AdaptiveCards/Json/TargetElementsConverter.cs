using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>Targets that are only toggled as their ids, the others with what becomes of them.</summary>
internal sealed class TargetElementsConverter : WritingConverter<List<AdaptiveTargetElement>>
{
    public override void WriteJson(JsonWriter writer, List<AdaptiveTargetElement>? value, JsonSerializer serializer)
    {
        writer.WriteStartArray();

        foreach (var target in value ?? [])
        {
            if (target.IsVisible is null)
            {
                writer.WriteValue(target.ElementId);
            }
            else
            {
                serializer.Serialize(writer, target);
            }
        }

        writer.WriteEndArray();
    }
}
