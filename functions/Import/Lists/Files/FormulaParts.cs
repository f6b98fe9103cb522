namespace Insek.Office.Functions.Import.Lists;

/// <summary>Finds the parts of a workbook that hold a formula, while their bytes go by.</summary>
/// <remarks>A cheap look that may find too many, never too few: the XML of what it finds is parsed afterwards (<see cref="WorkbookMarks"/>).</remarks>
internal sealed class FormulaParts
{
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    // The start of an element that the last piece broke off, at most "<f" or ":f".
    private readonly byte[] _seam = new byte[4];
    private string? _part;
    private int _kept;

    /// <summary>Whether a part holds a formula.</summary>
    public bool Contains(string part) => _found.Contains(part);

    /// <summary>Looks at the next piece of a part.</summary>
    /// <param name="part">The part's path; the pieces of a part follow each other.</param>
    /// <param name="bytes">The piece, of any length.</param>
    public void Look(string part, ReadOnlySpan<byte> bytes)
    {
        if (_part != part)
        {
            (_part, _kept) = (part, 0);

            // UTF-16, which the format allows and nobody writes, is left to the parser.
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                _found.Add(part);
            }
        }

        if (_found.Contains(part))
        {
            return;
        }

        var ahead = Math.Min(bytes.Length, _seam.Length - _kept);
        bytes[..ahead].CopyTo(_seam.AsSpan(_kept));
        if (HoldsFormula(_seam.AsSpan(0, _kept + ahead)) || HoldsFormula(bytes))
        {
            _found.Add(part);
            return;
        }

        var end = bytes.Length >= 2 ? bytes[^2..] : _seam.AsSpan(0, _kept + ahead)[^Math.Min(2, _kept + ahead)..];
        _kept = end.Length;
        end.CopyTo(_seam);
    }

    private static bool HoldsFormula(ReadOnlySpan<byte> xml) =>
        xml.IndexOf("<f>"u8) >= 0 || xml.IndexOf("<f "u8) >= 0 || xml.IndexOf("<f/"u8) >= 0 || xml.IndexOf(":f>"u8) >= 0 || xml.IndexOf(":f "u8) >= 0 || xml.IndexOf(":f/"u8) >= 0;
}
