using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A choice.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveChoice
{
    /// <summary>What is shown.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public string? Title { get; set; }

    /// <summary>What is held; without commas.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public string? Value { get; set; }
}
