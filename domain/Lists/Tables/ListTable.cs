using System.Runtime.InteropServices;

namespace Insek.Office.Domain.Lists;

/// <summary>A worksheet, or the table of a text file, as it was read: every row, blank ones included.</summary>
/// <param name="Name">The worksheet's name; null for a text file.</param>
/// <param name="Lines">All rows up to the last that holds anything.</param>
public sealed record ListTable(string? Name, IReadOnlyList<ListLine> Lines)
{
    /// <summary>Whether the worksheet is hidden.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Groups of merged cells.</summary>
    public IReadOnlyList<MergedCells> Merges { get; init; } = [];

    /// <summary>Hidden columns, from 0.</summary>
    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    /// <summary>Cells that hold a formula, by row number and column from 0.</summary>
    public IReadOnlySet<(int Row, int Column)> Formulas { get; init; } = new HashSet<(int, int)>();

    /// <summary>Whether a text may have lost its encoding before, if that was looked for while the table was read.</summary>
    public bool? MayBeBroken { get; init; }

    /// <summary>The number of columns.</summary>
    public int Width { get; } = Lines.Count == 0 ? 0 : Lines.Max(line => line.Cells.Length);
}

/// <summary>A row as it was read.</summary>
/// <param name="number">The line of a text file where the row starts, or the row of the worksheet; from 1.</param>
/// <param name="cells">The cells from the left; rows may differ in length.</param>
/// <param name="isHidden">Whether the row is hidden.</param>
public sealed class ListLine(int number, WrittenCell[] cells, bool isHidden = false)
{
    private int[]? _filled;

    /// <summary>The line of a text file where the row starts, or the row of the worksheet; from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The cells from the left.</summary>
    public WrittenCell[] Cells { get; } = cells;

    /// <summary>Whether the row is hidden.</summary>
    public bool IsHidden { get; } = isHidden;

    /// <summary>Whether no cell holds anything a person sees.</summary>
    public bool IsBlank { get; } = Array.TrueForAll(cells, cell => string.IsNullOrWhiteSpace(cell.Text));

    /// <summary>The cell of a column; an empty one beyond the end.</summary>
    public WrittenCell this[int column] => (uint)column < (uint)Cells.Length ? Cells[column] : default;

    /// <summary>Whether a cell holds anything a person sees.</summary>
    public bool Has(int column) => !string.IsNullOrWhiteSpace(this[column].Text);

    /// <summary>The row with another cell in a column.</summary>
    public ListLine With(int column, WrittenCell cell)
    {
        var changed = new WrittenCell[Math.Max(Cells.Length, column + 1)];
        Cells.CopyTo(changed, 0);
        changed[column] = cell;
        return new ListLine(Number, changed, IsHidden);
    }

    /// <summary>The columns that hold something.</summary>
    public int[] Filled => _filled ??= FindFilled();

    private int[] FindFilled()
    {
        var (filled, count) = (new int[Cells.Length], 0);
        for (var i = 0; i < Cells.Length; i++)
        {
            if (Has(i))
            {
                filled[count++] = i;
            }
        }

        return filled[..count];
    }
}

/// <summary>A group of merged cells; what it reads stands in its first cell.</summary>
/// <param name="FromRow">The first row number.</param>
/// <param name="ToRow">The last row number.</param>
/// <param name="FromColumn">The first column, from 0.</param>
/// <param name="ToColumn">The last column.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MergedCells(int FromRow, int ToRow, int FromColumn, int ToColumn);
