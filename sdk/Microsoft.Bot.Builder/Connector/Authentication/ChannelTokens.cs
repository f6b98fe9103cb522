#nullable enable

using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Checks a channel's token: who issued it, for which app, when, with whose key, for which channel and which service URL.</summary>
internal sealed class ChannelTokens(string issuer, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration requirements, ChannelKeys keys)
{
    private readonly JsonWebTokenHandler _handler = new();

    /// <exception cref="UnauthorizedAccessException">It is not a valid token for this channel and service URL.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string header, string? channelId, string? serviceUrl, CancellationToken cancellationToken)
    {
        var token = Read(header);
        var key = string.IsNullOrEmpty(token.Kid) ? null : await keys.FindAsync(token.Kid, cancellationToken);

        if (key is null)
        {
            throw new UnauthorizedAccessException("The token is signed with no key of the channels.");
        }

        var caller = await CheckSignatureAsync(token, key.Key);
        CheckEndorsements(key, channelId);
        await CheckAudienceAsync(caller, cancellationToken);
        CheckServiceUrl(caller, serviceUrl);
        return caller;
    }

    // The issuer first: nobody else's token is worth asking for keys.
    private JsonWebToken Read(string header)
    {
        const string Scheme = "Bearer ";

        if (!header.StartsWith(Scheme, StringComparison.Ordinal) || !_handler.CanReadToken(header[Scheme.Length..]))
        {
            throw new UnauthorizedAccessException("The Authorization header carries no token.");
        }

        try
        {
            var token = _handler.ReadJsonWebToken(header[Scheme.Length..]);
            return token.Issuer == issuer ? token : throw new UnauthorizedAccessException("The token has another issuer.");
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException)
        {
            throw new UnauthorizedAccessException("The token cannot be read.", unreadable);
        }
    }

    private async Task<ClaimsIdentity> CheckSignatureAsync(JsonWebToken token, SecurityKey key)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            // Checked below, against the app the credentials know.
            ValidateAudience = false,
            ClockSkew = TimeSpan.FromMinutes(5),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            IssuerSigningKey = key,
            ValidateIssuerSigningKey = true,
            ValidAlgorithms = AuthenticationConstants.AllowedSigningAlgorithms,
        });

        return result.IsValid
            ? result.ClaimsIdentity
            : throw new UnauthorizedAccessException($"The token is not valid: {result.Exception?.GetType().Name}.");
    }

    private void CheckEndorsements(ChannelKey key, string? channelId)
    {
        // A key that names no channel at all signs for none.
        if (key.Endorsements.Count == 0 || !(string.IsNullOrEmpty(channelId) || key.Endorsements.Contains(channelId)))
        {
            throw new UnauthorizedAccessException($"The token's key is not endorsed for the channel '{channelId}'.");
        }

        if (requirements.RequiredEndorsements is { } required && !required.All(key.Endorsements.Contains))
        {
            throw new UnauthorizedAccessException("The token's key lacks a required endorsement.");
        }
    }

    private async Task CheckAudienceAsync(ClaimsIdentity caller, CancellationToken cancellationToken)
    {
        var audiences = caller.FindAll(AuthenticationConstants.AudienceClaim).ToList();

        if (audiences is not [{ Value: { Length: > 0 } audience }] || !await credentials.IsValidAppIdAsync(audience, cancellationToken))
        {
            throw new UnauthorizedAccessException("The token is for another app.");
        }
    }

    private static void CheckServiceUrl(ClaimsIdentity caller, string? serviceUrl)
    {
        var claim = caller.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;

        if (string.IsNullOrWhiteSpace(claim) || !string.Equals(claim, serviceUrl, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("The token is for another service URL than the activity's.");
        }
    }
}
