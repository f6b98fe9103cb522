using System.Globalization;
using System.Resources;

namespace Insek.Office.Bot.Cards;

/// <summary>The texts of one capability's cards, in resources named like a class of it.</summary>
internal sealed class CardTexts(Type owner)
{
    private readonly ResourceManager _resources = new(owner);

    /// <summary>A text.</summary>
    /// <exception cref="MissingManifestResourceException">There is none of that name.</exception>
    public string this[string name, CultureInfo culture] => Find(name, culture) ?? throw new MissingManifestResourceException($"No text '{name}'.");

    /// <summary>A text; null where there is none of that name.</summary>
    public string? Find(string name, CultureInfo culture) => _resources.GetString(name, culture);

    /// <summary>A text with values in its holes.</summary>
    public string Format(string name, CultureInfo culture, params ReadOnlySpan<object?> values) => string.Format(culture, this[name, culture], values);

    /// <summary>A text that counts something: the one named ".one" for one, else ".other"; {0} is the number.</summary>
    public string Count(string name, int count, CultureInfo culture, params ReadOnlySpan<object?> more) =>
        Format(count == 1 ? $"{name}.one" : $"{name}.other", culture, [count, .. more]);
}
