namespace Insek.Office.Domain.Lists;

/// <summary>A sector concept that a list names.</summary>
/// <param name="Key">Its key.</param>
public sealed record SectorMark(SectorKey Key);

/// <summary>Reads the sector concept (Handlungsfeld) from a cell, a group row or a sheet's name.</summary>
public static class SectorReader
{
    /// <summary>Takes the names by which the concept's sector concepts go.</summary>
    public static NameIndex<SectorKey> Index(IEnumerable<SectorConcept> sectors) => new(sectors.SelectMany(Names));

    /// <summary>Reads a cell. Letter by letter, folded, or behind a number ("3. Verkehr") it is understood; a near name is a choice.</summary>
    public static CellReading<SectorMark> Read(WrittenCell cell, NameIndex<SectorKey> sectors)
    {
        var clean = CellText.Clean(cell.Text);
        if (CellText.IsNothing(clean))
        {
            return CellReading.Empty<SectorMark>(cell.Written);
        }

        var match = sectors.Find(clean);
        return match switch
        {
            { Fit: NameFit.Exact or NameFit.Folded, Keys: [var only] } => CellReading.Understood(cell.Written, new SectorMark(only)),
            { Fit: NameFit.None } => CellReading.Unclear<SectorMark>(cell.Written, CellReasons.UnknownName),
            _ => CellReading.Unclear(cell.Written, match.Fit is NameFit.Near ? CellReasons.NearName : CellReasons.SeveralNames, [.. match.Keys.Select(key => new SectorMark(key))]),
        };
    }

    private static IEnumerable<(SectorKey Key, string Name)> Names(SectorConcept sector) =>
        new[] { sector.Name, sector.LongName, sector.SourceTitle, sector.Key.Value }.OfType<string>().Select(name => (sector.Key, name));
}
