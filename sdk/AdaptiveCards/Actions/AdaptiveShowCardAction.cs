using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Unfolds a card below the buttons.</summary>
public class AdaptiveShowCardAction : AdaptiveAction
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Action.ShowCard";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The card.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public AdaptiveCard? Card { get; set; }
}
