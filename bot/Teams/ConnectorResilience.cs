using System.Net;
using Insek.Office.Bot.Api;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Insek.Office.Bot.Teams;

/// <summary>How calls to Teams bear its failures: a time for the whole, repetitions, a circuit breaker, a time for each attempt.</summary>
/// <remarks>
/// A new activity cannot be sent under a name, so sending it twice shows it twice. It is repeated only where it is certain that
/// nothing was posted: Teams answered 412, 429 or 503, or no connection came about. A time that ran out, a connection that broke
/// after the request, 500, 502 and 504 are ambiguous and are the caller's to judge. Updates and reads are repeated after all of these.
/// </remarks>
internal sealed partial class ConnectorResilience
{
    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 20;
    private const int MaxExponent = 10;

    private static readonly TimeSpan _sampling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _break = TimeSpan.FromSeconds(5);

    private readonly ConnectorOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<ConnectorResilience> _log;

    public ConnectorResilience(IOptions<ConnectorOptions> options, TimeProvider clock, ILogger<ConnectorResilience> log)
    {
        (_options, _clock, _log) = (options.Value, clock, log);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { Name = "connector", TimeProvider = clock };
        builder.AddTimeout(_options.TotalTimeout);
        if (_options.MaxRetries > 0)
        {
            builder.AddRetry(Retry());
        }

        Pipeline = builder.AddCircuitBreaker(Breaker()).AddTimeout(_options.AttemptTimeout).Build();
    }

    public ResiliencePipeline<HttpResponseMessage> Pipeline { get; }

    /// <summary>Whether the call may be made again after this outcome; see the remarks of the class.</summary>
    public static bool MayRepeat(HttpMethod method, Outcome<HttpResponseMessage> outcome) => method == HttpMethod.Post
        ? outcome switch
        {
            { Exception: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } } => true,
            { Result.StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } => true,
            _ => false,
        }
        : outcome switch
        {
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result.StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError } => true,
            { Result.StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => true,
            _ => false,
        };

    private RetryStrategyOptions<HttpResponseMessage> Retry() => new()
    {
        MaxRetryAttempts = _options.MaxRetries,
        ShouldHandle = args => ValueTask.FromResult(
            MayRepeat(RequestOf(args.Context).Method, args.Outcome) && !(ApiResilience.RetryAfter(args.Outcome.Result, _clock.GetUtcNow()) > _options.LongestRetryAfter)),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(DelayAfter(args.Outcome.Result, args.AttemptNumber, Random.Shared.NextDouble())),
        OnRetry = args =>
        {
            LogRetry(RequestOf(args.Context).Method, args.AttemptNumber + 1, Name(args.Outcome), args.RetryDelay.TotalMilliseconds);
            return ValueTask.CompletedTask;
        },
    };

    // At least what Teams asks for; never the same for two callers.
    private TimeSpan DelayAfter(HttpResponseMessage? answer, int attempt, double spread)
    {
        var doubled = _options.RetryDelay * Math.Pow(2, Math.Min(attempt, MaxExponent));
        return ApiResilience.RetryAfter(answer, _clock.GetUtcNow()) is { } asked ? asked + (_options.RetryDelay * spread) : doubled * (0.5 + spread);
    }

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = FailureRatio,
        MinimumThroughput = MinimumThroughput,
        SamplingDuration = _sampling,
        BreakDuration = _break,

        // Who says when to come back is there; one busy chat must not close the door for the others.
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result: { } answer } => answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout && answer.Headers.RetryAfter is null,
            _ => false,
        }),
        OnOpened = args =>
        {
            LogOpened(Name(args.Outcome), args.BreakDuration.TotalSeconds);
            return ValueTask.CompletedTask;
        },
    };

    private static HttpRequestMessage RequestOf(ResilienceContext context) =>
        context.Properties.TryGetValue(ApiResilience.Request, out var request) ? request : throw new InvalidOperationException("The pipeline runs without a request.");

    private static string Name(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } answer ? FormattableString.Invariant($"{(int)answer.StatusCode}") : outcome.Exception?.Message ?? "nothing";

    [LoggerMessage(LogLevel.Warning, "Teams, {Method}: attempt {Attempt} failed ({Outcome}); next in {Milliseconds:0} ms")]
    private partial void LogRetry(HttpMethod method, int attempt, string outcome, double milliseconds);

    [LoggerMessage(LogLevel.Error, "Teams fails ({Outcome}); no calls for {Seconds:0} s")]
    private partial void LogOpened(string outcome, double seconds);
}

/// <summary>Sends through <see cref="ConnectorResilience"/>. An attempt ends when its body is read.</summary>
internal sealed class ConnectorHandler(ConnectorResilience resilience) : DelegatingHandler
{
    /// <summary>The largest answer read, in bytes: far beyond a page of 500 members.</summary>
    private const long MaxAnswerBytes = 8 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(ApiResilience.Request, request);
        try
        {
            return await resilience.Pipeline.ExecuteAsync(
                static (context, state) => state.Handler.AttemptAsync(state.Request, context.CancellationToken),
                context,
                (Handler: this, Request: request));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
