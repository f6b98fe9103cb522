namespace AdaptiveCards;

/// <summary>Buttons within the body.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "ActionSet";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The actions, in order.</summary>
    public List<AdaptiveAction> Actions { get; set; } = [];
}
