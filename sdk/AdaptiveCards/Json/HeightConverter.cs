using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>A height as <c>stretch</c> or <c>80px</c>.</summary>
internal sealed class HeightConverter : WritingConverter<AdaptiveHeight>
{
    public override void WriteJson(JsonWriter writer, AdaptiveHeight? value, JsonSerializer serializer) =>
        writer.WriteValue(value switch
        {
            null => null,
            { HeightType: AdaptiveHeightType.Pixel } => string.Create(CultureInfo.InvariantCulture, $"{value.Unit}px"),
            { HeightType: AdaptiveHeightType.Stretch } => "stretch",
            _ => "auto",
        });
}

/// <summary>A number of pixels as <c>80px</c>.</summary>
internal sealed class PixelConverter : WritingConverter<uint>
{
    public override void WriteJson(JsonWriter writer, uint value, JsonSerializer serializer) =>
        writer.WriteValue(string.Create(CultureInfo.InvariantCulture, $"{value}px"));
}
