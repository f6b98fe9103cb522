using System.Collections.Concurrent;
using Insek.Office.Bot.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Insek.Office.Bot.Tests.Host;

/// <summary>The bot's services as it composes them itself, aimed at a loopback API.</summary>
internal sealed class BotServices : IAsyncDisposable
{
    private readonly KeyFile _key = new();
    private readonly WebApplication _app;

    public BotServices(Uri api, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Api:BaseAddress"] = api.ToString(),
            ["Api:DevelopmentKeyFile"] = _key.Path,
            ["Api:RetryDelay"] = "00:00:00.001",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddApi();
        _app = builder.Build();
    }

    public MemoryLog Log { get; } = new();

    public byte[] Key => _key.Key;

    public ApiClient Client => Get<ApiClient>();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public void LoseKey() => _key.Dispose();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }
}

/// <summary>Keeps every line that is logged.</summary>
internal sealed class MemoryLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join(Environment.NewLine, _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
