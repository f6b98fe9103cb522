namespace Insek.Office.Contracts;

/// <summary>How a town hall's own list was read, and what a person has to decide.</summary>
public sealed record ListReport
{
    /// <summary>csv, text or xlsx, told by the file's content.</summary>
    public required string Format { get; init; }

    /// <summary>The encoding of a text file, for example utf-8, utf-16 or windows-1252; absent for a workbook.</summary>
    public string? Encoding { get; init; }

    /// <summary>What separates the cells of a text file: ";", ",", "|" or a tab; absent for a workbook.</summary>
    public string? Delimiter { get; init; }

    /// <summary>What the list is called; the origin of its measures.</summary>
    public required string List { get; init; }

    /// <summary>The fields a column can fill, for choosing.</summary>
    public required IReadOnlyList<ListChoice> Fields { get; init; }

    /// <summary>The worksheets; a text file is one sheet without a name.</summary>
    public required IReadOnlyList<ListSheet> Sheets { get; init; }

    /// <summary>How many rows of each kind the file has, blank ones included.</summary>
    public required IReadOnlyList<ListKindCount> Kinds { get; init; }

    /// <summary>Every row of the file, row after row of the same kind and reason together: none is missing.</summary>
    public required IReadOnlyList<ListSpan> Spans { get; init; }

    /// <summary>The rows that are not blank, in the order of the file; at most 2,000: those that need a person first, then those that are no measure, then measures.</summary>
    public required IReadOnlyList<ListRow> Rows { get; init; }

    /// <summary>How many more rows there are.</summary>
    public int FurtherRows { get; init; }

    /// <summary>What needs a person, those that keep rows out first; at most 1,000.</summary>
    public required IReadOnlyList<ListQuestion> Questions { get; init; }

    /// <summary>How many more questions there are.</summary>
    public int FurtherQuestions { get; init; }

    /// <summary>What is different from what the concept has from this list.</summary>
    public required ListEdition Edition { get; init; }

    /// <summary>Answers of the posted mapping that fit nothing in this file; they were not applied.</summary>
    public required IReadOnlyList<ListStaleAnswer> StaleAnswers { get; init; }

    /// <summary>The mapping as it would be kept: what was posted, and everything that was recognised.</summary>
    public required ListMapping Mapping { get; init; }
}

/// <summary>How many rows of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The kind in the caller's language.</param>
/// <param name="Count">How many rows.</param>
public sealed record ListKindCount(string Kind, string Text, int Count);

/// <summary>An answer that fits nothing in the file.</summary>
/// <param name="Part">The part of the mapping: columns, sheets, sectors, values, rows, answers.</param>
/// <param name="Written">What it is about.</param>
/// <param name="Value">What was answered.</param>
/// <param name="Text">Why it was not applied, in the caller's language.</param>
public sealed record ListStaleAnswer(string Part, string? Written, string? Value, string Text);
