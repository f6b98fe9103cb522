namespace AdaptiveCards;

/// <summary>A date.</summary>
public class AdaptiveDateInput : AdaptiveInput
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Input.Date";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>Shown while it is empty.</summary>
    public string? Placeholder { get; set; }

    /// <summary>What it holds at first, such as <c>2026-11-22</c>.</summary>
    public string? Value { get; set; }

    /// <summary>The earliest.</summary>
    public string? Min { get; set; }

    /// <summary>The latest.</summary>
    public string? Max { get; set; }
}
