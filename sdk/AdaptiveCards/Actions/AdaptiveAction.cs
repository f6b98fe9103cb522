using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>What happens when a button or an element is selected.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    /// <summary>The text of the button.</summary>
    public string? Title { get; set; }

    /// <summary>An image on the button.</summary>
    public string? IconUrl { get; set; }

    /// <summary><c>default</c>, <c>positive</c> or <c>destructive</c>.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue("default")]
    public string? Style { get; set; } = "default";

    /// <summary>Whether it can be selected.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(true)]
    public bool IsEnabled { get; set; } = true;

    /// <summary>Whether it has a button of its own.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveActionMode Mode { get; set; }

    /// <summary>Shown beside the pointer and read by assistive technology.</summary>
    public string? Tooltip { get; set; }
}
