using Azure;
using Azure.Data.Tables;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

/// <summary>What most tests begin with.</summary>
internal static class Given
{
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A new, empty table.</summary>
    public static async Task<TableClient> TableAsync(StorageFixture storage)
    {
        var table = new TableClient(storage.ConnectionString, StorageFixture.NewTableName());
        _ = await table.CreateAsync(Cancellation);

        return table;
    }

    /// <summary>A new table with these notes.</summary>
    public static async Task<TableClient> TableAsync(StorageFixture storage, params Note[] notes)
    {
        var table = await TableAsync(storage);

        foreach (var note in notes)
        {
            _ = await table.AddEntityAsync(note, Cancellation);
        }

        return table;
    }

    public static async Task<T> ReadAsync<T>(TableClient table, string rowKey = "r", string partitionKey = "p")
        where T : class, ITableEntity =>
        (await table.GetEntityAsync<T>(partitionKey, rowKey, cancellationToken: Cancellation)).Value;

    public static async Task<List<T>> ToListAsync<T>(AsyncPageable<T> pages)
        where T : notnull
    {
        var rows = new List<T>();

        await foreach (var row in pages)
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Asserts the status and code a call is refused with.</summary>
    public static async Task<RequestFailedException> RefusedAsync(int status, string code, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(call);
        Assert.Equal((status, code), (refusal.Status, refusal.ErrorCode));

        return refusal;
    }
}
