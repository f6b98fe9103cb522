namespace Insek.Office.Domain;

/// <summary>Something in a content that cannot be accepted.</summary>
/// <param name="Field">The field, in camel case.</param>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Value">What stood there; cut to 200 characters.</param>
public sealed record ContentProblem(string Field, string Code, string? Value)
{
    /// <summary>What stood there; cut to 200 characters, because a report quotes and does not repeat.</summary>
    public string? Value { get; init; } = Value is { Length: > 200 } ? string.Concat(Value.AsSpan(0, 199), "…") : Value;
}

/// <summary>A content that cannot be accepted, with every reason.</summary>
public sealed record InvalidContent(ValueList<ContentProblem> Problems)
    : Refusal(RefusalKind.Invalid, "invalid-content", $"The content has {Problems.Count} problem(s): {string.Join("; ", Problems.Select(problem => $"{problem.Field}: {problem.Code}"))}.");
