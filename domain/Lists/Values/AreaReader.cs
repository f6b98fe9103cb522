namespace Insek.Office.Domain.Lists;

/// <summary>Planning areas that a list names.</summary>
/// <param name="Areas">The areas, each once, in the order of the cell.</param>
public sealed record AreaMarks(ValueList<AreaId> Areas);

/// <summary>Reads planning areas and parts of the town from a cell.</summary>
public static class AreaReader
{
    private const int MaxParts = 64;

    private static readonly string[] _wholeTown = ["Gesamtstadt", "gesamtes Stadtgebiet", "ganze Stadt", "stadtweit", "gesamte Stadt", "Stadtgebiet", "gesamt", "alle Ortsteile", "alle Plangebiete", "gesamtes Gebiet"];

    /// <summary>Takes the names by which the concept's areas go: id, code, name, both; and what towns call the whole town.</summary>
    public static NameIndex<AreaId> Index(IEnumerable<PlanningArea> areas) => new(areas.SelectMany(Names));

    /// <summary>Reads a cell of one or more areas.</summary>
    /// <remarks>
    /// The known names tell where a comma, a stroke or "und" parts two areas and where it belongs to one's name. Where some parts are known and others
    /// not, the cell is read partly and the others are the remark; where none is, near names are choices.
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
        var (found, rest) = parts.Count is > 1 and <= MaxParts ? Longest(parts, areas) : ([], [lines]);
        if (found.Count == 0)
        {
            return whole.Fit is NameFit.Near ? Whole(cell, whole) : CellReading.Unclear<AreaMarks>(cell.Written, CellReasons.UnknownName);
        }

        var marks = new AreaMarks(found.Distinct().ToValueList());
        return rest.Count == 0
            ? CellReading.Understood(cell.Written, marks)
            : CellReading.Partly(cell.Written, marks, rest.Exists(name => areas.Find(name).Fit is not NameFit.None) ? CellReasons.NearName : CellReasons.UnknownName, string.Join(", ", rest));
    }

    private static CellReading<AreaMarks> Whole(WrittenCell cell, NameMatch<AreaId> match) => match is { Fit: not NameFit.Near, Keys: [var only] }
        ? CellReading.Understood(cell.Written, new AreaMarks([only]))
        : CellReading.Unclear(cell.Written, match.Fit is NameFit.Near ? CellReasons.NearName : CellReasons.SeveralNames, [.. match.Keys.Select(key => new AreaMarks([key]))]);

    // From each part the longest run that is one known name: "Süd, West und Mitte" may be a single area.
    private static (List<AreaId> Found, List<string> Unknown) Longest(List<ListPart> parts, NameIndex<AreaId> areas)
    {
        var (found, rest) = (new List<AreaId>(), new List<string>());
        for (var from = 0; from < parts.Count;)
        {
            var to = parts.Count;
            NameMatch<AreaId>? match = null;
            for (; to > from; to--)
            {
                match = areas.Find(ListParts.Join(parts, from, to));
                if (match is { Fit: NameFit.Exact or NameFit.Folded, Keys.Count: 1 })
                {
                    break;
                }
            }

            if (to > from)
            {
                found.Add(match!.Keys[0]);
            }
            else
            {
                rest.Add(parts[from].Text);
            }

            from = Math.Max(to, from + 1);
        }

        return (found, rest);
    }

    private static IEnumerable<(AreaId Key, string Name)> Names(PlanningArea area)
    {
        var names = new[] { area.Name, area.Code, area.Label, area.Id.Value }.OfType<string>();
        return (area.Scope is AreaScope.WholeTown ? names.Concat(_wholeTown) : names).Select(name => (area.Id, name));
    }
}
