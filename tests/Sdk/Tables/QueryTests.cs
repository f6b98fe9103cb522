using Azure.Data.Tables;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

public sealed class QueryTests(StorageFixture storage)
{
    [Fact]
    public async Task More_rows_than_a_page_holds_come_in_pages_that_can_be_resumed()
    {
        var table = await Given.TableAsync(storage);
        await FillAsync(table, 2500);
        var sizes = new List<int>();
        var tokens = new List<string?>();

        await foreach (var page in table.QueryAsync<Note>(cancellationToken: Given.Cancellation).AsPages())
        {
            sizes.Add(page.Values.Count);
            tokens.Add(page.ContinuationToken);
        }

        Assert.Equal([1000, 1000, 500], sizes);
        Assert.Null(tokens[2]);

        var resumed = new List<string>();

        await foreach (var page in table.QueryAsync<Note>(cancellationToken: Given.Cancellation).AsPages(tokens[1]))
        {
            resumed.AddRange(page.Values.Select(row => row.RowKey));
        }

        Assert.Equal(Enumerable.Range(2000, 500).Select(row => $"{row:D4}"), resumed);
    }

    [Fact]
    public async Task All_rows_come_once_and_in_order()
    {
        var table = await Given.TableAsync(storage);
        await FillAsync(table, 1300);

        var rows = await Given.ToListAsync(table.QueryAsync<Note>(note => note.PartitionKey == "p", cancellationToken: Given.Cancellation));

        Assert.Equal(Enumerable.Range(0, 1300).Select(row => $"{row:D4}"), rows.Select(row => row.RowKey));
        Assert.All(rows, row => Assert.Equal("p", row.PartitionKey));
    }

    [Fact]
    public async Task A_page_can_be_smaller()
    {
        var table = await Given.TableAsync(storage);
        await FillAsync(table, 25);

        Assert.Equal([10, 10, 5], await PageSizesAsync(table, maxPerPage: 10, pageSizeHint: null));
        Assert.Equal([7, 7, 7, 4], await PageSizesAsync(table, maxPerPage: 10, pageSizeHint: 7));
    }

    [Fact]
    public async Task Select_applies_to_every_page()
    {
        var table = await Given.TableAsync(storage);
        await FillAsync(table, 15);

        var rows = await Given.ToListAsync(table.QueryAsync<Note>(maxPerPage: 10, select: ["RowKey", "Number"], cancellationToken: Given.Cancellation));

        Assert.Equal(Enumerable.Range(0, 15), rows.Select(row => row.Number!.Value));
        Assert.All(rows, row => Assert.Null(row.Text));
    }

    [Fact]
    public async Task Dictionary_entities_come_from_queries_too()
    {
        var table = await Given.TableAsync(storage);
        await FillAsync(table, 3);

        var rows = await Given.ToListAsync(table.QueryAsync<TableEntity>(cancellationToken: Given.Cancellation));

        Assert.Equal([("0000", 0), ("0001", 1), ("0002", 2)], rows.Select(row => (row.RowKey, row.GetInt32("Number")!.Value)));
        Assert.All(rows, row => Assert.Equal(("p", "text"), (row.PartitionKey, row.GetString("Text"))));
    }

    [Fact]
    public async Task Entities_of_several_partitions_keep_their_own_keys()
    {
        var table = await Given.TableAsync(storage, new Note { PartitionKey = "a" }, new Note { PartitionKey = "b" }, new Note { PartitionKey = "b", RowKey = "s" });

        var rows = await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation));

        Assert.Equal([("a", "r"), ("b", "r"), ("b", "s")], rows.Select(row => (row.PartitionKey, row.RowKey)));
    }

    [Fact]
    public async Task A_filter_the_service_does_not_understand_is_refused()
    {
        var table = await Given.TableAsync(storage);

        _ = await Given.RefusedAsync(400, "InvalidInput", () => Given.ToListAsync(table.QueryAsync<Note>("this is no filter (", cancellationToken: Given.Cancellation)));
    }

    private static async Task FillAsync(TableClient table, int rows)
    {
        foreach (var chunk in Enumerable.Range(0, rows).Chunk(100))
        {
            _ = await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, new Note { RowKey = $"{row:D4}", Number = row, Text = "text" })),
                Given.Cancellation);
        }
    }

    private static async Task<List<int>> PageSizesAsync(TableClient table, int? maxPerPage, int? pageSizeHint)
    {
        var sizes = new List<int>();

        await foreach (var page in table.QueryAsync<Note>(maxPerPage: maxPerPage, cancellationToken: Given.Cancellation).AsPages(pageSizeHint: pageSizeHint))
        {
            sizes.Add(page.Values.Count);
        }

        return sizes;
    }
}
