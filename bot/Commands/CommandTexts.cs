using System.Globalization;
using System.Resources;

namespace Insek.Office.Bot.Commands;

/// <summary>What the commands say.</summary>
internal static class CommandTexts
{
    private static readonly ResourceManager _resources = new(typeof(CommandTexts));

    /// <summary>A text by its name.</summary>
    public static string Get(string name, CultureInfo culture) =>
        Find(name, culture) ?? throw new MissingManifestResourceException($"CommandTexts has no text '{name}'.");

    /// <summary>A text by a name that comes from elsewhere; null where there is none.</summary>
    public static string? Find(string name, CultureInfo culture) => _resources.GetString(name, culture);

    /// <summary>A text with what it names.</summary>
    public static string Format(string name, CultureInfo culture, params object?[] values) => string.Format(culture, Get(name, culture), values);

    /// <summary>A text that counts, in the singular (<c>name.one</c>) or the plural (<c>name.many</c>); the number is its {0}.</summary>
    public static string Count(string name, CultureInfo culture, int number, params object?[] values) =>
        Format(number == 1 ? $"{name}.one" : $"{name}.many", culture, [number, .. values]);

    /// <summary>The word for one of the API's values, such as <c>state.inWorkingGroup</c>; the value itself where it has no word yet.</summary>
    public static string Word(string kind, string value, CultureInfo culture) => Find($"{kind}.{value}", culture) ?? value;
}
