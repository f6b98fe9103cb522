namespace Insek.Office.Domain.Lists;

/// <summary>What a cell says about its whole row.</summary>
public enum RowRemarkKind
{
    /// <summary>The measure is dropped: "entfällt".</summary>
    Cancelled,

    /// <summary>The measure is another one of the list: "entspricht Maßnahme 132", "siehe Nr. 5".</summary>
    Reference,

    /// <summary>A row to try something out: "Test", "Muster", "xxx".</summary>
    Test,

    /// <summary>A sum: "Summe", "Gesamt".</summary>
    Total,
}

/// <summary>A remark that changes what the row is. The row is listed with it; nobody deletes it.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Cell">The place of the cell in the row, from 0.</param>
/// <param name="Written">The cell as it stands.</param>
/// <param name="IsCertain">Whether the cell says nothing else; else the remark may be about a part of the measure only.</param>
public sealed record RowRemark(RowRemarkKind Kind, int Cell, string Written, bool IsCertain)
{
    /// <summary>The measures referred to; empty unless the remark is a reference.</summary>
    public ValueList<MeasureNumber> References { get; init => field = value ?? []; } = [];
}
