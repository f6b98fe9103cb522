using System.Globalization;
using System.Resources;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>The words in a sheet of measures. Town halls keep their lists in German, so they are German whatever the caller's language.</summary>
internal static class MeasureColumnTexts
{
    private static readonly ResourceManager _resources = new(typeof(MeasureColumnTexts));

    public static string Yes => Text("Yes");

    public static string No => Text("No");

    public static string SheetName => Text("SheetName");

    public static string HeadingOf(string column) => Text($"Column.{column}");

    /// <summary>What people read for a value of an enumeration.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Text($"{typeof(T).Name}.{ParameterValue.Of(value)}");

    /// <summary>Finds a value by its German label or its name in the contract.</summary>
    public static T? Parse<T>(string text)
        where T : struct, Enum =>
        ParameterValue.Parse<T>(text)
        ?? Enum.GetValues<T>().Where(value => string.Equals(Of(value), text.Trim(), StringComparison.OrdinalIgnoreCase)).Cast<T?>().FirstOrDefault();

    private static string Text(string name) =>
        _resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"MeasureColumnTexts has no text '{name}'.");
}
