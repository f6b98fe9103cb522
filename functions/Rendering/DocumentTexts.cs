using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>The words in documents. Documents are German whatever the caller's language.</summary>
internal static class DocumentTexts
{
    private static readonly ResourceManager _resources = new(typeof(DocumentTexts));
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CompositeFormat _stand = CompositeFormat.Parse(Text("Stand"));
    private static readonly CompositeFormat _altText = CompositeFormat.Parse(Text("AltText"));

    /// <summary>The word before a table's number, and the name of the sequence that counts tables.</summary>
    public static string CaptionLabel => Text();

    /// <summary>The heading above the table of contents.</summary>
    public static string TableOfContents => Text();

    /// <summary>The heading above the list of tables.</summary>
    public static string ListOfTables => Text();

    /// <summary>The page footer, with {page} and {pages} where the fields go.</summary>
    public static string PageOf => Text();

    /// <summary>"Stand: 22.11.2026": the day in Germany.</summary>
    public static string Stand(DateTimeOffset asOf) => string.Format(_german, _stand, CivilTime.LocalOf(asOf));

    /// <summary>What a screen reader says of a table before it reads it.</summary>
    public static string AltText(string title, IReadOnlyCollection<string> headings, int rows) =>
        string.Format(_german, _altText, title, headings.Count, string.Join(", ", headings), rows);

    private static string Text([CallerMemberName] string name = "") =>
        _resources.GetString(name, _german) ?? throw new MissingManifestResourceException($"DocumentTexts has no text '{name}'.");
}
