namespace Insek.Office.Functions.Authentication;

/// <summary>Local tokens: who issues them and for whom. The development entry signs them with the key of its run.</summary>
internal static class DevelopmentKey
{
    public const string Issuer = "insek-office-dev";
    public const string Audience = "insek-office-api";

    private const int MinBytes = 32;

    /// <summary>Reads the key.</summary>
    /// <exception cref="InvalidOperationException">The file holds no key of at least 32 bytes in base64.</exception>
    public static byte[] Read(string file)
    {
        var key = new byte[256];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), key, out var length) && length >= MinBytes
            ? key[..length]
            : throw new InvalidOperationException($"{file} holds no key: at least {MinBytes} bytes in base64.");
    }
}
