namespace Insek.Office.Contracts;

/// <summary>What an import did, or would do.</summary>
public sealed record ImportReport
{
    /// <summary>Whether anything may have been written: false for a dry run and for a refused import.</summary>
    public required bool Applied { get; init; }

    /// <summary>Whether it was a dry run.</summary>
    public required bool DryRun { get; init; }

    /// <summary>atomic: all rows or none; partial: the good rows.</summary>
    public required string Mode { get; init; }

    /// <summary>The version of the concept's content all this was worked out against; absent where there was no such concept. Sent in If-Match, in quotes, it makes sure that what is imported is what was seen.</summary>
    public long? ContentVersion { get; init; }

    /// <summary>What was, or would be, recorded for the first time.</summary>
    public required ImportCounts Created { get; init; }

    /// <summary>What was, or would be, changed.</summary>
    public required ImportCounts Updated { get; init; }

    /// <summary>What already read like this.</summary>
    public required ImportCounts Unchanged { get; init; }

    /// <summary>Rows that were left out because of an error.</summary>
    public required int Rejected { get; init; }

    /// <summary>Everything worth a look, errors first, then in the order of the file; at most 1,000.</summary>
    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    /// <summary>How many more problems there were.</summary>
    public int FurtherProblems { get; init; }

    /// <summary>How a town hall's own list was read; absent for our own formats.</summary>
    public ListReport? List { get; init; }
}

/// <summary>How many parts of a concept.</summary>
public sealed record ImportCounts
{
    /// <summary>Concept heads: 0 or 1.</summary>
    public int Concepts { get; init; }

    /// <summary>Planning areas.</summary>
    public int Areas { get; init; }

    /// <summary>Sector concepts.</summary>
    public int Sectors { get; init; }

    /// <summary>Goals.</summary>
    public int Goals { get; init; }

    /// <summary>Measures.</summary>
    public int Measures { get; init; }
}

/// <summary>Something worth a look in an import.</summary>
public sealed record ImportProblem
{
    /// <summary>error: the row was left out; warning: it was taken and somebody should look; info: noticed.</summary>
    public required string Severity { get; init; }

    /// <summary>Stable and machine-readable.</summary>
    public required string Code { get; init; }

    /// <summary>The part of the file: concept, areas, sectors, goals, measures, or the sheet's name.</summary>
    public string? Part { get; init; }

    /// <summary>The row: the line of a CSV file, the row of a sheet, the place in a JSON array; from 1. Absent for the file as a whole.</summary>
    public int? Row { get; init; }

    /// <summary>The column's heading or the field's name.</summary>
    public string? Column { get; init; }

    /// <summary>What stands there; cut to 200 characters.</summary>
    public string? Value { get; init; }

    /// <summary>Why, in the caller's language.</summary>
    public required string Reason { get; init; }
}
