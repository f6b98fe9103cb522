using AdaptiveCards.Json;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A card: what it shows in its body, and the actions below it.</summary>
public class AdaptiveCard : AdaptiveTypedElement
{
    /// <summary>The content type of an attachment that is a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The card's type on the wire.</summary>
    public const string TypeName = "AdaptiveCard";

    /// <summary>A card that needs at least this version of the schema.</summary>
    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    /// <summary>A card that needs at least this version of the schema, such as <c>1.5</c>.</summary>
    /// <exception cref="AdaptiveSerializationException">The text is no version.</exception>
    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    /// <summary>The newest version of the schema that these classes know.</summary>
    public static AdaptiveSchemaVersion KnownSchemaVersion { get; set; } = new(1, 5);

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The version of the schema a client needs; an older one shows <see cref="FallbackText"/>.</summary>
    [JsonProperty(Order = -10, NullValueHandling = NullValueHandling.Include)]
    public AdaptiveSchemaVersion? Version { get; set; }

    /// <summary>Shown where the card cannot be; may contain markdown.</summary>
    [JsonProperty(Order = -8)]
    public string? FallbackText { get; set; }

    /// <summary>What a client says aloud for the whole card.</summary>
    [JsonProperty(Order = -7)]
    public string? Speak { get; set; }

    /// <summary>The language of the card's texts, a two-letter ISO 639-1 code.</summary>
    [JsonProperty(Order = -7)]
    public string? Lang { get; set; }

    /// <summary>The height, automatic unless stretched.</summary>
    [JsonProperty(Order = -4)]
    [JsonConverter(typeof(HeightConverter))]
    public AdaptiveHeight? Height { get; set; } = new(AdaptiveHeightType.Auto);

    /// <summary>The least height in pixels; 0 for none.</summary>
    [JsonProperty("minHeight", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(PixelConverter))]
    public uint PixelMinHeight { get; set; }

    /// <summary>What the card shows, from top to bottom.</summary>
    [JsonProperty(Order = -3)]
    public List<AdaptiveElement> Body { get; set; } = [];

    /// <summary>The buttons below the body.</summary>
    [JsonProperty(Order = -2)]
    public List<AdaptiveAction> Actions { get; set; } = [];

    /// <summary>Where the body stands when the card is higher than it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What happens when the card itself is selected.</summary>
    public AdaptiveAction? SelectAction { get; set; }

    /// <summary>How the card refreshes itself.</summary>
    public AdaptiveRefresh? Refresh { get; set; }

    /// <summary>The card as indented JSON.</summary>
    /// <exception cref="JsonSerializationException">A member the schema requires is null.</exception>
    public string ToJson() => JsonConvert.SerializeObject(this, Formatting.Indented);

    /// <summary>Whether there is a body to write.</summary>
    public bool ShouldSerializeBody() => Body?.Count > 0;

    /// <summary>Whether there are actions to write.</summary>
    public bool ShouldSerializeActions() => Actions?.Count > 0;

    /// <summary>Whether the height is worth writing.</summary>
    public bool ShouldSerializeHeight() => Height?.ShouldSerializeAdaptiveHeight() == true;
}
