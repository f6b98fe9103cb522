using System.Globalization;
using System.Resources;

namespace Insek.Office.Functions.Import;

/// <summary>Why something in an import could not be taken or is worth a look: German, or English where asked for.</summary>
internal static class ImportTexts
{
    private static readonly ResourceManager _resources = new(typeof(ImportTexts));

    /// <summary>The sentence for a code.</summary>
    /// <param name="code">The problem's code.</param>
    /// <param name="culture">The caller's language; German where there is no better.</param>
    /// <param name="value">What stood there, the sentence's {0}.</param>
    /// <param name="details">What the sentence names besides, from {1} on.</param>
    public static string Reason(string code, CultureInfo culture, string? value, IEnumerable<string> details)
    {
        var text = _resources.GetString(code, culture) ?? throw new MissingManifestResourceException($"ImportTexts has no text '{code}'.");
        return string.Format(culture, text, [value ?? "", .. details]);
    }
}
