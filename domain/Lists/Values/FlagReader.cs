using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>Yes or no.</summary>
/// <param name="IsSet">Whether it is yes.</param>
public sealed record Flag(bool IsSet);

/// <summary>Reads marks for yes and no, as in a column of key measures.</summary>
/// <remarks>An empty cell and "-" are empty, not no: whether a column means no by leaving out is the list's matter. "(x)" is unclear.</remarks>
public static class FlagReader
{
    private static readonly FrozenSet<string> _yes = new[]
    {
        "x", "xx", "ja", "j", "yes", "y", "true", "wahr", "1", "●", "•", "✓", "✔", "✔️", "☑", "☒", "✅", "■", "×", "✗", "✘", "+", "[x]",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _no = new[] { "nein", "n", "no", "false", "falsch", "0", "○", "☐", "□", "❌", "[ ]", "[]" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _either = new[] { "(x)", "(ja)", "teilweise", "?", "(●)", "(✓)", "o", "bedingt", "tlw.", "jein", "x?", "ja?" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads a cell of yes and no.</summary>
    public static CellReading<Flag> Read(WrittenCell cell)
    {
        var folded = CellText.Fold(cell.Text);
        if (CellText.IsNothing(folded))
        {
            return CellReading.Empty<Flag>(cell.Written);
        }

        // A cross says yes in a list and no beside a tick.
        if (folded is "✗" or "✘" or "☒")
        {
            return CellReading.Unclear(cell.Written, CellReasons.NotRecognised, new Flag(true), new Flag(false));
        }

        return _yes.Contains(folded) ? CellReading.Understood(cell.Written, new Flag(true))
            : _no.Contains(folded) ? CellReading.Understood(cell.Written, new Flag(false))
            : _either.Contains(folded) ? CellReading.Unclear(cell.Written, CellReasons.NotRecognised, new Flag(true), new Flag(false))
            : CellReading.Unclear<Flag>(cell.Written, CellReasons.NotRecognised);
    }
}
