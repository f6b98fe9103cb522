using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Opens an address.</summary>
public class AdaptiveOpenUrlAction : AdaptiveAction
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Action.OpenUrl";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The address.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public Uri? Url { get; set; }

    /// <summary>The address as text.</summary>
    [JsonIgnore]
    public string? UrlString
    {
        get => Url?.ToString();
        set => Url = value is null ? null : new Uri(value);
    }
}
