using System.Text.Json;

namespace Insek.Office.Functions.Hosting;

/// <summary>Something done again and again. Must be idempotent: two instances may fire at once, and a firing may be lost.</summary>
/// <param name="Function">The function's name: its folder, and the path under which the host calls it.</param>
/// <param name="Every">The time between two firings when the process fires it itself, a part of a day without rest; function.json holds the host's schedule.</param>
/// <param name="RunAsync">What is done.</param>
internal sealed record TimerFunction(string Function, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> RunAsync);

/// <summary>Fires the timers where no Functions host does: once at the start, because something may have been left behind, then when the clock shows a multiple of their interval, as a schedule does.</summary>
internal sealed partial class LocalTimers(IEnumerable<TimerFunction> timers, IServiceProvider services, TimeProvider clock, ILogger<LocalTimers> log) : BackgroundService
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(timers.Select(timer => KeepFiringAsync(timer, stoppingToken)));

    private async Task KeepFiringAsync(TimerFunction timer, CancellationToken stoppingToken)
    {
        for (var due = clock.GetUtcNow(); ; due = await NextAsync(due, timer.Every, stoppingToken))
        {
            try
            {
                await timer.RunAsync(services, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next firing tries again; a timer that died silently would be worse than one that complains.
                LogFailed(failure, timer.Function);
            }
        }
    }

    // A firing that took so long that others passed is followed by one at once, for all of them.
    private async Task<DateTimeOffset> NextAsync(DateTimeOffset due, TimeSpan every, CancellationToken stoppingToken)
    {
        var next = Begin(due, every) + every;
        if (Begin(clock.GetUtcNow(), every) is var latest && latest > next)
        {
            next = latest;
        }

        // A delay may end some milliseconds early: a reminder of eight o'clock would be looked for before eight, and then not until a quarter past.
        while (next - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < _shortest ? _shortest : left, clock, stoppingToken);
        }

        stoppingToken.ThrowIfCancellationRequested();
        return next;
    }

    private static DateTimeOffset Begin(DateTimeOffset at, TimeSpan every) => at - TimeSpan.FromTicks(at.UtcTicks % every.Ticks);

    [LoggerMessage(LogLevel.Error, "Timer {Function} failed and will fire again")]
    private partial void LogFailed(Exception failure, string function);
}

internal static class TimerEndpoints
{
    /// <summary>Maps each timer to <c>POST /{FunctionName}</c>, for the Functions host alone.</summary>
    public static void MapTimers(this IEndpointRouteBuilder app)
    {
        foreach (var timer in app.ServiceProvider.GetServices<TimerFunction>())
        {
            app.MapPost($"/{timer.Function}", async (HttpContext context, CancellationToken cancellationToken) =>
            {
                if (!FunctionsHost.Calls(context) || !await IsFiringOfAsync(context.Request, timer.Function, cancellationToken))
                {
                    return Results.NotFound();
                }

                await timer.RunAsync(context.RequestServices, cancellationToken);

                // Anything but a JSON object would leave the host waiting until the function's timeout.
                return Results.Text("""{"Outputs":{},"Logs":[],"ReturnValue":null}""", "application/json");
            })
            .AllowAnonymous()
            .ExcludeFromDescription();
        }
    }

    private static async Task<bool> IsFiringOfAsync(HttpRequest request, string function, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return false;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return body.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("Data", out var data) && data.ValueKind is JsonValueKind.Object
                && root.TryGetProperty("Metadata", out var metadata) && metadata.ValueKind is JsonValueKind.Object
                && metadata.TryGetProperty("sys", out var sys) && sys.ValueKind is JsonValueKind.Object
                && sys.TryGetProperty("MethodName", out var method) && method.ValueEquals(function);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
