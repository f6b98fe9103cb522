namespace Insek.Office.Domain.Lists;

/// <summary>What a whole column says of the numbers in it.</summary>
public sealed class NumberColumn
{
    private readonly HashSet<string> _lostZeros;

    private NumberColumn(bool? titlesCarryNumbers, HashSet<string> lostZeros)
    {
        TitlesCarryNumbers = titlesCarryNumbers;
        _lostZeros = lostZeros;
    }

    /// <summary>A column of which nothing is known.</summary>
    public static NumberColumn Unknown { get; } = new(null, []);

    /// <summary>Whether its cells begin with a number: true from four fifths on, false up to one fifth, null between and where nothing is known.</summary>
    public bool? TitlesCarryNumbers { get; }

    /// <summary>Reads the column once.</summary>
    /// <remarks>
    /// A number typed with one digit after the point that stands in the column more than once ("3.1") may once have been 3.10: a spreadsheet
    /// keeps no last zero, and no list gives a number twice on purpose.
    /// </remarks>
    public static NumberColumn Learn(IEnumerable<WrittenCell> cells)
    {
        var (filled, numbered) = (0, 0);
        var typed = new HashSet<string>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            var lines = CellText.CleanLines(cell.Text);
            if (lines.Length == 0)
            {
                continue;
            }

            filled++;
            numbered += NumberedTitleScan.Find(lines) is null ? 0 : 1;
            if (IsDecimal(cell) && !typed.Add(lines))
            {
                twice.Add(lines);
            }
        }

        return new NumberColumn(Share(numbered, filled), twice);
    }

    internal bool Decide(NumberCertainty certainty) => TitlesCarryNumbers ?? certainty is NumberCertainty.Likely;

    internal bool MayHaveLostZero(WrittenCell cell) => _lostZeros.Count > 0 && IsDecimal(cell) && _lostZeros.Contains(CellText.CleanLines(cell.Text));

    private static bool IsDecimal(WrittenCell cell) => cell.Number is { } number && number != decimal.Truncate(number) && number * 10 == decimal.Truncate(number * 10);

    private static bool? Share(int numbered, int filled) => filled < 5 ? null : numbered * 5 >= filled * 4 ? true : numbered * 5 <= filled ? false : null;
}
