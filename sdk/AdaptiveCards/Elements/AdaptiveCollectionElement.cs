using System.Collections;
using AdaptiveCards.Json;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>An element that holds others.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    /// <summary>The meaning its background stands for; that of its surroundings when null.</summary>
    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Where its content stands when it is higher than that.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What happens when it is selected.</summary>
    public AdaptiveAction? SelectAction { get; set; }

    /// <summary>Whether its background reaches to the edge of what it stands in.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Bleed { get; set; }

    /// <summary>The least height in pixels; 0 for none.</summary>
    [JsonProperty("minHeight", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(PixelConverter))]
    public uint PixelMinHeight { get; set; }

    /// <summary>Its elements.</summary>
    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    /// <summary>Adds an element at the end.</summary>
    public abstract void Add(AdaptiveElement value);

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
