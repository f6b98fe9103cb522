using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions;

namespace Insek.Office.Functions.People.Graph;

/// <summary>Calls Microsoft Graph. Made when first needed: the SDK is large, and a process without Graph never loads it.</summary>
internal sealed class GraphPort : IDisposable
{
    private const int MaxBatchAttempts = 5;
    private const int RequestsPerBatch = 20;

    private readonly HttpClient _http;
    private readonly GraphOptions _options;
    private readonly GraphResilience _resilience;
    private readonly TimeProvider _clock;

    public GraphPort(IOptions<GraphOptions> options, TokenCredential credential, GraphResilience resilience, TimeProvider clock)
    {
        (_options, _resilience, _clock) = (options.Value, resilience, clock);

        // The pipeline keeps the time; the SDK's own handlers would repeat on top of it.
        _http = new HttpClient(new GraphHandler(resilience) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }) { Timeout = Timeout.InfiniteTimeSpan };
        var address = _options.BaseUrl;
        var scope = address.IsLoopback ? "https://graph.microsoft.com/.default" : $"{address.GetLeftPart(UriPartial.Authority)}/.default";
        Client = new GraphServiceClient(_http, new AzureIdentityAuthenticationProvider(credential, [address.Host], observabilityOptions: null, isCaeEnabled: true, scope), address.ToString().TrimEnd('/'));
    }

    /// <summary>The SDK's client.</summary>
    public GraphServiceClient Client { get; }

    /// <summary>An address below Graph's own.</summary>
    public string Address(string path) => $"{_options.BaseUrl.ToString().TrimEnd('/')}/{path}";

    /// <summary>Calls, and turns whatever goes wrong into one exception.</summary>
    /// <exception cref="GraphFailedException">Graph did not answer, or refused.</exception>
    public static async Task<T> CallAsync<T>(Func<Task<T?>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await call() ?? throw new GraphFailedException("Graph answered nothing.");
        }
        catch (ApiException refused)
        {
            var after = refused.ResponseHeaders?.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
            throw new GraphFailedException($"Graph answered {refused.ResponseStatusCode}: {refused.Message}", refused)
            {
                Status = refused.ResponseStatusCode,
                Code = (refused as Microsoft.Graph.Models.ODataErrors.ODataError)?.Error?.Code,
                RetryAfter = int.TryParse(after, out var seconds) ? TimeSpan.FromSeconds(seconds) : null,
            };
        }
        catch (Exception failure) when (IsOutage(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw new GraphFailedException($"Graph did not answer: {failure.Message}", failure);
        }
    }

    /// <summary>A link that Graph gave, if it leads to Graph: the application's token goes where it leads.</summary>
    /// <exception cref="GraphFailedException">It leads elsewhere.</exception>
    public string Checked(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && Uri.Compare(address, _options.BaseUrl, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            ? link
            : throw new GraphFailedException("Graph gave a link that leads elsewhere.");

    /// <summary>Sends reads in batches of twenty. What Graph is too busy for within a batch is asked for again, when it says so.</summary>
    public async Task SendAsync(IReadOnlyList<BatchedRead> reads, CancellationToken cancellationToken)
    {
        IReadOnlyList<BatchedRead> pending = reads;
        for (var attempt = 0; pending.Count > 0; attempt++)
        {
            var (busy, asked) = (new List<BatchedRead>(), (TimeSpan?)null);
            foreach (var chunk in pending.Chunk(RequestsPerBatch))
            {
                var wait = await SendChunkAsync(chunk, busy, cancellationToken);
                asked = wait > (asked ?? TimeSpan.Zero) ? wait : asked;
            }

            pending = busy;
            if (busy.Count == 0)
            {
                return;
            }

            if (attempt + 1 == MaxBatchAttempts || asked > _options.LongestRetryAfter)
            {
                throw new GraphFailedException($"Graph is too busy for {busy.Count} of {reads.Count} reads of a batch.") { RetryAfter = asked };
            }

            await Task.Delay(_resilience.DelayAfter(asked, attempt, Random.Shared.NextDouble()), _clock, cancellationToken);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }

    private async Task<TimeSpan?> SendChunkAsync(BatchedRead[] reads, List<BatchedRead> busy, CancellationToken cancellationToken)
    {
        var batch = new BatchRequestContentCollection(Client);
        var sent = new Dictionary<string, BatchedRead>(StringComparer.Ordinal);
        foreach (var read in reads)
        {
            sent[await batch.AddBatchRequestStepAsync(read.Request)] = read;
        }

        var answers = await CallAsync(async () => (BatchResponseContentCollection?)await Client.Batch.PostAsync(batch, cancellationToken), cancellationToken);
        var asked = (TimeSpan?)null;
        foreach (var (id, read) in sent)
        {
            using var answer = await CallAsync(async () => await answers.GetResponseByIdAsync(id), cancellationToken) is { } found ? found : null;
            if (answer is null || GraphResilience.IsTransient(answer.StatusCode))
            {
                busy.Add(read);
                var wait = GraphResilience.RetryAfter(answer, _clock.GetUtcNow());
                asked = wait > (asked ?? TimeSpan.Zero) ? wait : asked;
                continue;
            }

            if (!answer.IsSuccessStatusCode && (int)answer.StatusCode != StatusCodes.Status404NotFound)
            {
                throw new GraphFailedException($"Graph answered {(int)answer.StatusCode} to {read.Request.URI.AbsolutePath} in a batch.") { Status = (int)answer.StatusCode };
            }

            await read.TakeAsync(answer.IsSuccessStatusCode ? await answer.Content.ReadAsStreamAsync(cancellationToken) : null);
        }

        return asked;
    }

    private static bool IsOutage(Exception failure) => failure is HttpRequestException or IOException or Polly.ExecutionRejectedException or OperationCanceledException or TimeoutException
        or System.Text.Json.JsonException or AuthenticationFailedException or InvalidOperationException or Azure.RequestFailedException;
}

/// <summary>One read of a batch.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="TakeAsync">Takes the answer; null where there is no such thing.</param>
internal sealed record BatchedRead(RequestInformation Request, Func<Stream?, Task> TakeAsync);

/// <summary>Graph did not answer, refused, or answered what cannot be.</summary>
internal sealed class GraphFailedException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The HTTP status; 0 where no answer came.</summary>
    public int Status { get; init; }

    /// <summary>Graph's own code of the error, where it gave one.</summary>
    public string? Code { get; init; }

    /// <summary>How long Graph asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
