using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app with a client secret. Without an app id, authentication is disabled in both directions.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<(string Scope, string Endpoint), MicrosoftAppCredentials> _credentials = new();
    private readonly HttpClient httpClient;
    private readonly ILogger logger;

    /// <summary>No app: authentication is disabled.</summary>
    public PasswordServiceClientCredentialFactory()
    {
    }

    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
        this.httpClient = httpClient;
        this.logger = logger;
    }

    public string AppId { get; set; }

    public string Password { get; set; }

    public string TenantId { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(AppId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(AppId))
        {
            return Task.FromResult<ServiceClientCredentials>(MicrosoftAppCredentials.Empty);
        }

        if (appId != AppId)
        {
            throw new InvalidOperationException($"The app id {appId} is not the configured {AppId}.");
        }

        // Tokens are cached by the credentials, and this is asked for every turn.
        return Task.FromResult<ServiceClientCredentials>(_credentials.GetOrAdd(
            (audience, loginEndpoint),
            key => new EndpointCredentials(AppId, Password, TenantId, httpClient, logger, key.Scope, key.Endpoint, validateAuthority)));
    }

    private sealed class EndpointCredentials(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger, string scope, string endpoint, bool validateAuthority)
        : MicrosoftAppCredentials(appId, password, tenantId, httpClient, logger, scope)
    {
        // The public cloud's address has a place for the tenant; a configured one is complete.
        public override string OAuthEndpoint =>
            string.Equals(endpoint, AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, StringComparison.OrdinalIgnoreCase) ? base.OAuthEndpoint : endpoint;

        public override bool ValidateAuthority => validateAuthority;
    }
}
