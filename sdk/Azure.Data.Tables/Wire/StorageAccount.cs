namespace Azure.Data.Tables.Wire;

/// <summary>Where an account's tables are and who it is, as a connection string tells.</summary>
internal sealed record StorageAccount(Uri Endpoint, TableSharedKeyCredential Credential)
{
    // The emulator's account and key are published: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">The text is no connection string with an account key.</exception>
    public static StorageAccount Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);

        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var useEmulator) && useEmulator)
        {
            var proxy = settings.GetValueOrDefault("DevelopmentStorageProxyUri") ?? "http://127.0.0.1";

            return new(new Uri($"{proxy.TrimEnd('/')}:10002/{EmulatorAccount}"), new(EmulatorAccount, EmulatorKey));
        }

        if (!settings.TryGetValue("AccountName", out var account) || !settings.TryGetValue("AccountKey", out var key))
        {
            throw new FormatException("The connection string needs AccountName and AccountKey, or UseDevelopmentStorage=true.");
        }

        var endpoint = settings.GetValueOrDefault("TableEndpoint")
            ?? $"{settings.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https"}://{account}.table.{settings.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net"}";

        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            ? new(uri, new(account, key))
            : throw new FormatException("The connection string's table endpoint is no absolute URI.");
    }

    /// <summary>The account an endpoint belongs to: the first label of its host, or the first path segment where the host is an address.</summary>
    public static string NameOf(Uri endpoint) =>
        endpoint.HostNameType == UriHostNameType.Dns && endpoint.Host.Contains('.', StringComparison.Ordinal)
            ? endpoint.Host[..endpoint.Host.IndexOf('.', StringComparison.Ordinal)]
            : endpoint.AbsolutePath.Trim('/').Split('/')[0];

    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var separator = part.IndexOf('=', StringComparison.Ordinal);

            // The part itself stays out of the message: it may be the key.
            if (separator <= 0 || !settings.TryAdd(part[..separator], part[(separator + 1)..]))
            {
                throw new FormatException("A connection string is a list of name=value, separated by semicolons, each name once.");
            }
        }

        return settings;
    }
}
