using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Mapping;

/// <summary>A property's name, checked once and encoded once.</summary>
internal sealed class PropertyName
{
    // Names come from code, but a dictionary entity could make them from data: beyond this many they are no longer kept.
    private const int Kept = 4096;

    private static readonly ConcurrentDictionary<string, PropertyName> Known = new(StringComparer.Ordinal);

    private PropertyName(string text)
    {
        Text = text;
        Encoded = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        TypeAnnotation = JsonEncodedText.Encode($"{text}@odata.type", JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    public string Text { get; }

    public JsonEncodedText Encoded { get; }

    public JsonEncodedText TypeAnnotation { get; }

    /// <exception cref="RequestFailedException">The service would refuse the name.</exception>
    public static PropertyName Of(string text)
    {
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        Limits.CheckPropertyName(text);
        var name = new PropertyName(text);

        return Known.Count < Kept ? Known.GetOrAdd(text, name) : name;
    }
}
