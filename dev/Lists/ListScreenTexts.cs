using System.Globalization;
using System.Resources;

namespace Insek.Office.Dev.Lists;

/// <summary>Words around a report: German as the report itself.</summary>
internal static class ListScreenTexts
{
    private static readonly ResourceManager Resources = new(typeof(ListScreenTexts));

    public static string Of(string name, params ReadOnlySpan<object?> details) =>
        string.Format(CultureInfo.GetCultureInfo("de-DE"), Resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"ListScreenTexts has no text '{name}'."), details);
}
