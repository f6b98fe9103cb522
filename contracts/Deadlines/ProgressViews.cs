namespace Insek.Office.Contracts;

/// <summary>What a measure's owner says about it: <c>POST /api/concepts/{concept}/measures/{id}/progress</c>. Tracking: logged, no revision. Fields left out stay as they are.</summary>
public sealed record ProgressReport
{
    /// <summary>"Nichts Neues": an answer by itself; nothing else may be given with it.</summary>
    public bool Unchanged { get; init; }

    /// <summary>How much is done, in percent, 0 to 100.</summary>
    public int? Progress { get; init; }

    /// <summary>What comes next; up to 2,000 characters; empty removes it.</summary>
    public string? NextStep { get; init; }

    /// <summary>What it has cost so far, in euros, 0 to 10¹².</summary>
    public decimal? ActualCostEuro { get; init; }
}

/// <summary>What a person is asked about in a quarter: <c>GET /api/progress/{quarter}</c> for the acting member, in the present state.</summary>
/// <param name="Quarter">The quarter: 2024-Q1.</param>
/// <param name="Member">Who is asked.</param>
/// <param name="Measures">The measures the person owns, by concept and title.</param>
public sealed record ProgressQuestionsView(string Quarter, MemberView Member, IReadOnlyList<ProgressQuestion> Measures);

/// <summary>A measure somebody is asked about.</summary>
public sealed record ProgressQuestion
{
    /// <summary>The concept.</summary>
    public required string Concept { get; init; }

    /// <summary>Its name.</summary>
    public required string ConceptName { get; init; }

    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>Its number or key, as people know it.</summary>
    public required string Number { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>How much is done, in percent.</summary>
    public required int Progress { get; init; }

    /// <summary>What comes next.</summary>
    public string? NextStep { get; init; }

    /// <summary>What it has cost so far, in euros.</summary>
    public decimal? ActualCostEuro { get; init; }

    /// <summary>Its due day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>When it was answered this quarter, in UTC; absent while it was not.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who answered.</summary>
    public MemberView? AnsweredBy { get; init; }

    /// <summary>Whether the answer was "nichts Neues".</summary>
    public bool Unchanged { get; init; }
}
