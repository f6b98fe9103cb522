namespace Insek.Office.Contracts;

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
