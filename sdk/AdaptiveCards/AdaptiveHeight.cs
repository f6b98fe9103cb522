using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How a height is meant.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveHeightType
{
    /// <summary>What the content needs.</summary>
    Auto,

    /// <summary>What the container has left.</summary>
    Stretch,

    /// <summary>A number of pixels.</summary>
    Pixel,
}

/// <summary>A height.</summary>
public class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    /// <summary>The automatic height.</summary>
    public AdaptiveHeight()
    {
    }

    /// <summary>A height in pixels.</summary>
    public AdaptiveHeight(uint px)
    {
        HeightType = AdaptiveHeightType.Pixel;
        Unit = px;
    }

    /// <summary>A height that is no number.</summary>
    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    /// <summary>What the content needs.</summary>
    public static AdaptiveHeight Auto { get; } = new(AdaptiveHeightType.Auto);

    /// <summary>What the container has left.</summary>
    public static AdaptiveHeight Stretch { get; } = new(AdaptiveHeightType.Stretch);

    /// <summary>How it is meant.</summary>
    public AdaptiveHeightType HeightType { get; set; }

    /// <summary>Pixels, with <see cref="AdaptiveHeightType.Pixel"/>.</summary>
    public uint? Unit { get; set; }

    /// <summary>Whether both are the same height.</summary>
    public static bool operator ==(AdaptiveHeight? ah1, AdaptiveHeight? ah2) => Equals(ah1, ah2);

    /// <summary>Whether the heights differ.</summary>
    public static bool operator !=(AdaptiveHeight? ah1, AdaptiveHeight? ah2) => !Equals(ah1, ah2);

    /// <summary>Whether it is given in pixels.</summary>
    public bool IsPixel() => HeightType == AdaptiveHeightType.Pixel;

    /// <summary>Whether it says more than leaving it out would.</summary>
    public bool ShouldSerializeAdaptiveHeight() =>
        HeightType != AdaptiveHeightType.Auto && (HeightType != AdaptiveHeightType.Pixel || Unit is > 0);

    /// <inheritdoc/>
    public bool Equals(AdaptiveHeight? other) =>
        other is not null && HeightType == other.HeightType && (!IsPixel() || Unit == other.Unit);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AdaptiveHeight);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HeightType, IsPixel() ? Unit : null);
}
