using AdaptiveCards.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Whatever has a type on the wire: cards, elements, actions.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public abstract class AdaptiveTypedElement
{
    /// <summary>The type on the wire.</summary>
    [JsonProperty(Order = -10, Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public abstract string Type { get; set; }

    /// <summary>Properties these classes do not know, by their names on the wire, such as <c>msteams</c>.</summary>
    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a client does that does not know the element or does not meet <see cref="Requires"/>.</summary>
    [JsonConverter(typeof(FallbackConverter))]
    public AdaptiveFallbackElement? Fallback { get; set; }

    /// <summary>Identifies the element or the input within the card.</summary>
    [JsonProperty(Order = -9)]
    public string? Id { get; set; }

    /// <summary>Features a client must have, with the least version of each.</summary>
    [JsonProperty(Order = 1)]
    public IDictionary<string, string>? Requires { get; set; }

    /// <summary>Whether there are additional properties to write.</summary>
    public bool ShouldSerializeAdditionalProperties() => AdditionalProperties?.Count > 0;
}
