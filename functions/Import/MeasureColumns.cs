using System.Text;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import;

/// <summary>A column of a sheet of measures.</summary>
/// <param name="Name">The field of the contract, also understood as a heading.</param>
/// <param name="Text">The cell as text; null where it is empty.</param>
internal sealed record MeasureColumn(string Name, Func<MeasureDocument, string?> Text)
{
    /// <summary>The cell as a number, for workbooks; null for columns of text.</summary>
    public Func<MeasureDocument, decimal?>? Number { get; init; }

    /// <summary>The cell as a day, for workbooks; null for other columns.</summary>
    public Func<MeasureDocument, DateOnly?>? Date { get; init; }

    /// <summary>The German heading.</summary>
    public string Heading { get; } = MeasureColumnTexts.HeadingOf(Name);
}

/// <summary>The columns of a sheet of measures: what each is called and what stands in it.</summary>
internal static class MeasureColumns
{
    /// <summary>Every column, in the order of an export.</summary>
    public static IReadOnlyList<MeasureColumn> All { get; } =
    [
        new("id", measure => measure.Id),
        new("externalId", measure => measure.ExternalId),
        new("sector", measure => measure.Sector),
        new("goal", measure => measure.Goal),
        new("kind", measure => Label<MeasureKind>(measure.Kind)),
        new("areas", measure => ListCell.Join(measure.Areas)),
        new("title", measure => measure.Title),
        new("description", measure => measure.Description),
        new("owner", measure => measure.Owner),
        new("partners", measure => ListCell.Join(measure.Partners)),
        new("priority", measure => Label<Priority>(measure.Priority)),
        new("horizon", measure => Label<Horizon>(measure.Horizon)),
        NumberColumn("costEuro", measure => measure.CostEuro),
        new("costNote", measure => measure.CostNote),
        new("funding", measure => measure.Funding),
        new("isKeyMeasure", measure => measure.IsKeyMeasure ? MeasureColumnTexts.Yes : MeasureColumnTexts.No),
        new("principles", measure => ListCell.Join(measure.Principles)),
        new("due", measure => measure.Due is { } due ? CellDate.ToText(due) : null) { Date = measure => measure.Due },
        new("source", measure => measure.Source),
        new("sourcePlace", measure => measure.SourcePlace),
        new("state", measure => Label<ItemState>(measure.State)),
        NumberColumn("progress", measure => measure.Progress),
        new("nextStep", measure => measure.NextStep),
        NumberColumn("actualCostEuro", measure => measure.ActualCostEuro),
        new("deputy", measure => measure.Deputy),
    ];

    private static readonly Dictionary<string, MeasureColumn> _byHeading = All
        .SelectMany(column => new[] { (Key: Normalize(column.Name), column), (Key: Normalize(column.Heading), column) })
        .DistinctBy(pair => pair.Key)
        .ToDictionary(pair => pair.Key, pair => pair.column, StringComparer.Ordinal);

    /// <summary>The column with this heading or name, whatever its case and blanks; null where there is none.</summary>
    public static MeasureColumn? Find(string? heading) => heading is null ? null : _byHeading.GetValueOrDefault(Normalize(heading));

    /// <summary>Whether only our exports call a column so: by the heading of our id or of the external number, or by their names in the contract.</summary>
    public static bool IsOurOwn(string heading) =>
        Find(heading) is { Name: "id" or "externalId" } column && (heading.Trim() == column.Name || Normalize(heading) == Normalize(column.Heading));

    private static MeasureColumn NumberColumn(string name, Func<MeasureDocument, decimal?> number) =>
        new(name, measure => number(measure) is { } value ? CellNumber.ToText(value) : null) { Number = number };

    private static string? Label<T>(string? value)
        where T : struct, Enum =>
        ParameterValue.Parse<T>(value) is { } known ? MeasureColumnTexts.Of(known) : value;

    // Files from a Mac may hold umlauts in two parts. Halves of characters, which a workbook can smuggle in, have no normal form.
    private static string Normalize(string heading) =>
        string.Concat(heading.Where(c => !char.IsWhiteSpace(c) && !char.IsSurrogate(c) && c < '\uFFFE')).Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
