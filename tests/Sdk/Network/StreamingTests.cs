using System.Globalization;
using System.Text;
using Insek.Office.Sdk.Tests.Tables;

namespace Insek.Office.Sdk.Tests.Network;

/// <summary>Measures allocations of the whole process, so that nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(StreamingTests), DisableParallelization = true)]
[Collection(nameof(StreamingTests))]
public sealed class StreamingTests
{
    private const int Rows = 1000;

    [Fact]
    public async Task A_large_answer_is_never_in_memory_as_a_whole()
    {
        // 1,000 rows of 40 kB, of which the entity keeps next to nothing.
        var row = Encoding.UTF8.GetBytes($$"""{"PartitionKey":"p","RowKey":"r","Dropped":"{{new string('x', 40_000)}}"},""");
        var open = Encoding.UTF8.GetBytes("""{"value":[""");
        var close = Encoding.UTF8.GetBytes("""{"PartitionKey":"p","RowKey":"last"}]}""");
        var length = open.Length + (Rows * row.Length) + close.Length;
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n"));
        await using var server = new ScriptedServer(async (connection, stopping) =>
        {
            await ScriptedServer.SendAsync(connection, head, stopping);
            await ScriptedServer.SendAsync(connection, open, stopping);

            for (var sent = 0; sent < Rows; sent++)
            {
                await ScriptedServer.SendAsync(connection, row, stopping);
            }

            await ScriptedServer.SendAsync(connection, close, stopping);
        });
        var table = ScriptedClient.For(server);
        _ = await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var rows = await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(Rows + 1, rows.Count);
        Assert.Equal("last", rows[^1].RowKey);
        Assert.True(allocated < length / 10, $"Reading {length} bytes allocated {allocated}.");
    }
}
