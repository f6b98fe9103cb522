using System.Net.Http.Headers;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app's tokens from Entra ID, on every request. Without an app id: none.</summary>
/// <remarks>Tokens are fetched and cached by Azure.Identity, where the official package uses MSAL itself.</remarks>
public abstract class AppCredentials : ServiceClientCredentials
{
    private readonly Lazy<TokenCredential> _tokens;
    private readonly string oAuthScope;

    protected AppCredentials(string channelAuthTenant = null, HttpClient customHttpClient = null, ILogger logger = null, string oAuthScope = null)
    {
        ChannelAuthTenant = string.IsNullOrEmpty(channelAuthTenant) ? AuthenticationConstants.DefaultChannelAuthTenant : channelAuthTenant;
        CustomHttpClient = customHttpClient;
        Logger = logger ?? NullLogger.Instance;
        this.oAuthScope = string.IsNullOrEmpty(oAuthScope) ? AuthenticationConstants.ToChannelFromBotOAuthScope : oAuthScope;
        _tokens = new Lazy<TokenCredential>(CreateTokenCredential);
    }

    public string MicrosoftAppId { get; set; }

    /// <summary>The tenant that issues the tokens.</summary>
    public string ChannelAuthTenant { get; set; }

    /// <summary>The authority that issues the tokens: host and tenant.</summary>
    public virtual string OAuthEndpoint => AuthenticationConstants.ToChannelFromBotLoginUrlTemplate.Replace("{0}", ChannelAuthTenant, StringComparison.Ordinal);

    /// <summary>Whether the authority is looked up before it is trusted.</summary>
    public virtual bool ValidateAuthority => true;

    /// <summary>Whom the tokens are for.</summary>
    public virtual string OAuthScope => oAuthScope;

    protected HttpClient CustomHttpClient { get; set; }

    protected ILogger Logger { get; set; }

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (!string.IsNullOrEmpty(MicrosoftAppId))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await FetchTokenAsync(cancellationToken));
        }

        await base.ProcessHttpRequestAsync(request, cancellationToken);
    }

    /// <summary>A token, cached until shortly before it expires.</summary>
    public Task<string> GetTokenAsync() => FetchTokenAsync(CancellationToken.None);

    private protected abstract TokenCredential CreateTokenCredential();

    private protected T WithTransport<T>(T options)
        where T : ClientOptions
    {
        if (CustomHttpClient is not null)
        {
            options.Transport = new HttpClientTransport(CustomHttpClient);
        }

        return options;
    }

    private async Task<string> FetchTokenAsync(CancellationToken cancellationToken)
    {
        const string Everything = "/.default";
        var scope = OAuthScope.EndsWith(Everything, StringComparison.OrdinalIgnoreCase) ? OAuthScope : OAuthScope + Everything;
        return (await _tokens.Value.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken)).Token;
    }
}
