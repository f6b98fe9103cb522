#nullable enable

using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Tokens of channels in, tokens of the app out. Tokens of the emulator and of other bots (skills) are refused.</summary>
internal sealed class ChannelAuthentication(ChannelSettings settings, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration requirements, IHttpClientFactory? clients, ILogger logger)
    : BotFrameworkAuthentication
{
    private readonly ChannelTokens _tokens = new(
        settings.TokenIssuer,
        credentials,
        requirements,
        new ChannelKeys(settings.OpenIdMetadataUrl, clients, TimeProvider.System, logger));

    public override string GetOriginatingAudience() => settings.OAuthScope;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var disabled = await credentials.IsAuthenticationDisabledAsync(cancellationToken);
        var caller = string.IsNullOrWhiteSpace(authHeader)
            ? Anonymous(disabled)
            : await _tokens.ValidateAsync(authHeader, activity.ChannelId, activity.ServiceUrl, cancellationToken);

        return new AuthenticateRequestResult
        {
            ClaimsIdentity = caller,
            Audience = settings.OAuthScope,
            CallerId = disabled ? null : settings.CallerId,
            ConnectorFactory = CreateConnectorFactory(caller),
        };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new ChannelConnectorFactory(AppId(claimsIdentity), settings, credentials, clients);

    // With an authentication type the identity counts as authenticated, as bots without an app id expect.
    private static ClaimsIdentity Anonymous(bool disabled) => disabled
        ? new ClaimsIdentity(AuthenticationConstants.AnonymousAuthType)
        : throw new UnauthorizedAccessException("No Authorization header.");

    private static string? AppId(ClaimsIdentity caller) =>
        (caller.FindFirst(AuthenticationConstants.AudienceClaim) ?? caller.FindFirst(AuthenticationConstants.AppIdClaim))?.Value;
}
