using Azure;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Health;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => TypedResults.Text("Insek.Office")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api/health", () => TypedResults.Ok(new HealthView("alive"))).AllowAnonymous().WithName("Health").WithTags("Health").WithSummary("Answers as long as the process lives.");
        app.MapGet("/api/ready", ReadyAsync).AllowAnonymous().WithName("Ready").WithTags("Health").WithSummary("Answers 200 when storage is reachable, else 503.");
    }

    private static async Task<Results<Ok<HealthView>, ProblemHttpResult>> ReadyAsync(ConceptTable table, HttpResponse response, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        try
        {
            await table.PingAsync(patience.Token);
            return TypedResults.Ok(new HealthView("ready"));
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            if (failure is RequestFailedException storage)
            {
                table.Observe(storage);
            }

            response.Headers.RetryAfter = "5";
            return ProblemMapping.Of(StatusCodes.Status503ServiceUnavailable, "storage-unavailable", "Storage does not answer.");
        }
    }
}

/// <summary>How the process is.</summary>
/// <param name="Status">alive or ready.</param>
internal sealed record HealthView(string Status);
