#nullable enable

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Where tokens come from in both directions. What is not configured is the public cloud's.</summary>
internal sealed record ChannelSettings
{
    public string LoginUrl { get; init; } = AuthenticationConstants.ToChannelFromBotLoginUrlTemplate;

    public string OAuthScope { get; init; } = AuthenticationConstants.ToChannelFromBotOAuthScope;

    public string TokenIssuer { get; init; } = AuthenticationConstants.ToBotFromChannelTokenIssuer;

    public string OpenIdMetadataUrl { get; init; } = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

    public string CallerId { get; init; } = "urn:botframework:azure";

    public bool ValidateAuthority { get; init; } = true;
}
