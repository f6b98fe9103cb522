using Insek.Office.Bot.Api;
using Insek.Office.Bot.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Bot.Health;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", () => TypedResults.Ok(new HealthView("alive"))).WithSummary("Answers as long as the process lives.");
        app.MapGet("/ready", ReadyAsync).WithSummary("Answers 200 when the API is ready, else 503.");
    }

    private static async Task<Results<Ok<HealthView>, ProblemHttpResult>> ReadyAsync(ApiReadiness api, HttpResponse response, CancellationToken cancellationToken) =>
        await api.IsReadyAsync(cancellationToken) ? TypedResults.Ok(new HealthView("ready")) : ProblemPipeline.ApiUnavailable(response);
}

/// <summary>How the process is.</summary>
/// <param name="Status">alive or ready.</param>
internal sealed record HealthView(string Status);
