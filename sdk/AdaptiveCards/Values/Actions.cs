using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Whether an action has its own button.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveActionMode
{
    /// <summary>A button of its own.</summary>
    Primary,

    /// <summary>In the menu behind the buttons.</summary>
    Secondary,
}

/// <summary>The inputs that go with an action.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveAssociatedInputs
{
    /// <summary>Those of the card and of the cards around it.</summary>
    Auto,

    /// <summary>None; they are not validated either.</summary>
    None,
}
