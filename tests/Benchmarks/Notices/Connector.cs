using System.Text;
using Insek.Office.Benchmarks.Running;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Benchmarks.Notices;

/// <summary>Teams' connector as far as posting meets it: takes what the documented limits allow, and answers 429 to what is too much.</summary>
/// <param name="latency">How long it takes over a request, in addition.</param>
internal sealed class Connector(TimeSpan latency) : IAsyncDisposable
{
    private LoopbackServer? _server;
    private int _ids;

    public Arrivals Arrivals { get; } = new();

    public string ServiceUrl => $"{_server!.Address}_connector";

    public static async Task<Connector> StartAsync(TimeSpan latency)
    {
        var connector = new Connector(latency);
        connector._server = await LoopbackServer.StartAsync(connector.AnswerAsync);
        return connector;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        // POST /_connector/v3/conversations/{id}/activities
        if (context.Request.Method != HttpMethods.Post || context.Request.Path.Value?.Split('/') is not [_, _, _, "conversations", var conversation, "activities"])
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var isTaken = Arrivals.TryTake(conversation);
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        await Task.Delay(latency, context.RequestAborted);
        if (isTaken)
        {
            await LoopbackServer.AnswerAsync(context, StatusCodes.Status201Created, Encoding.UTF8.GetBytes(FormattableString.Invariant($$"""{"id":"m{{Interlocked.Increment(ref _ids)}}"}""")));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "1";
    }
}
