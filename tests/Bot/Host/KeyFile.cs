using System.Security.Cryptography;

namespace Insek.Office.Bot.Tests.Host;

/// <summary>The key of a local run, in a file.</summary>
internal sealed class KeyFile : IDisposable
{
    public KeyFile() => File.WriteAllText(Path, Convert.ToBase64String(Key));

    public byte[] Key { get; } = RandomNumberGenerator.GetBytes(32);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"insek-bot-test-{Guid.NewGuid():N}.key");

    public void Dispose() => File.Delete(Path);
}
