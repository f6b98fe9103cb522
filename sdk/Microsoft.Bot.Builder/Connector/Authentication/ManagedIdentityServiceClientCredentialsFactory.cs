using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app that is a user-assigned managed identity; its client id is the app id.</summary>
public class ManagedIdentityServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<string, ManagedIdentityAppCredentials> _credentials = new(StringComparer.Ordinal);
    private readonly string appId;
    private readonly HttpClient httpClient;
    private readonly ILogger logger;

    public ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient httpClient = null, ILogger logger = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);

        this.appId = appId;
        this.httpClient = httpClient;
        this.logger = logger;
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == this.appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (appId != this.appId)
        {
            throw new InvalidOperationException($"The app id {appId} is not that of the managed identity.");
        }

        // Tokens are cached by the credentials, and this is asked for every turn.
        return Task.FromResult<ServiceClientCredentials>(_credentials.GetOrAdd(audience, scope => new ManagedIdentityAppCredentials(appId, scope, httpClient, logger)));
    }
}
