using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app with a client secret.</summary>
public class MicrosoftAppCredentials : AppCredentials
{
    public const string MicrosoftAppTypeKey = "MicrosoftAppType";
    public const string MicrosoftAppPasswordKey = "MicrosoftAppPassword";
    public const string MicrosoftAppIdKey = "MicrosoftAppId";
    public const string MicrosoftAppTenantIdKey = "MicrosoftAppTenantId";

    /// <summary>No app, no token.</summary>
    public static readonly MicrosoftAppCredentials Empty = new(null, null);

    public MicrosoftAppCredentials(string appId, string password, HttpClient customHttpClient = null, ILogger logger = null, string oAuthScope = null)
        : this(appId, password, null, customHttpClient, logger, oAuthScope)
    {
    }

    public MicrosoftAppCredentials(string appId, string password, string channelAuthTenant, HttpClient customHttpClient = null, ILogger logger = null, string oAuthScope = null)
        : base(channelAuthTenant, customHttpClient, logger, oAuthScope)
    {
        MicrosoftAppId = appId;
        MicrosoftAppPassword = password;
    }

    public string MicrosoftAppPassword { get; set; }

    private protected override TokenCredential CreateTokenCredential()
    {
        var authority = new Uri(OAuthEndpoint);
        var options = WithTransport(new ClientSecretCredentialOptions
        {
            AuthorityHost = new Uri(authority.GetLeftPart(UriPartial.Authority)),
            DisableInstanceDiscovery = !ValidateAuthority,
        });

        return new ClientSecretCredential(authority.AbsolutePath.Trim('/'), MicrosoftAppId, MicrosoftAppPassword, options);
    }
}
