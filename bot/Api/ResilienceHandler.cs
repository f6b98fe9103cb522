using Polly;

namespace Insek.Office.Bot.Api;

/// <summary>Sends through <see cref="ApiResilience"/>. An attempt ends when its body is read, so that a body cut short is repeated too.</summary>
internal sealed class ResilienceHandler(ApiResilience resilience) : DelegatingHandler
{
    /// <summary>The largest answer read, in bytes: far beyond a whole concept.</summary>
    private const long MaxAnswerBytes = 64 * 1024 * 1024;

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
