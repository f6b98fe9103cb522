using Insek.Office.Domain;

namespace Insek.Office.Functions.Sheets;

/// <summary>A row of a sheet as texts, whatever the file held; what they mean is decided elsewhere.</summary>
/// <param name="Number">The line of a CSV file where the record starts, or the row of a worksheet; from 1.</param>
/// <param name="Cells">The cells from the left; null where a cell is empty. Rows may differ in length.</param>
internal sealed record SheetRow(int Number, string?[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    public string? this[int index] => index < Cells.Length ? Cells[index] : null;
}

/// <summary>A file of rows under one row of headings, read from front to back. The stream stays the caller's.</summary>
internal interface ISheet : IDisposable
{
    /// <summary>The worksheet's name; null for a file that has none.</summary>
    string? Name { get; }

    /// <summary>The first row that holds anything.</summary>
    SheetRow Headings { get; }

    /// <summary>Worksheets of the same file that are not read and hold something.</summary>
    IReadOnlyList<string> Others { get; }

    /// <summary>Whether numbers were typed as numbers: then a dot is always the decimal separator.</summary>
    bool HasTypedCells { get; }

    /// <summary>The rows below the headings, blank ones left out. Can be read once; a refusal is the last element.</summary>
    IEnumerable<Result<SheetRow>> ReadRows(CancellationToken cancellationToken);
}
