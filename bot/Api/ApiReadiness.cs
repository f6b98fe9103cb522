namespace Insek.Office.Bot.Api;

/// <summary>Asks the API whether it can work: once, without a token, and not for long.</summary>
internal sealed class ApiReadiness(IHttpClientFactory clients)
{
    public const string Name = "api-readiness";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        try
        {
            using var answer = await clients.CreateClient(Name).GetAsync(new Uri("api/ready", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
