namespace AdaptiveCards;

/// <summary>Widths of columns that are no numbers.</summary>
#pragma warning disable CA1052 // The official class is not static.
public class AdaptiveColumnWidth
#pragma warning restore CA1052
{
    /// <summary>What the content needs.</summary>
    public const string Auto = "auto";

    /// <summary>What the other columns leave.</summary>
    public const string Stretch = "stretch";
}
