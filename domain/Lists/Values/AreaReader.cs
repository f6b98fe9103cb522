namespace Insek.Office.Domain.Lists;

/// <summary>Planning areas that a list names.</summary>
/// <param name="Areas">The areas, each once, in the order of the cell.</param>
public sealed record AreaMarks(ValueList<AreaId> Areas);

/// <summary>Reads planning areas and parts of the town from a cell.</summary>
public static class AreaReader
{
    private static readonly string[] _wholeTown = ["Gesamtstadt", "gesamtes Stadtgebiet", "ganze Stadt", "stadtweit", "gesamte Stadt", "Stadtgebiet", "gesamt", "alle Ortsteile", "alle Plangebiete", "gesamtes Gebiet"];

    /// <summary>Takes the names by which the concept's areas go: id, code, name, both; and what towns call the whole town.</summary>
    public static NameIndex<AreaId> Index(IEnumerable<PlanningArea> areas) => new(areas.SelectMany(Names));

    /// <summary>Reads a cell of one or more areas.</summary>
    /// <remarks>
    /// The known names tell where a comma, a stroke or "und" parts two areas and where it belongs to one's name. Where some parts are known and others
    /// not, the cell is read partly and the others are the remark; near names are choices, with and without them.
    /// </remarks>
    public static CellReading<AreaMarks> Read(WrittenCell cell, NameIndex<AreaId> areas)
    {
        var lines = CellText.CleanLines(cell.Text);
        if (CellText.IsNothing(lines))
        {
            return CellReading.Empty<AreaMarks>(cell.Written);
        }

        var whole = areas.Find(lines);
        if (whole.Fit is NameFit.Exact or NameFit.Folded)
        {
            return Whole(cell, whole);
        }

        var parts = ListParts.Of(lines);
        var runs = parts.Count > 1 && ListParts.IsList(lines, parts) ? Longest(parts, areas) : [];
        var found = runs.Where(run => run.IsSure).ToArray();
        if (found.Length == 0)
        {
            return whole.Fit is NameFit.Near ? Whole(cell, whole) : CellReading.Unclear<AreaMarks>(cell.Written, CellReasons.UnknownName);
        }

        if (runs.TrueForAll(run => run.IsSure))
        {
            return CellReading.Understood(cell.Written, Marks(runs));
        }

        return runs.Exists(run => !run.IsSure && run.Area is not null)
            ? CellReading.Unclear(cell.Written, CellReasons.NearName, Marks(runs), Marks(found))
            : CellReading.Partly(cell.Written, Marks(found), CellReasons.UnknownName, string.Join(", ", runs.Where(run => !run.IsSure).Select(run => run.Text)));
    }

    private static AreaMarks Marks(IEnumerable<AreaRun> runs) => new(runs.Select(run => run.Area).OfType<AreaId>().Distinct().ToValueList());

    private static CellReading<AreaMarks> Whole(WrittenCell cell, NameMatch<AreaId> match) => match is { Fit: not NameFit.Near, Keys: [var only] }
        ? CellReading.Understood(cell.Written, new AreaMarks([only]))
        : CellReading.Unclear(cell.Written, match.Fit is NameFit.Near ? CellReasons.NearName : CellReasons.SeveralNames, [.. match.Keys.Select(key => new AreaMarks([key]))]);

    // From each part the longest run that is one known name: "Süd, West und Mitte" may be a single area.
    private static List<AreaRun> Longest(List<ListPart> parts, NameIndex<AreaId> areas)
    {
        var runs = new List<AreaRun>();
        for (var from = 0; from < parts.Count;)
        {
            var to = parts.Count;
            while (to > from && !IsSure(areas.Find(ListParts.Join(parts, from, to))))
            {
                to--;
            }

            var text = ListParts.Join(parts, from, Math.Max(to, from + 1));
            var match = areas.Find(text);
            runs.Add(new AreaRun(text, match.Keys is [var likeliest, ..] ? likeliest : null, IsSure(match)));
            from = Math.Max(to, from + 1);
        }

        return runs;
    }

    private static bool IsSure(NameMatch<AreaId> match) => match is { Fit: NameFit.Exact or NameFit.Folded, Keys.Count: 1 };

    private static IEnumerable<(AreaId Key, string Name)> Names(PlanningArea area)
    {
        var names = new[] { area.Name, area.Code, area.Label, area.Id.Value }.OfType<string>();
        return (area.Scope is AreaScope.WholeTown ? names.Concat(_wholeTown) : names).Select(name => (area.Id, name));
    }

    private readonly record struct AreaRun(string Text, AreaId? Area, bool IsSure);
}
