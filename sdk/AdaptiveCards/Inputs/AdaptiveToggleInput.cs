using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Yes or no.</summary>
public class AdaptiveToggleInput : AdaptiveInput
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Input.Toggle";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The text beside it.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public string? Title { get; set; }

    /// <summary>What it holds for yes.</summary>
    public string? ValueOn { get; set; } = bool.TrueString;

    /// <summary>What it holds for no.</summary>
    public string? ValueOff { get; set; } = bool.FalseString;

    /// <summary>Whether the text goes on in the next line.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Wrap { get; set; }

    /// <summary>What it holds at first.</summary>
    public string? Value { get; set; }
}
