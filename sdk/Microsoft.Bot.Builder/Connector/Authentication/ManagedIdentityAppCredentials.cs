using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app that is a user-assigned managed identity.</summary>
public class ManagedIdentityAppCredentials : AppCredentials
{
    public ManagedIdentityAppCredentials(string appId, string oAuthScope, HttpClient customHttpClient = null, ILogger logger = null)
        : base(channelAuthTenant: null, customHttpClient, logger, oAuthScope)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);

        MicrosoftAppId = appId;
    }

    private protected override TokenCredential CreateTokenCredential() =>
        new ManagedIdentityCredential(WithTransport(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(MicrosoftAppId))));
}
