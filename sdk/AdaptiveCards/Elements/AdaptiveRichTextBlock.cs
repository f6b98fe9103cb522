using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A text of stretches that look different.</summary>
public class AdaptiveRichTextBlock : AdaptiveElement
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "RichTextBlock";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>Where it stands across.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>The stretches, in order.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public List<AdaptiveInline> Inlines { get; set; } = [];
}
