using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Insek.Office.Benchmarks.Processes;

/// <summary>A development key in a file, and tokens signed with it.</summary>
internal sealed class LocalTokens : IDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public LocalTokens() => File.WriteAllText(KeyFile, Convert.ToBase64String(_key));

    public string KeyFile { get; } = Path.Combine(Path.GetTempPath(), $"insek-bench-{Guid.NewGuid():N}.key");

    /// <summary>A token, good for some hours.</summary>
    /// <param name="role">Administrator or Bot.</param>
    public string Issue(string role = "Administrator")
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "insek-office-dev",
            Audience = "insek-office-api",
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddHours(4),
            Claims = new Dictionary<string, object> { ["oid"] = "anna", ["sub"] = "anna", ["name"] = "anna", ["roles"] = new[] { role } },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(_key), SecurityAlgorithms.HmacSha256),
        });
    }

    public void Dispose() => File.Delete(KeyFile);
}
