using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The distance to the element before.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveSpacing
{
    /// <summary>As the client keeps it.</summary>
    Default,

    /// <summary>None.</summary>
    None,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,

    /// <summary>The largest.</summary>
    ExtraLarge,

    /// <summary>As a container keeps it inside.</summary>
    Padding,
}

/// <summary>The meaning a background stands for; the client chooses the colour.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveContainerStyle
{
    /// <summary>That of the card.</summary>
    Default,

    /// <summary>Set off.</summary>
    Emphasis,

    /// <summary>Something good.</summary>
    Good,

    /// <summary>Something urgent.</summary>
    Attention,

    /// <summary>Something to watch.</summary>
    Warning,

    /// <summary>The accent of the client.</summary>
    Accent,
}

/// <summary>How large an image is.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveImageSize
{
    /// <summary>Its own size, as far as there is room.</summary>
    Auto,

    /// <summary>The whole width.</summary>
    Stretch,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,
}

/// <summary>How an image is cut.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveImageStyle
{
    /// <summary>Not at all.</summary>
    Default,

    /// <summary>Round, as portraits are.</summary>
    Person,
}
