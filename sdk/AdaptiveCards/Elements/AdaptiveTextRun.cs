using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A stretch of text with its own looks; no markdown.</summary>
public class AdaptiveTextRun : AdaptiveInline
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "TextRun";

    /// <summary>Without text yet.</summary>
    public AdaptiveTextRun()
    {
    }

    /// <summary>With its text.</summary>
    public AdaptiveTextRun(string text) => Text = text;

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The text.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public string Text { get; set; } = " ";

    /// <summary>The size.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextSize Size { get; set; }

    /// <summary>The weight.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextWeight Weight { get; set; }

    /// <summary>The meaning its colour stands for.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextColor Color { get; set; }

    /// <summary>Whether it steps back behind other text.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsSubtle { get; set; }

    /// <summary>The kind of typeface.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveFontType FontType { get; set; }

    /// <summary>Whether it is italic.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Italic { get; set; }

    /// <summary>Whether it is struck through.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Strikethrough { get; set; }

    /// <summary>Whether it is marked.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Highlight { get; set; }

    /// <summary>Whether it is underlined.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Underline { get; set; }

    /// <summary>What happens when it is selected.</summary>
    public AdaptiveAction? SelectAction { get; set; }
}
