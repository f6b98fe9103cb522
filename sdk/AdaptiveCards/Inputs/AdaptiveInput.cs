using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>What people fill in.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    /// <summary>Whether it must be filled in.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsRequired { get; set; }

    /// <summary>The name above it, read by assistive technology.</summary>
    public string? Label { get; set; }

    /// <summary>Shown when what was filled in does not do.</summary>
    public string? ErrorMessage { get; set; }
}
