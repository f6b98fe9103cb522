using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>One or more of some choices.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Input.ChoiceSet";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>What is chosen at first; several with commas between.</summary>
    public string? Value { get; set; }

    /// <summary>How the choices are shown; always written.</summary>
    public AdaptiveChoiceInputStyle Style { get; set; }

    /// <summary>Whether several may be chosen; always written.</summary>
    public bool IsMultiSelect { get; set; }

    /// <summary>The choices, in order.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public List<AdaptiveChoice> Choices { get; set; } = [];

    /// <summary>Whether the choices&apos; texts go on in the next line.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Wrap { get; set; }

    /// <summary>Shown while it is empty.</summary>
    public string? Placeholder { get; set; }
}
