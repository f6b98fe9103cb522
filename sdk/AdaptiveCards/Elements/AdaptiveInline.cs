using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A part of a line of text.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public abstract class AdaptiveInline
{
    /// <summary>The type on the wire.</summary>
    [JsonProperty(Order = -10, Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public abstract string Type { get; set; }

    /// <summary>Properties these classes do not know, by their names on the wire.</summary>
    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there are additional properties to write.</summary>
    public bool ShouldSerializeAdditionalProperties() => AdditionalProperties?.Count > 0;
}
