using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Sends the inputs to the bot.</summary>
public class AdaptiveSubmitAction : AdaptiveAction
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Action.Submit";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>Sent with the inputs: an object, or a text.</summary>
    public object? Data { get; set; }

    /// <summary>The inputs that go with it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    /// <summary><see cref="Data"/> as JSON.</summary>
    [JsonIgnore]
    public string? DataJson
    {
        get => Data is null ? null : JsonConvert.SerializeObject(Data, Formatting.Indented);
        set => Data = value is null ? null : JsonConvert.DeserializeObject(value);
    }
}
