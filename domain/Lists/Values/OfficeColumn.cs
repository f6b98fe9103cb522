namespace Insek.Office.Domain.Lists;

/// <summary>The offices that a list is known to name: those that stand alone in some cell, and those somebody told us of.</summary>
/// <remarks>It remembers what it has read, so it serves one reading of one list and no two threads.</remarks>
public sealed class OfficeColumn
{
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, CellReading<Offices>> _read = new(StringComparer.Ordinal);

    private OfficeColumn(HashSet<string> known) => _known = known;

    /// <summary>A column of which nothing is known.</summary>
    public static OfficeColumn Unknown { get; } = new([]);

    /// <summary>Reads the columns of offices once.</summary>
    /// <param name="cells">All cells of the list's columns of offices.</param>
    /// <param name="known">Offices known otherwise, for example those of the concept's measures.</param>
    /// <remarks>Only what no comma, stroke or "und" may cut is known: an office in a cell, or in a line of a cell, of its own.</remarks>
    public static OfficeColumn Learn(IEnumerable<WrittenCell> cells, IEnumerable<string> known)
    {
        var names = known.Select(NameWords.Key).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells.Where(cell => seen.Add(cell.Written)))
        {
            var parts = ListParts.Of(CellText.CleanLines(cell.Text));
            for (var i = 0; i < parts.Count; i++)
            {
                if (parts[i].After is PartingKind.None or PartingKind.Hard && (i == 0 || parts[i - 1].After is PartingKind.Hard))
                {
                    names.Add(NameWords.Key(OfficeNames.WithoutLead(parts[i].Text)));
                }
            }
        }

        names.Remove("");
        return new OfficeColumn(names);
    }

    /// <summary>The reading of a cell, made once: a column names the same offices over and over.</summary>
    /// <remarks>Not for several threads at once. What is unknown is shared by all and remembers nothing.</remarks>
    internal CellReading<Offices> Remember(string written, Func<CellReading<Offices>> read)
    {
        if (ReferenceEquals(this, Unknown))
        {
            return read();
        }

        if (!_read.TryGetValue(written, out var reading))
        {
            _read[written] = reading = read();
        }

        return reading;
    }

    internal bool Knows(string office) => _known.Count > 0 && _known.Contains(NameWords.Key(office));
}
