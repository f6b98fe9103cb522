using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Authentication as configured: <c>ToChannelFromBotLoginUrl</c>, <c>ToChannelFromBotOAuthScope</c>, <c>ToBotFromChannelTokenIssuer</c>, <c>ToBotFromChannelOpenIdMetadataUrl</c>, <c>CallerId</c>, <c>ValidateAuthority</c>; without them, the public cloud.</summary>
/// <remarks>The official package wants all of these as soon as there is one; here each missing one is the public cloud's.</remarks>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly ChannelAuthentication channels;

    /// <summary>The app as <see cref="ConfigurationServiceClientCredentialFactory"/> reads it, unless another is given. The factory's client of no name calls the connector and reads the channels' keys.</summary>
    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory = null, AuthenticationConfiguration authConfiguration = null, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        if (configuration["ChannelService"] is { Length: > 0 })
        {
            throw new ArgumentException("The provided ChannelService value is not supported.", nameof(configuration));
        }

        var cloud = new ChannelSettings();
        channels = new ChannelAuthentication(
            new ChannelSettings
            {
                LoginUrl = Configured("ToChannelFromBotLoginUrl", cloud.LoginUrl),
                OAuthScope = Configured("ToChannelFromBotOAuthScope", cloud.OAuthScope),
                TokenIssuer = Configured("ToBotFromChannelTokenIssuer", cloud.TokenIssuer),
                OpenIdMetadataUrl = Configured("ToBotFromChannelOpenIdMetadataUrl", cloud.OpenIdMetadataUrl),
                CallerId = Configured("CallerId", cloud.CallerId),
                ValidateAuthority = bool.Parse(Configured("ValidateAuthority", "true")),
            },
            credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration),
            authConfiguration ?? new AuthenticationConfiguration(),
            httpClientFactory,
            logger ?? NullLogger.Instance);

        string Configured(string key, string otherwise) => configuration[key] is { Length: > 0 } value ? value : otherwise;
    }

    public override string GetOriginatingAudience() => channels.GetOriginatingAudience();

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
        channels.AuthenticateRequestAsync(activity, authHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => channels.CreateConnectorFactory(claimsIdentity);
}
