using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Insek.Office.Sdk.Tests.Bot.Ours;

/// <summary>A channel's token; valid unless something is changed.</summary>
internal sealed record Token(SecurityKey Key, string ServiceUrl)
{
    public const string App = "00000000-0000-0000-0000-0000000000c0";

    public string? Issuer { get; init; } = "https://api.botframework.com";

    public string? Audience { get; init; } = App;

    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;

    /// <summary>From now, in minutes.</summary>
    public int ExpiresIn { get; init; } = 60;

    /// <summary>From now, in minutes.</summary>
    public int ValidIn { get; init; } = -1;

    public bool Signed { get; init; } = true;

    public Dictionary<string, object> Claims { get; init; } = [];

    public string Header => "Bearer " + (Signed ? Create() : Unsigned());

    private string Create()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = now.AddMinutes(ValidIn),
            Expires = now.AddMinutes(ExpiresIn),
            Claims = new Dictionary<string, object>(Claims) { ["serviceurl"] = ServiceUrl },
            SigningCredentials = new SigningCredentials(Key, Algorithm),
        });
    }

    // By hand: no library lets an unsigned token name a key.
    private string Unsigned() => $"{Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"JWT","kid":"{{Key.KeyId}}"}""")}.{Create().Split('.')[1]}.";
}
