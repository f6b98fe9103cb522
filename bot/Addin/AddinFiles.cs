using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Insek.Office.Bot.Addin;

/// <summary>A file of the built pages, compressed when it was built.</summary>
/// <param name="ContentType">What it is.</param>
/// <param name="IsImmutable">Whether its name holds a hash of its content.</param>
/// <param name="Hash">A hash of its content.</param>
/// <param name="Plain">Its bytes.</param>
/// <param name="Brotli">The same as br; null where the build has none.</param>
/// <param name="Gzip">The same as gzip; null where the build has none.</param>
internal sealed record AddinFile(string ContentType, bool IsImmutable, string Hash, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    /// <summary>The bytes in the best encoding that the request takes; null as encoding for the plain ones.</summary>
    public (byte[] Bytes, string? Encoding) For(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(encoding => encoding.Quality is not 0).Select(encoding => encoding.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Brotli is not null && accepted.Contains("br") ? (Brotli, "br")
            : Gzip is not null && accepted.Contains("gzip") ? (Gzip, "gzip")
            : (Plain, null);
    }

    /// <summary>The entity tag of an encoding; different bytes have different tags.</summary>
    public EntityTagHeaderValue Tag(string? encoding) => new($"\"{Hash}{(encoding is null ? "" : $"-{encoding}")}\"");
}

/// <summary>The built pages, held in memory: they are few and small, and a build may replace the folder while we serve.</summary>
internal sealed class AddinFiles
{
    private const string Hashed = "assets/";

    private static readonly FrozenDictionary<string, string> _types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".json"] = "application/json; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, AddinFile> files;

    private AddinFiles(FrozenDictionary<string, AddinFile> files) => this.files = files;

    /// <summary>Whether the pages were built at all.</summary>
    public bool IsEmpty => files.Count == 0;

    /// <summary>Reads a folder; one that is missing has no files.</summary>
    public static AddinFiles Load(string folder) => new((Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        .Where(path => _types.ContainsKey(Path.GetExtension(path)))
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), path => Read(folder, path), StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal));

    public AddinFile? Find(string path) => files.GetValueOrDefault(path);

    private static AddinFile Read(string folder, string path)
    {
        var plain = File.ReadAllBytes(path);
        return new AddinFile(
            _types[Path.GetExtension(path)],
            Path.GetRelativePath(folder, path).Replace('\\', '/').StartsWith(Hashed, StringComparison.Ordinal),
            Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12)),
            plain,
            ReadIfThere($"{path}.br"),
            ReadIfThere($"{path}.gz"));
    }

    private static byte[]? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}
