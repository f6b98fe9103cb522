using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>What a report on a town hall's own list says: German, or English where asked for.</summary>
internal sealed class ListTexts(CultureInfo culture)
{
    private static readonly ResourceManager _resources = new(typeof(ListTexts));

    // Rows are read and reported side by side.
    private readonly ConcurrentDictionary<string, string> _found = new(StringComparer.Ordinal);

    /// <summary>The text of a name, with what it names.</summary>
    public string Of(string name, params ReadOnlySpan<object?> details)
    {
        if (!_found.TryGetValue(name, out var text))
        {
            _found[name] = text = _resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"ListTexts has no text '{name}'.");
        }

        return details.IsEmpty ? text : string.Format(culture, text, details);
    }
}
