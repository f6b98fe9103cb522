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

/// <summary>How many rows of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The kind in the caller's language.</param>
/// <param name="Count">How many rows.</param>
public sealed record ListKindCount(string Kind, string Text, int Count);

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

/// <summary>Something a person has to decide. Answer it with an entry in the mapping's answers: the question's id and the value of a choice.</summary>
public sealed record ListQuestion
{
    /// <summary>Stays the same for the same question about the same text, also in the next edition.</summary>
    public required string Id { get; init; }

    /// <summary>column, value, row, sector, same (the same measure?), split, encoding, priority-order, date-order, cost-unit or first-owner.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the rows stay out until it is answered; else what was not understood is kept as written.</summary>
    public required bool Blocks { get; init; }

    /// <summary>The field it is about.</summary>
    public string? Field { get; init; }

    /// <summary>What stands there; cut to 500 characters.</summary>
    public string? Written { get; init; }

    /// <summary>Why it is asked, as a code.</summary>
    public required string Reason { get; init; }

    /// <summary>The question in the caller's language.</summary>
    public required string Text { get; init; }

    /// <summary>The first places it is about, at most five.</summary>
    public required IReadOnlyList<ListPlace> Places { get; init; }

    /// <summary>How many rows it is about.</summary>
    public required int Rows { get; init; }

    /// <summary>What can be answered.</summary>
    public required IReadOnlyList<ListChoice> Choices { get; init; }
}

/// <summary>A place in a list.</summary>
/// <param name="Sheet">The sheet; absent for a text file.</param>
/// <param name="Row">The row, from 1; absent for the whole sheet or column.</param>
/// <param name="Column">The column's heading.</param>
public sealed record ListPlace(string? Sheet, int? Row, string? Column);

/// <summary>Something to choose.</summary>
/// <param name="Value">What is sent back.</param>
/// <param name="Label">What people read, in the caller's language.</param>
public sealed record ListChoice(string Value, string Label);

/// <summary>What an edition of a list changes.</summary>
public sealed record ListEdition
{
    /// <summary>Rows whose measure the concept does not have yet.</summary>
    public required int New { get; init; }

    /// <summary>Measures that read otherwise now.</summary>
    public required int Changed { get; init; }

    /// <summary>Measures that read as before.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Measures that came from this list and are not in this edition; nothing is done to them.</summary>
    public required int Gone { get; init; }

    /// <summary>Measures that are several now.</summary>
    public required int Split { get; init; }

    /// <summary>Rows that say that a measure is given up; nothing is done to it.</summary>
    public required int Cancelled { get; init; }

    /// <summary>Rows that only refer to another measure.</summary>
    public required int References { get; init; }

    /// <summary>What is different: gone, split, cancelled, referring, changed and new, in this order; at most 2,000.</summary>
    public required IReadOnlyList<ListChange> Changes { get; init; }

    /// <summary>How many more differences there are.</summary>
    public int FurtherChanges { get; init; }
}

/// <summary>A difference between the concept and an edition of a list.</summary>
public sealed record ListChange
{
    /// <summary>gone, split, cancelled, reference, changed or new.</summary>
    public required string Kind { get; init; }

    /// <summary>The measure of the concept; absent where it has none.</summary>
    public string? Measure { get; init; }

    /// <summary>Its number in the list.</summary>
    public string? Number { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The sheet; absent for a text file and for what is gone.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row; absent for what is gone.</summary>
    public int? Row { get; init; }

    /// <summary>The numbers a measure is split into, or the number a row refers to.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>What changed.</summary>
    public required IReadOnlyList<FieldDiff> Fields { get; init; }
}

/// <summary>An answer that fits nothing in the file.</summary>
/// <param name="Part">The part of the mapping: columns, sheets, sectors, values, rows, answers.</param>
/// <param name="Written">What it is about.</param>
/// <param name="Value">What was answered.</param>
/// <param name="Text">Why it was not applied, in the caller's language.</param>
public sealed record ListStaleAnswer(string Part, string? Written, string? Value, string Text);
