using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How large a text is.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveTextSize
{
    /// <summary>As the client shows plain text.</summary>
    Default,

    /// <summary>Smaller.</summary>
    Small,

    /// <summary>Larger.</summary>
    Medium,

    /// <summary>Larger still.</summary>
    Large,

    /// <summary>The largest.</summary>
    ExtraLarge,
}

/// <summary>How heavy a text is.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveTextWeight
{
    /// <summary>As the client shows plain text.</summary>
    Default,

    /// <summary>Lighter.</summary>
    Lighter,

    /// <summary>Bold.</summary>
    Bolder,
}

/// <summary>The meaning a colour stands for; the client chooses the colour.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveTextColor
{
    /// <summary>Plain text.</summary>
    Default,

    /// <summary>Dark.</summary>
    Dark,

    /// <summary>Light.</summary>
    Light,

    /// <summary>The accent of the client.</summary>
    Accent,

    /// <summary>Something good.</summary>
    Good,

    /// <summary>Something to watch.</summary>
    Warning,

    /// <summary>Something urgent.</summary>
    Attention,
}

/// <summary>The kind of typeface.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveFontType
{
    /// <summary>The client&apos;s typeface.</summary>
    Default,

    /// <summary>Every letter as wide as the others.</summary>
    Monospace,
}

/// <summary>What a text is to assistive technology.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveTextBlockStyle
{
    /// <summary>Plain text.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,
}
