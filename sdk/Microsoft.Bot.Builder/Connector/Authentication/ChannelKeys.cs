#nullable enable

using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The keys that the channels' OpenID metadata name. Read daily, and when a token names an unknown one, then at most hourly.</summary>
#pragma warning disable CA1001 // Lives as long as the adapter; the semaphore holds no handle.
internal sealed partial class ChannelKeys(string metadataUrl, IHttpClientFactory? clients, TimeProvider clock, ILogger logger)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMinutes(5);
    private static readonly HttpClient Shared = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Known? _known;

    // Written while reading only. What was read at first does not count: a key may have been changed since.
    private DateTimeOffset _nextSearch = DateTimeOffset.MinValue;

    /// <summary>The key, or <c>null</c> where the channels name none of this id.</summary>
    /// <exception cref="HttpRequestException">Nothing was ever read, and nothing can be.</exception>
    public async Task<ChannelKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var known = _known;

        if (known is null || clock.GetUtcNow() >= known.Until)
        {
            known = await ReadAsync(known, searching: false, cancellationToken);
        }

        if (!known.Keys.ContainsKey(id))
        {
            known = await ReadAsync(known, searching: true, cancellationToken);
        }

        return known.Keys.GetValueOrDefault(id);
    }

    private async Task<Known> ReadAsync(Known? seen, bool searching, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);

        try
        {
            var now = clock.GetUtcNow();

            if (_known is { } known && (known != seen || (searching && now < _nextSearch)))
            {
                return known;
            }

            if (searching)
            {
                _nextSearch = now + BetweenSearches;
            }

            return _known = await FetchAsync(now, cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Known> FetchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var client = clients?.CreateClient();

        try
        {
            var metadata = JObject.Parse(await (client ?? Shared).GetStringAsync(new Uri(metadataUrl), cancellationToken));
            var keysUrl = (string?)metadata["jwks_uri"] ?? throw new JsonException("The OpenID metadata name no key set.");
            return new Known(ChannelKey.ReadAll(await (client ?? Shared).GetStringAsync(new Uri(keysUrl), cancellationToken)), now + Fresh);
        }
        catch (Exception failure) when (_known is not null && !cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, the channel's keys change seldom, and a bot that refuses everybody helps nobody.
            StillOldKeys(logger, metadataUrl, failure);
            return _known with { Until = now + BetweenAttempts };
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel's keys could not be read from {Url}; those read before stay in use.")]
    private static partial void StillOldKeys(ILogger logger, string url, Exception failure);

    private sealed record Known(IReadOnlyDictionary<string, ChannelKey> Keys, DateTimeOffset Until);
}
