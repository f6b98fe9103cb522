using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>A development key in a file, and tokens signed with it.</summary>
internal sealed class DevelopmentTokens : IDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public DevelopmentTokens() => File.WriteAllText(KeyFile, Convert.ToBase64String(_key));

    public string KeyFile { get; } = Path.Combine(Path.GetTempPath(), $"insek-test-{Guid.NewGuid():N}.key");

    public string Issue(string role, string member = "anna", TimeSpan? lifetime = null, string audience = "insek-office-api", byte[]? key = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = now + (lifetime ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "insek-office-dev",
            Audience = audience,
            IssuedAt = expires < now ? expires.AddMinutes(-5) : now,
            NotBefore = expires < now ? expires.AddMinutes(-5) : now,
            Expires = expires,
            Claims = new Dictionary<string, object> { ["oid"] = member, ["sub"] = member, ["name"] = member, ["roles"] = new[] { role } },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key ?? _key), SecurityAlgorithms.HmacSha256),
        });
    }

    public void Dispose() => File.Delete(KeyFile);
}
