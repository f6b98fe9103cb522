using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot;

/// <summary>What a connector was asked.</summary>
internal sealed record Asked(string Method, string Target, string Body, string? Authorization)
{
    public JObject Json => JObject.Parse(Body);
}

/// <summary>What a connector answers.</summary>
internal sealed record Told(int Status, string Body = "", string? RetryAfter = null);

/// <summary>A channel's connector on a loopback server: keeps what it is asked, answers as told.</summary>
internal sealed class Channel : IAsyncDisposable
{
    private Loopback? server;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>By default everything is created with the id 1.</summary>
    public Func<Asked, Told> Answer { get; set; } = _ => new Told(201, """{"id":"1"}""");

    /// <summary>Without a slash at its end, as the local client gives it.</summary>
    public Uri ServiceUrl => new(server!.Address, "/smba");

    public Asked Request => Requests.Single();

    public static async Task<Channel> StartAsync()
    {
        var channel = new Channel();
        channel.server = await Loopback.StartAsync(channel.HandleAsync);
        return channel;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var asked = new Asked(http.Request.Method, target, await reader.ReadToEndAsync(http.RequestAborted), http.Request.Headers.Authorization);
        Requests.Enqueue(asked);
        var told = Answer(asked);
        http.Response.StatusCode = told.Status;
        http.Response.ContentType = "application/json; charset=utf-8";

        if (told.RetryAfter is not null)
        {
            http.Response.Headers.RetryAfter = told.RetryAfter;
        }

        await http.Response.WriteAsync(told.Body, http.RequestAborted);
    }
}
