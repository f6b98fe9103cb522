using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Facts, a line each.</summary>
public class AdaptiveFactSet : AdaptiveElement
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "FactSet";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The facts.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public List<AdaptiveFact> Facts { get; set; } = [];
}
