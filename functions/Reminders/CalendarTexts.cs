using System.Globalization;
using System.Resources;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Reminders;

/// <summary>The words in calendar feeds. A calendar program tells no language that could be relied on, so they are German.</summary>
internal static class CalendarTexts
{
    private static readonly ResourceManager _resources = new(typeof(CalendarTexts));

    public static string Name(string concept) => Text("Name").Replace("{0}", concept, StringComparison.Ordinal);

    public static string Summary(DeadlineKind kind, string title) => $"{Kind(kind)}: {title}";

    public static string Kind(DeadlineKind kind) => Text($"Kind{kind}");

    private static string Text(string name) =>
        _resources.GetString(name, CultureInfo.GetCultureInfo("de-DE")) ?? throw new MissingManifestResourceException($"CalendarTexts has no text '{name}'.");
}
