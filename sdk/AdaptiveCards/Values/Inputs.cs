using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>What a text input asks for; the client may offer a fitting keyboard.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveTextInputStyle
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A telephone number.</summary>
    Tel,

    /// <summary>An address of the web.</summary>
    Url,

    /// <summary>An address of mail.</summary>
    Email,

    /// <summary>Something nobody else shall see.</summary>
    Password,
}

/// <summary>How choices are shown.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveChoiceInputStyle
{
    /// <summary>As a list that opens.</summary>
    Compact,

    /// <summary>As buttons, all of them visible.</summary>
    Expanded,

    /// <summary>As a field that narrows the choices down while one types.</summary>
    Filtered,
}
