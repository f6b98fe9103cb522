using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A text.</summary>
public class AdaptiveTextInput : AdaptiveInput
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Input.Text";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>Shown while it is empty.</summary>
    public string? Placeholder { get; set; }

    /// <summary>What it holds at first.</summary>
    public string? Value { get; set; }

    /// <summary>What it asks for.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextInputStyle Style { get; set; }

    /// <summary>Whether it has several lines.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsMultiline { get; set; }

    /// <summary>The most characters; 0 for any number. Clients take it as a hint.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public int MaxLength { get; set; }

    /// <summary>What the text must match.</summary>
    public string? Regex { get; set; }

    /// <summary>An action beside it.</summary>
    public AdaptiveAction? InlineAction { get; set; }
}
