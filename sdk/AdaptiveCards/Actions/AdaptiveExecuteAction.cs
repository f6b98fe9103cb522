using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Calls the bot, which answers with a card or a message.</summary>
public class AdaptiveExecuteAction : AdaptiveAction
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Action.Execute";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>What the bot is to do.</summary>
    public string? Verb { get; set; } = "";

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
