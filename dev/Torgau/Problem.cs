using System.Text.Json;
using Insek.Office.Contracts;

namespace Insek.Office.Dev.Torgau;

/// <summary>RFC 9457 problem details as lines for a terminal.</summary>
internal static class Problem
{
    private const int Shown = 20;

    public static IReadOnlyList<string> Explain(string? mediaType, string body)
    {
        if (mediaType is not ("application/problem+json" or "application/json"))
        {
            return [.. body.Split('\n').Take(Shown)];
        }

        var details = JsonSerializer.Deserialize<ProblemDetails>(body, JsonSerializerOptions.Web);
        List<string> lines = [$"{details?.Code} {details?.Title}: {details?.Detail}"];
        lines.AddRange((details?.Report?.Problems ?? []).Take(Shown).Select(problem => $"{problem.Severity} {problem.Code}: {problem.Reason}"));
        return lines;
    }

    private sealed record ProblemDetails(string? Code, string? Title, string? Detail, ImportReport? Report);
}
