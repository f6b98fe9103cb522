using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Insek.Office.Bot.Tests.Host;

/// <summary>An API on loopback that answers as it is told, call by call, and remembers what it was sent.</summary>
internal sealed class LoopbackApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<HttpContext, int, Task> _answer;
    private readonly ConcurrentQueue<Received> _received = new();
    private int _count;
    private int _stopped;

    private LoopbackApi(Func<HttpContext, int, Task> answer)
    {
        _answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>The calls, in the order they came.</summary>
    public IReadOnlyList<Received> Calls => [.. _received];

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <param name="answer">Given the call and how many came before it, answers it.</param>
    public static async Task<LoopbackApi> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var api = new LoopbackApi(answer);
        await api._app.StartAsync(TestContext.Current.CancellationToken);
        api.Address = new Uri(api._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return api;
    }

    public static Task<LoopbackApi> StartAsync(int status, string body, string type = "application/json") => StartAsync((context, _) => AnswerAsync(context, status, body, type));

    public static Task AnswerAsync(HttpContext context, int status, string body = "", string type = "application/json")
    {
        context.Response.StatusCode = status;
        if (body.Length == 0)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
        {
            return;
        }

        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _received.Enqueue(new Received(context.Request.Method, $"{context.Request.PathBase}{context.Request.Path.ToUriComponent()}{context.Request.QueryString}", headers, body));
        await _answer(context, Interlocked.Increment(ref _count) - 1);
    }
}

/// <summary>A call as it arrived.</summary>
internal sealed record Received(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
