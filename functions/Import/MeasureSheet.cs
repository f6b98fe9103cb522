using Insek.Office.Domain;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import;

/// <summary>A sheet of measures in our own columns, read to its end.</summary>
internal sealed class MeasureSheet
{
    private static readonly string[] _neededByNew = ["sector", "title"];

    private readonly Dictionary<string, int> _places;

    private MeasureSheet(string part, bool hasTypedCells, SheetRow headings, Dictionary<string, int> places, IReadOnlyList<string> unknownColumns, IReadOnlyList<string> otherSheets, IReadOnlyList<SheetRow> rows)
    {
        (Part, HasTypedCells, Headings, _places) = (part, hasTypedCells, headings, places);
        (UnknownColumns, OtherSheets, Rows) = (unknownColumns, otherSheets, rows);
    }

    /// <summary>What a report calls it: the worksheet's name, or "measures".</summary>
    public string Part { get; }

    public bool HasTypedCells { get; }

    public SheetRow Headings { get; }

    /// <summary>Headings nobody knows; their columns were not read.</summary>
    public IReadOnlyList<string> UnknownColumns { get; }

    /// <summary>Worksheets beside this one that hold something.</summary>
    public IReadOnlyList<string> OtherSheets { get; }

    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>Whether a row of headings is one of ours, as far as a look tells.</summary>
    public static bool HasOurHeadings(SheetRow headings) => MissingColumns(Places(headings)).Count == 0;

    /// <summary>Whether a row of headings is one of our own exports, as people shorten them: all headings are ours, and measures are told by our ids.</summary>
    /// <remarks>"ID" and "Maßnahme" stand in many a town hall's own list, so our id is only known by the word an export writes or by its name in the contract.</remarks>
    public static bool IsOurs(SheetRow headings)
    {
        var filled = headings.Cells.Where(heading => !string.IsNullOrWhiteSpace(heading)).ToArray();
        return filled.Length > 0
            && HasOurHeadings(headings)
            && filled.All(heading => MeasureColumns.Find(heading) is not null)
            && (filled.Any(heading => MeasureColumns.IsOurOwn(heading!)) || _neededByNew.All(filled.Contains));
    }

    /// <summary>Reads a sheet.</summary>
    /// <returns>The sheet; or <see cref="MissingColumn"/>, <see cref="DuplicateColumn"/>, or why the file cannot be read.</returns>
    public static Result<MeasureSheet> Read(ISheet sheet, CancellationToken cancellationToken)
    {
        var repeated = sheet.Headings.Cells.Select(MeasureColumns.Find).OfType<MeasureColumn>().GroupBy(column => column.Name).FirstOrDefault(group => group.Skip(1).Any());
        if (repeated is not null)
        {
            return new DuplicateColumn(repeated.First().Heading);
        }

        var places = Places(sheet.Headings);
        if (MissingColumns(places) is { Count: > 0 } missing)
        {
            return new MissingColumn(missing.Select(name => MeasureColumnTexts.HeadingOf(name)).ToValueList());
        }

        var rows = new List<SheetRow>();
        foreach (var read in sheet.ReadRows(cancellationToken))
        {
            if (!read.TryGet(out var row, out var refusal))
            {
                return refusal;
            }

            rows.Add(row);
        }

        var unknown = sheet.Headings.Cells.Where(heading => !string.IsNullOrWhiteSpace(heading) && MeasureColumns.Find(heading) is null).Select(heading => heading!);
        return new MeasureSheet(sheet.Name ?? "measures", sheet.HasTypedCells, sheet.Headings, places, [.. unknown], sheet.Others, rows);
    }

    public bool Has(string column) => _places.ContainsKey(column);

    /// <summary>The cell under a column; null where it is empty or the column is absent.</summary>
    public string? Cell(SheetRow row, string column) => _places.TryGetValue(column, out var place) ? row[place] : null;

    /// <summary>The heading as the file has it, else as an export would write it.</summary>
    public string HeadingOf(string field) =>
        _places.TryGetValue(field, out var place) ? Headings[place]! : MeasureColumns.Find(field)?.Heading ?? field;

    private static Dictionary<string, int> Places(SheetRow headings)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Cells.Length; i++)
        {
            if (MeasureColumns.Find(headings.Cells[i]) is { } column)
            {
                places.TryAdd(column.Name, i);
            }
        }

        return places;
    }

    // A measure is told by its id or external id; without either the sheet can only bring new ones, which need these two.
    private static List<string> MissingColumns(Dictionary<string, int> places) =>
        places.ContainsKey("id") || places.ContainsKey("externalId") ? [] : [.. _neededByNew.Where(name => !places.ContainsKey(name))];
}
