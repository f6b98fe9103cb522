using System.Globalization;
using System.Resources;

namespace Insek.Office.Bot.Search;

/// <summary>What the search says.</summary>
internal static class SearchTexts
{
    private static readonly ResourceManager _resources = new(typeof(SearchTexts));

    public static string Nothing(string words, CultureInfo culture) => string.Format(culture, Get("nothing", culture), words);

    public static string NoMeasures(CultureInfo culture) => Get("noMeasures", culture);

    public static string NoConcept(CultureInfo culture) => Get("noConcept", culture);

    private static string Get(string name, CultureInfo culture) => _resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"SearchTexts has no text '{name}'.");
}
