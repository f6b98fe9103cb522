namespace Insek.Office.Contracts;

/// <summary>A worksheet of a list, or the table of a text file.</summary>
public sealed record ListSheet
{
    /// <summary>Its name; absent for a text file.</summary>
    public string? Name { get; init; }

    /// <summary>Whether measures are read from it.</summary>
    public required bool IsRead { get; init; }

    /// <summary>Why it is not read, as a code: no-header, header-only, empty, skipped; absent where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The same in the caller's language.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the sheet is hidden in the workbook.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The sector concept of its measures where the sheet's name says it.</summary>
    public string? Sector { get; init; }

    /// <summary>The rows of the headings, from 1.</summary>
    public required IReadOnlyList<int> HeaderRows { get; init; }

    /// <summary>Its columns, from the left.</summary>
    public required IReadOnlyList<ListColumn> Columns { get; init; }

    /// <summary>How many rows are hidden; they are read like others.</summary>
    public int HiddenRows { get; init; }

    /// <summary>How many cells hold a formula; the value that was saved with it is read.</summary>
    public int Formulas { get; init; }

    /// <summary>How many groups of cells are merged; each reads as its first cell.</summary>
    public int MergedCells { get; init; }
}

/// <summary>A column of a list.</summary>
public sealed record ListColumn
{
    /// <summary>Its place, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>The heading as written; empty where there is none.</summary>
    public required string Heading { get; init; }

    /// <summary>Which of several columns with this heading, from 1.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>The field it fills; absent where it is kept as written.</summary>
    public string? Field { get; init; }

    /// <summary>How sure that is: mapped (the mapping says so), exact, likely or none.</summary>
    public required string Certainty { get; init; }

    /// <summary>Why, as a code: mapped, synonym, part-of-heading, values, field-taken, unknown-heading or no-heading.</summary>
    public required string Reason { get; init; }

    /// <summary>The same in the caller's language.</summary>
    public required string Text { get; init; }

    /// <summary>Up to five different cells.</summary>
    public required IReadOnlyList<string> Samples { get; init; }

    /// <summary>The unit that the heading or the row below it names, for example "Tsd. €".</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the column is hidden in the workbook; it is read like others.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Rows one after the other of the same kind, for the same reason.</summary>
public sealed record ListSpan
{
    /// <summary>The sheet; absent for a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The first row, from 1.</summary>
    public required int From { get; init; }

    /// <summary>The last row.</summary>
    public required int To { get; init; }

    /// <summary>How many rows it is: in a text file a row may take several lines.</summary>
    public required int Count { get; init; }

    /// <summary>As in <see cref="ListRow.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>As in <see cref="ListRow.Reason"/>.</summary>
    public required string Reason { get; init; }
}
