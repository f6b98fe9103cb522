#nullable enable

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Clients over the application's HTTP client of no name, so that its resilience holds for the connector too.</summary>
internal sealed class ChannelConnectorFactory(string? appId, ChannelSettings settings, ServiceClientCredentialsFactory credentials, IHttpClientFactory? clients)
    : ConnectorFactory
{
    private static readonly HttpClient Shared = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        var authorisation = await credentials.CreateCredentialsAsync(appId, audience ?? settings.OAuthScope, settings.LoginUrl, settings.ValidateAuthority, cancellationToken);
        return new ConnectorClient(new Uri(serviceUrl), authorisation, clients?.CreateClient() ?? Shared, disposeHttpClient: clients is not null);
    }
}
