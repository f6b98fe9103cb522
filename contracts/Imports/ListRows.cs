namespace Insek.Office.Contracts;

/// <summary>A row of a list and what it is.</summary>
public sealed record ListRow
{
    /// <summary>The sheet; absent for a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The line of a text file where the row starts, or the row of the sheet; from 1.</summary>
    public required int Row { get; init; }

    /// <summary>measure, title, heading, unit, technical, group, footer, blank, test, cancelled, reference, duplicate, skipped or unclear.</summary>
    public required string Kind { get; init; }

    /// <summary>Why, as a code.</summary>
    public required string Reason { get; init; }

    /// <summary>The same in the caller's language.</summary>
    public required string Text { get; init; }

    /// <summary>Whether a question keeps it from being imported.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>The row by its texts, for decisions that outlast its place.</summary>
    public required string Key { get; init; }

    /// <summary>The measure's number as the list has it.</summary>
    public string? Number { get; init; }

    /// <summary>The measure's title; of other rows what stands there.</summary>
    public string? Title { get; init; }

    /// <summary>new, changed, unchanged or rejected; absent for what is no measure.</summary>
    public string? Outcome { get; init; }

    /// <summary>The measure of the concept that it is about; absent for a new one.</summary>
    public string? Measure { get; init; }

    /// <summary>Whether the row is hidden in the workbook.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What was read, cell by cell: the original beside the reading.</summary>
    public required IReadOnlyList<ListReading> Readings { get; init; }

    /// <summary>The questions about this row, by their ids.</summary>
    public required IReadOnlyList<string> Questions { get; init; }
}

/// <summary>A cell and what it was read as.</summary>
public sealed record ListReading
{
    /// <summary>The column's place, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The field; absent where the cell is kept as written.</summary>
    public string? Field { get; init; }

    /// <summary>The cell as it stands; cut to 500 characters here, kept whole with the measure.</summary>
    public required string Written { get; init; }

    /// <summary>What it was read as, in the caller's language; absent where it was not understood.</summary>
    public string? Value { get; init; }

    /// <summary>understood, partly, unclear or kept.</summary>
    public required string Understanding { get; init; }

    /// <summary>Why it was not understood, in the caller's language.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the cell holds a formula; its saved value was read.</summary>
    public bool IsFormula { get; init; }
}
