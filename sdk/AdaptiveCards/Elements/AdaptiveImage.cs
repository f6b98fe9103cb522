using AdaptiveCards.Json;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>An image.</summary>
public class AdaptiveImage : AdaptiveElement
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Image";

    /// <summary>Without an address yet.</summary>
    public AdaptiveImage()
    {
    }

    /// <summary>With its address.</summary>
    public AdaptiveImage(string url) => Url = new Uri(url);

    /// <summary>With its address.</summary>
    public AdaptiveImage(Uri url) => Url = url;

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>Where it is; a data address as well.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public Uri? Url { get; set; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public string? AltText { get; set; }

    /// <summary>The size.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveImageSize Size { get; set; }

    /// <summary>How it is cut.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveImageStyle Style { get; set; }

    /// <summary>Where it stands across.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>Behind what is transparent in it, such as <c>#FFFFFF</c>.</summary>
    public string? BackgroundColor { get; set; }

    /// <summary>What happens when it is selected.</summary>
    public AdaptiveAction? SelectAction { get; set; }

    /// <summary>The width in pixels; 0 for that of <see cref="Size"/>.</summary>
    [JsonProperty("width", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(PixelConverter))]
    public uint PixelWidth { get; set; }

    /// <summary>The height in pixels; 0 for that of <see cref="Size"/>.</summary>
    [JsonIgnore]
    public uint PixelHeight
    {
        get => Height?.Unit ?? 0;
        set => Height = new AdaptiveHeight(value);
    }
}
