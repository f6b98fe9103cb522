using Insek.Office.Bot.Api;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Bot.Problems;

/// <summary>Problem details (RFC 9457) with a code, as the API gives them.</summary>
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

    /// <summary>The API is away for a while.</summary>
    public static ProblemHttpResult ApiUnavailable(HttpResponse response)
    {
        response.Headers.RetryAfter = FormattableString.Invariant($"{RetryAfterSeconds}");
        return Of(StatusCodes.Status503ServiceUnavailable, "api-unavailable", "The Insek.Office API does not answer.");
    }

    private static Task HandleAsync(HttpContext context)
    {
        var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            ApiUnavailableException => ApiUnavailable(context.Response),
            BadHttpRequestException bad => Of(bad.StatusCode, "bad-request", bad.Message),
            _ => Of(StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong here, not with the request."),
        };
        return problem.ExecuteAsync(context);
    }

    private static ProblemHttpResult OfStatus(int status) => status switch
    {
        401 => Of(status, "unauthenticated", "A valid token is needed."),
        403 => Of(status, "forbidden", "The token does not allow this."),
        404 => Of(status, "not-found", "There is nothing at this address."),
        405 => Of(status, "method-not-allowed", "This address does not take this method."),
        415 => Of(status, "unsupported-media-type", "This address does not take this content type."),
        >= 500 => Of(status, "internal-error", "Something went wrong here, not with the request."),
        _ => Of(status, "bad-request", "The request cannot be answered."),
    };

    private static ProblemHttpResult Of(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, type: $"urn:insek:{code}", extensions: [new("code", code)]);
}
