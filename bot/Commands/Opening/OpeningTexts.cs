using System.Globalization;
using System.Resources;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>What the dialog says that opens a round.</summary>
internal static class OpeningTexts
{
    private static readonly ResourceManager _resources = new(typeof(OpeningTexts));

    public static string Get(string name, CultureInfo culture) =>
        _resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"OpeningTexts has no text '{name}'.");

    /// <summary>A text with what it names.</summary>
    public static string Format(string name, CultureInfo culture, params object?[] values) => string.Format(culture, Get(name, culture), values);

    /// <summary>A text that counts, in the singular (<c>name.one</c>) or the plural (<c>name.many</c>); the number is its {0}.</summary>
    public static string Count(string name, CultureInfo culture, int number, params object?[] values) =>
        Format(number == 1 ? $"{name}.one" : $"{name}.many", culture, [number, .. values]);
}
