using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A name and a value.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveFact
{
    /// <summary>Without name and value yet.</summary>
    public AdaptiveFact()
    {
    }

    /// <summary>With name and value.</summary>
    public AdaptiveFact(string title, string value)
    {
        Title = title;
        Value = value;
    }

    /// <summary>The name.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public string? Title { get; set; }

    /// <summary>The value.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public string? Value { get; set; }
}
