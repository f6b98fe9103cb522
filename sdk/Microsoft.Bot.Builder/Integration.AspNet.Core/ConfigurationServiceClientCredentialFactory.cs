using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Which app the bot is, from <c>MicrosoftAppType</c> (MultiTenant by default, SingleTenant, UserAssignedMSI), <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c> and <c>MicrosoftAppTenantId</c>. Nothing of it: authentication is disabled.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ServiceClientCredentialsFactory app;

    /// <exception cref="ArgumentException">What the type needs is missing, or a managed identity has a password.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var type = configuration[MicrosoftAppCredentials.MicrosoftAppTypeKey];
        var appId = configuration[MicrosoftAppCredentials.MicrosoftAppIdKey];
        var password = configuration[MicrosoftAppCredentials.MicrosoftAppPasswordKey];
        var tenantId = configuration[MicrosoftAppCredentials.MicrosoftAppTenantIdKey];

        if (string.Equals(type, "UserAssignedMsi", StringComparison.OrdinalIgnoreCase))
        {
            Require(MicrosoftAppCredentials.MicrosoftAppIdKey, appId, type);
            Require(MicrosoftAppCredentials.MicrosoftAppTenantIdKey, tenantId, type);

            if (!string.IsNullOrWhiteSpace(password))
            {
                throw new ArgumentException($"{MicrosoftAppCredentials.MicrosoftAppPasswordKey} must not be configured for {type}.", nameof(configuration));
            }

            app = new ManagedIdentityServiceClientCredentialsFactory(appId, httpClient, logger);
        }
        else if (string.Equals(type, "SingleTenant", StringComparison.OrdinalIgnoreCase))
        {
            Require(MicrosoftAppCredentials.MicrosoftAppIdKey, appId, type);
            Require(MicrosoftAppCredentials.MicrosoftAppTenantIdKey, tenantId, type);
            Require(MicrosoftAppCredentials.MicrosoftAppPasswordKey, password, type);
            app = new PasswordServiceClientCredentialFactory(appId, password, tenantId, httpClient, logger);
        }
        else
        {
            app = new PasswordServiceClientCredentialFactory(appId, password, tenantId: string.Empty, httpClient, logger);
        }
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => app.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => app.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        app.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    private static void Require(string key, string value, string type)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{key} must be configured for {type}.", key);
        }
    }
}
