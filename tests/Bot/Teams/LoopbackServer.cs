using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Insek.Office.Bot.Tests.Teams;

/// <summary>A web server on loopback that hands each request and its body to one function.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, string, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            await answer(context, await reader.ReadToEndAsync(context.RequestAborted));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new LoopbackServer(app, new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()));
    }

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
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>Waiting for what happens in another thread or process.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until it is so; fails with what is seen where it never is.</summary>
    public static async Task IsSoAsync(Func<bool> condition, Func<string>? seen = null)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(_patience);
        while (!condition())
        {
            if (timeout.IsCancellationRequested)
            {
                Assert.Fail($"It never became so. {seen?.Invoke()}");
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
