namespace Insek.Office.Dev.Torgau;

/// <summary>What the API says about an import: how many of each kind, and what it found wrong.</summary>
internal sealed record ImportReport(
    bool Applied,
    IReadOnlyDictionary<string, int>? Created,
    IReadOnlyDictionary<string, int>? Updated,
    IReadOnlyDictionary<string, int>? Unchanged,
    IReadOnlyList<ImportProblem>? Problems)
{
    /// <summary>One line: what was written, what was there already, what was found.</summary>
    public string Summary => string.Join("; ", Parts());

    private IEnumerable<string> Parts()
    {
        foreach (var (verb, counts) in ((string, IReadOnlyDictionary<string, int>?)[])[("created", Created), ("updated", Updated), ("unchanged", Unchanged)])
        {
            if (counts is not null && counts.Values.Any(count => count > 0))
            {
                yield return $"{verb} {string.Join(", ", counts.Where(count => count.Value > 0).Select(count => $"{count.Value} {count.Key}"))}";
            }
        }

        if (Problems is { Count: > 0 })
        {
            yield return $"{Problems.Count} findings";
        }
    }
}

/// <summary>One finding; <see cref="Reason"/> is a German sentence.</summary>
internal sealed record ImportProblem(string Severity, string Code, string? Part, int? Row, string? Column, string? Value, string Reason);
