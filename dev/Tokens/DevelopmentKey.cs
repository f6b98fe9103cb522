using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Cryptography;
using System.Security.Principal;
using System.Text;

namespace Insek.Office.Dev.Tokens;

/// <summary>The key that signs the tokens of one run: 32 random bytes as base64, in a file only its owner can read.</summary>
internal sealed class DevelopmentKey : IDisposable
{
    private const int Bytes = 32;

    private DevelopmentKey(string path, byte[] secret)
    {
        Path = path;
        Secret = secret;
    }

    public string Path { get; }

    public byte[] Secret { get; }

    /// <summary>Writes a new key in place of an old one.</summary>
    public static DevelopmentKey Create(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var secret = RandomNumberGenerator.GetBytes(Bytes);

        // Written under another name and moved, so that nobody ever reads a half-written key or one that others may read.
        var draft = $"{path}.{Environment.ProcessId}";
        File.Delete(draft);
        using (var file = OperatingSystem.IsWindows() ? CreateOnWindows(draft) : CreateOnUnix(draft))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(secret)));
        }

        File.Move(draft, path, overwrite: true);
        return new DevelopmentKey(path, secret);
    }

    /// <exception cref="FormatException">The file holds no key.</exception>
    public static byte[] Read(string path) => Convert.FromBase64String(File.ReadAllText(path).Trim());

    public void Dispose() => File.Delete(Path);

    [UnsupportedOSPlatform("windows")]
    private static FileStream CreateOnUnix(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    [SupportedOSPlatform("windows")]
    private static FileStream CreateOnWindows(string path)
    {
        using var identity = WindowsIdentity.GetCurrent();
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(identity.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.FullControl, FileShare.None, 4096, FileOptions.None, security);
    }
}
