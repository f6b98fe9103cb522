namespace Insek.Office.Contracts;

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
