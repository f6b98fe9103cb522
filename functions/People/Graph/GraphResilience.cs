using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Insek.Office.Functions.People.Graph;

/// <summary>How calls to Graph bear its failures: a time for the whole, repetitions that wait as long as Graph asks, a circuit breaker, a time for each attempt.</summary>
/// <remarks>Every request made here may be repeated: reads, batches of reads, and installing an app that is installed already, which is a conflict and no harm.</remarks>
internal sealed partial class GraphResilience
{
    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 10;
    private const int MaxExponent = 10;

    private static readonly TimeSpan _sampling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _break = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _maxDelay = TimeSpan.FromSeconds(20);

    private readonly GraphOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<GraphResilience> _log;

    public GraphResilience(IOptions<GraphOptions> options, TimeProvider clock, ILogger<GraphResilience> log)
    {
        (_options, _clock, _log) = (options.Value, clock, log);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { Name = "graph", TimeProvider = clock };
        builder.AddTimeout(_options.TotalTimeout);
        if (_options.MaxRetries > 0)
        {
            builder.AddRetry(Retry());
        }

        Pipeline = builder.AddCircuitBreaker(Breaker()).AddTimeout(_options.AttemptTimeout).Build();
    }

    /// <summary>One for the whole process: the circuit is everybody's.</summary>
    public ResiliencePipeline<HttpResponseMessage> Pipeline { get; }

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool IsTransient(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>How long an answer asks to be left alone, from now on; null where it does not ask.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage? answer, DateTimeOffset now) => answer?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>The pause before the next attempt: at least what the answer asks for, else doubling; never the same for two callers.</summary>
    public TimeSpan DelayAfter(TimeSpan? asked, int attempt, double spread)
    {
        var doubled = _options.RetryDelay * Math.Pow(2, Math.Min(attempt, MaxExponent));
        var delay = doubled < _maxDelay ? doubled : _maxDelay;
        return asked is { } wait ? wait + (_options.RetryDelay * spread) : delay * (0.5 + spread);
    }

    private RetryStrategyOptions<HttpResponseMessage> Retry() => new()
    {
        MaxRetryAttempts = _options.MaxRetries,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            // An open circuit is not tried again: the caller hears at once.
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result: { } answer } => IsTransient(answer.StatusCode) && !(RetryAfter(answer, _clock.GetUtcNow()) > _options.LongestRetryAfter),
            _ => false,
        }),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(DelayAfter(RetryAfter(args.Outcome.Result, _clock.GetUtcNow()), args.AttemptNumber, Random.Shared.NextDouble())),
        OnRetry = args =>
        {
            LogRetry(args.AttemptNumber + 1, Outcome(args.Outcome), args.RetryDelay.TotalMilliseconds);
            return ValueTask.CompletedTask;
        },
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = FailureRatio,
        MinimumThroughput = MinimumThroughput,
        SamplingDuration = _sampling,
        BreakDuration = _break,

        // Who answers with Retry-After is there and knows its own load.
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result: { } answer } => (int)answer.StatusCode >= 500 && answer.Headers.RetryAfter is null,
            _ => false,
        }),
    };

    private static string Outcome(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } answer ? FormattableString.Invariant($"{(int)answer.StatusCode}") : outcome.Exception?.Message ?? "nothing";

    [LoggerMessage(LogLevel.Warning, "Graph: attempt {Attempt} failed ({Outcome}); next in {Milliseconds:0} ms")]
    private partial void LogRetry(int attempt, string outcome, double milliseconds);
}

/// <summary>Sends through the pipeline. An answer is read whole within the attempt, so that one that breaks off is repeated, too.</summary>
internal sealed class GraphHandler(GraphResilience resilience) : DelegatingHandler
{
    private const int MaxAnswerBytes = 64 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
        }

        return await resilience.Pipeline.ExecuteAsync(
            async token =>
            {
                var answer = await base.SendAsync(request, token);
                await answer.Content.LoadIntoBufferAsync(MaxAnswerBytes, token);
                return answer;
            },
            cancellationToken);
    }
}
