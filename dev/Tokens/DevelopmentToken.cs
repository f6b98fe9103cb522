using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Insek.Office.Dev.Tokens;

/// <summary>Tokens that look like those of Entra ID and are accepted only by an API that was given the same key.</summary>
internal static class DevelopmentToken
{
    public const string Administrator = "Administrator";
    public const string Bot = "Bot";

    public static readonly IReadOnlyList<string> Roles = ["Member", "Editor", Administrator, Bot];

    private const string Issuer = "insek-office-dev";
    private const string Audience = "insek-office-api";

    /// <param name="key">The key of the running API.</param>
    /// <param name="member">Who acts: the object id the directory knows the person by.</param>
    /// <param name="roles">Some of <see cref="Roles"/>.</param>
    /// <param name="issuedAt">From when on the token is valid.</param>
    /// <param name="lifetime">How long it is valid.</param>
    public static string Issue(byte[] key, string member, IEnumerable<string> roles, DateTimeOffset issuedAt, TimeSpan lifetime) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = issuedAt.UtcDateTime,
            NotBefore = issuedAt.UtcDateTime,
            Expires = (issuedAt + lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                ["oid"] = member,
                ["sub"] = member,
                ["name"] = member,
                ["roles"] = roles.Distinct().ToArray(),
            },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
        });
}
