using Azure.Data.Tables;
using Insek.Office.Benchmarks.Processes;
using Insek.Office.Testing;

namespace Insek.Office.Benchmarks.Running;

/// <summary>What benchmarks share: one emulator that keeps everything in memory, and one key for tokens.</summary>
internal sealed class Workbench(Azurite storage, LocalTokens tokens) : IAsyncDisposable
{
    private int _tables;

    public Azurite Storage { get; } = storage;

    public LocalTokens Tokens { get; } = tokens;

    public static async Task<Workbench> SetUpAsync() => new(await Azurite.StartAsync(), new LocalTokens());

    /// <summary>A new, empty table: the emulator's queries slow down with everything else that lies in a table.</summary>
    public async Task<TableClient> CreateTableAsync(TableClientOptions? options = null)
    {
        var table = new TableClient(Storage.ConnectionString, FormattableString.Invariant($"bench{++_tables}"), options);
        await table.CreateAsync();
        return table;
    }

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        Tokens.Dispose();
    }
}
