using System.Globalization;
using System.Resources;

namespace Insek.Office.Domain;

/// <summary>The German names of the guiding principles.</summary>
internal static class PrincipleTexts
{
    private static readonly ResourceManager _resources = new(typeof(PrincipleTexts));

    /// <summary>The name; the reference itself where it is unknown.</summary>
    public static string TitleOf(PrincipleRef reference) => _resources.GetString(reference.Value, CultureInfo.InvariantCulture) ?? reference.Value;
}
