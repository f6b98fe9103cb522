using Xunit;

namespace Insek.Office.Testing;

/// <summary>
/// Storage shared by a test class, collection or assembly: an in-memory <see cref="Azurite"/>, or, where the environment variable
/// <c>INSEK_TEST_STORAGE</c> holds a connection string, that account. Tests therefore use names of their own and expect no empty account.
/// </summary>
public sealed class StorageFixture : IAsyncLifetime
{
    private const string Variable = "INSEK_TEST_STORAGE";

    private Azurite? _azurite;

    /// <summary>What a client needs to connect.</summary>
    public string ConnectionString { get; private set; } = string.Empty;

    /// <summary>A table name nobody has used.</summary>
    public static string NewTableName() => $"t{Guid.NewGuid():N}";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connectionString)
        {
            ConnectionString = connectionString;

            return;
        }

        _azurite = await Azurite.StartAsync();
        ConnectionString = _azurite.ConnectionString;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}
