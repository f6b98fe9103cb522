using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace Insek.Office.Domain;

/// <summary>The words in tables. Tables go into German documents, so they are German whatever the caller's language.</summary>
internal static class TableTexts
{
    private static readonly ResourceManager _resources = new(typeof(TableTexts));

    /// <summary>German as written in Germany: dates 22.11.2026, numbers 1.234,5.</summary>
    public static CultureInfo German { get; } = CultureInfo.GetCultureInfo("de-DE");

    public static string Overview => Text();

    public static string SectorSummary => Text();

    public static string SectorMeasures => Text();

    public static string AreaMeasures => Text();

    public static string KeyMeasures => Text();

    public static string Deadlines => Text();

    public static string ColumnSector => Text();

    public static string ColumnGoals => Text();

    public static string ColumnGoal => Text();

    public static string ColumnGeneralMeasures => Text();

    public static string ColumnAreaMeasures => Text();

    public static string ColumnFocusAreas => Text();

    public static string ColumnSpatialFocus => Text();

    public static string ColumnMeasures => Text();

    public static string ColumnMeasure => Text();

    public static string ColumnNumber => Text();

    public static string ColumnOwner => Text();

    public static string ColumnHorizon => Text();

    public static string ColumnCost => Text();

    public static string ColumnState => Text();

    public static string ColumnDue => Text();

    public static string ColumnSubject => Text();

    public static string ColumnKind => Text();

    public static string Total => Text();

    public static string WithoutGoal => Text();

    public static string AmongOthers => Text();

    public static string NotLegible => Text();

    public static string CaptionReported => Text();

    public static string DeadlineMeasure => Text();

    public static string DeadlineEvent => Text();

    public static string Of(ItemState state) => Text($"State{state}");

    public static string Of(Horizon horizon) => Text($"Horizon{horizon}");

    public static string Of(MeasureKind kind) => Text($"Kind{kind}");

    public static string Of(DeadlineKind kind) => Text($"Deadline{kind}");

    public static string Of(CountSource counts) => Text($"Counts{counts}");

    public static string Parameter(string name) => Text($"Parameter{char.ToUpperInvariant(name[0])}{name[1..]}");

    private static string Text([CallerMemberName] string name = "") =>
        _resources.GetString(name, German) ?? throw new MissingManifestResourceException($"TableTexts has no text '{name}'.");
}
