using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables.Models;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Insek.Office.Functions.Problems;

internal static class ProblemPipeline
{
    private const int RetryAfterSeconds = 5;

    public static WebApplicationBuilder AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();

        // What cannot be bound is answered by the one handler below, in every environment alike.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return builder;
    }

    /// <summary>Gives every failure and every empty error answer problem details with a code.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = HandleAsync,

            // A caller's mistake is the caller's; it is answered and not logged as ours.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => OfStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }

    private static async Task HandleAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error ?? new InvalidOperationException("The exception handler runs without an exception.");
        if (failure is RequestFailedException storage)
        {
            context.RequestServices.GetRequiredService<ConceptTable>().Observe(storage);
        }

        var problem = Of(failure);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = FormattableString.Invariant($"{RetryAfterSeconds}");
        }

        await problem.ExecuteAsync(context);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Of(Exception failure) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ProblemMapping.Of(413, "upload-too-large", "The upload is too large."),
        BadHttpRequestException { InnerException: JsonException json } => ProblemMapping.Of(400, "invalid-json", json.Message),
        BadHttpRequestException bad => ProblemMapping.Of(bad.StatusCode, "bad-request", bad.Message),
        DirectoryUnavailableException away => ProblemMapping.Of(503, "directory-unavailable", "The directory of people and groups does not answer, and what was known of it is too old.", away.AsOf is { } at ? [new("asOf", at.ToString("O", CultureInfo.InvariantCulture))] : null),
        ConceptUnsettledException busy => ProblemMapping.Of(503, "concept-busy", busy.Message),
        _ when IsOutage(failure) => ProblemMapping.Of(503, "storage-unavailable", "Storage does not answer. Nothing is half written; try again."),
        _ => ProblemMapping.Of(500, "internal-error", "Something went wrong here, not with the request."),
    };

    // Azure.Core reports connection failures as RequestFailedException with status 0, several tries as AggregateException, a time-out as cancellation.
    private static bool IsOutage(Exception failure) => failure switch
    {
        RequestFailedException storage => storage.Status is 0 or 408 or 429 or >= 500 || storage.ErrorCode == TableErrorCode.TableNotFound,
        AggregateException several => several.InnerExceptions.All(IsOutage),
        TaskCanceledException or TimeoutException => true,
        _ => false,
    };

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult OfStatus(int status) => status switch
    {
        401 => ProblemMapping.Of(status, "unauthenticated", "A valid token is needed."),
        403 => ProblemMapping.Of(status, "forbidden", "The token's roles do not allow this."),
        404 => ProblemMapping.Of(status, "not-found", "There is nothing at this address."),
        405 => ProblemMapping.Of(status, "method-not-allowed", "This address does not take this method."),
        415 => ProblemMapping.Of(status, "unsupported-media-type", "This address does not take this content type."),
        _ => ProblemMapping.Of(status, "bad-request", "The request cannot be answered."),
    };
}
