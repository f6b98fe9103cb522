using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>An element to show or hide.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveTargetElement
{
    /// <summary>Without an id yet.</summary>
    public AdaptiveTargetElement()
    {
    }

    /// <summary>The element of this id, the other way round than before.</summary>
    public AdaptiveTargetElement(string elementId) => ElementId = elementId;

    /// <summary>The element of this id, shown or hidden.</summary>
    public AdaptiveTargetElement(string elementId, bool isVisible)
    {
        ElementId = elementId;
        IsVisible = isVisible;
    }

    /// <summary>Its id.</summary>
    public string? ElementId { get; set; }

    /// <summary>Whether it is shown then; the other way round than before when null.</summary>
    public bool? IsVisible { get; set; }

    /// <summary>The element of this id, the other way round than before.</summary>
    public static implicit operator AdaptiveTargetElement(string elementId) => new(elementId);
}
