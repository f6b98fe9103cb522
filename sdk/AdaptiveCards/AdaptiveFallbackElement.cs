namespace AdaptiveCards;

/// <summary>What a client shows in place of an element it cannot show.</summary>
public class AdaptiveFallbackElement
{
    /// <summary>Nothing said yet; <see cref="Type"/> or <see cref="Content"/> follow.</summary>
    public AdaptiveFallbackElement() => Type = AdaptiveFallbackType.None;

    /// <summary>A fallback without content.</summary>
    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    /// <summary>Another element or action in its place.</summary>
    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent)
    {
        Type = AdaptiveFallbackType.Content;
        Content = fallbackContent;
    }

    /// <summary>The kinds of fallback.</summary>
#pragma warning disable CA1034 // The official type is nested.
    public enum AdaptiveFallbackType
#pragma warning restore CA1034
    {
        /// <summary>Not decided.</summary>
        None,

        /// <summary>The element is left out.</summary>
        Drop,

        /// <summary>Another takes its place.</summary>
        Content,
    }

    /// <summary>The kind.</summary>
    public AdaptiveFallbackType Type { get; set; }

    /// <summary>What takes its place, with <see cref="AdaptiveFallbackType.Content"/>.</summary>
    public AdaptiveTypedElement? Content { get; set; }
}
