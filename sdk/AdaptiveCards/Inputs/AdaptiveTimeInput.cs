namespace AdaptiveCards;

/// <summary>A time of day.</summary>
public class AdaptiveTimeInput : AdaptiveInput
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Input.Time";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>Shown while it is empty.</summary>
    public string? Placeholder { get; set; }

    /// <summary>What it holds at first, such as <c>09:30</c>.</summary>
    public string? Value { get; set; }

    /// <summary>The earliest.</summary>
    public string? Min { get; set; }

    /// <summary>The latest.</summary>
    public string? Max { get; set; }
}
