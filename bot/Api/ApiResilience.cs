using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Insek.Office.Bot.Api;

/// <summary>How calls to the API bear its failures: a time for the whole, repetitions, a circuit breaker, a time for each attempt.</summary>
internal sealed partial class ApiResilience
{
    /// <summary>The request a call is about.</summary>
    public static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");

    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 10;
    private const int MaxExponent = 10;

    private static readonly TimeSpan _sampling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _break = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _maxDelay = TimeSpan.FromSeconds(5);

    private readonly ApiOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<ApiResilience> _log;
    private bool _isAway;

    public ApiResilience(IOptions<ApiOptions> options, TimeProvider clock, ILogger<ApiResilience> log)
    {
        (_options, _clock, _log) = (options.Value, clock, log);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { Name = ApiClient.Name, TimeProvider = clock };
        builder.AddTimeout(_options.TotalTimeout);
        if (_options.MaxRetries > 0)
        {
            builder.AddRetry(Retry());
        }

        Pipeline = builder.AddCircuitBreaker(Breaker()).AddTimeout(_options.AttemptTimeout).Build();
    }

    /// <summary>One for the whole process: the circuit is everybody's.</summary>
    public ResiliencePipeline<HttpResponseMessage> Pipeline { get; }

    /// <summary>How long an answer asks to be left alone, from now on; null where it does not ask.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage? answer, DateTimeOffset now) => answer?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>The pause before the next attempt: at least what the answer asks for, else doubling; never the same for two callers.</summary>
    /// <param name="answer">The failed answer; null where none came.</param>
    /// <param name="attempt">How many attempts were repeated before; 0 for the first repetition.</param>
    /// <param name="now">The time.</param>
    /// <param name="spread">A random number, from 0 to 1.</param>
    public TimeSpan DelayAfter(HttpResponseMessage? answer, int attempt, DateTimeOffset now, double spread)
    {
        var doubled = _options.RetryDelay * Math.Pow(2, Math.Min(attempt, MaxExponent));
        var delay = doubled < _maxDelay ? doubled : _maxDelay;
        return RetryAfter(answer, now) is { } asked ? asked + (_options.RetryDelay * spread) : delay * (0.5 + spread);
    }

    /// <summary>Whether sending the request again can do no harm: by its method (RFC 9110, section 9.2.2), or because the operation is named.</summary>
    private static bool IsRepeatable(HttpRequestMessage request) =>
        request.Method != HttpMethod.Post && request.Method != HttpMethod.Patch
        || request.Headers.Contains(ApiHeaders.Operation) || request.Headers.Contains(ApiHeaders.IdempotencyKey);

    private static bool IsTransient(HttpResponseMessage answer, HttpRequestMessage request) => answer.StatusCode switch
    {
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => true,
        HttpStatusCode.PreconditionFailed => request.Options.TryGetValue(ApiHeaders.RepeatsRaces, out var repeats) && repeats,
        _ => false,
    };

    private static HttpRequestMessage RequestOf(ResilienceContext context) =>
        context.Properties.TryGetValue(Request, out var request) ? request : throw new InvalidOperationException("The pipeline runs without a request.");

    private RetryStrategyOptions<HttpResponseMessage> Retry() => new()
    {
        MaxRetryAttempts = _options.MaxRetries,
        ShouldHandle = args => ValueTask.FromResult(IsRepeatable(RequestOf(args.Context)) && args.Outcome switch
        {
            // An open circuit is not tried again: the caller hears at once.
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result: { } answer } => IsTransient(answer, RequestOf(args.Context)) && !(RetryAfter(answer, _clock.GetUtcNow()) > _options.LongestRetryAfter),
            _ => false,
        }),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(DelayAfter(args.Outcome.Result, args.AttemptNumber, _clock.GetUtcNow(), Random.Shared.NextDouble())),
        OnRetry = args =>
        {
            var request = RequestOf(args.Context);
            LogRetry(request.Method, request.RequestUri?.AbsolutePath, args.AttemptNumber + 1, Outcome(args.Outcome), args.RetryDelay.TotalMilliseconds);
            return ValueTask.CompletedTask;
        },
    };

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = FailureRatio,
        MinimumThroughput = MinimumThroughput,
        SamplingDuration = _sampling,
        BreakDuration = _break,

        // Who answers with Retry-After is there and knows its own load: one busy concept must not close the door for the others.
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result: { } answer } => (int)answer.StatusCode >= 500 && answer.Headers.RetryAfter is null,
            _ => false,
        }),
        OnOpened = args =>
        {
            // It opens again after every call that is let through to try; one outage is one line.
            if (!Interlocked.Exchange(ref _isAway, true))
            {
                LogOpened(Outcome(args.Outcome), args.BreakDuration.TotalSeconds);
            }

            return ValueTask.CompletedTask;
        },
        OnClosed = _ =>
        {
            _isAway = false;
            LogClosed();
            return ValueTask.CompletedTask;
        },
    };

    private static string Outcome(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } answer ? FormattableString.Invariant($"{(int)answer.StatusCode}") : outcome.Exception?.Message ?? "nothing";

    [LoggerMessage(LogLevel.Warning, "{Method} {Path}: attempt {Attempt} failed ({Outcome}); next in {Milliseconds:0} ms")]
    private partial void LogRetry(HttpMethod method, string? path, int attempt, string outcome, double milliseconds);

    [LoggerMessage(LogLevel.Error, "The API fails ({Outcome}); from now on only one call every {Seconds:0} s tries whether it answers again")]
    private partial void LogOpened(string outcome, double seconds);

    [LoggerMessage(LogLevel.Information, "The API answers again")]
    private partial void LogClosed();
}
