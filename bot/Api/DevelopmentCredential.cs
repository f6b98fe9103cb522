using Azure.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Insek.Office.Bot.Api;

/// <summary>Signs the bot's own tokens with the key of a local run; the functions accept them in Development and on loopback only.</summary>
/// <param name="keyFile">Holds the key, base64. Read for each token: another run writes another key.</param>
/// <param name="clock">Says from when and until when a token holds.</param>
internal sealed class DevelopmentCredential(string keyFile, TimeProvider clock) : TokenCredential
{
    private const string Issuer = "insek-office-dev";
    private const string Audience = "insek-office-api";
    private const string Bot = "bot";
    private const string Role = "Bot";

    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(10);

    /// <exception cref="IOException">The key file cannot be read.</exception>
    /// <exception cref="FormatException">The key file holds no base64.</exception>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = new SymmetricSecurityKey(Convert.FromBase64String(File.ReadAllText(keyFile).Trim()));
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + _lifetime).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = Bot, ["name"] = Bot, ["roles"] = new[] { Role } },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        return new AccessToken(token, now + _lifetime);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
