using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

public sealed class TableTests(StorageFixture storage)
{
    private readonly TableServiceClient service = new(storage.ConnectionString);

    [Fact]
    public async Task A_table_is_created_once()
    {
        var name = StorageFixture.NewTableName();

        Assert.Equal(name, (await service.CreateTableAsync(name, Given.Cancellation)).Value.Name);
        _ = await Given.RefusedAsync(409, "TableAlreadyExists", () => service.CreateTableAsync(name, Given.Cancellation));
        _ = await Given.RefusedAsync(409, "TableAlreadyExists", () => service.GetTableClient(name).CreateAsync(Given.Cancellation));
    }

    [Fact]
    public async Task A_table_may_exist_already_where_that_was_said()
    {
        var table = service.GetTableClient(StorageFixture.NewTableName());

        _ = await table.CreateIfNotExistsAsync(Given.Cancellation);
        _ = await table.AddEntityAsync(new Note(), Given.Cancellation);

        Assert.Equal(table.Name, (await table.CreateIfNotExistsAsync(Given.Cancellation)).Value.Name);
        Assert.Equal(table.Name, (await service.CreateTableIfNotExistsAsync(table.Name, Given.Cancellation)).Value.Name);
        Assert.Single(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));
    }

    [Fact]
    public async Task A_table_is_deleted_and_may_be_missing_already()
    {
        var table = await Given.TableAsync(storage);

        Assert.Equal(204, (await table.DeleteAsync(Given.Cancellation)).Status);
        Assert.Equal(404, (await table.DeleteAsync(Given.Cancellation)).Status);
        _ = await Given.RefusedAsync(404, "TableNotFound", () => table.AddEntityAsync(new Note(), Given.Cancellation));
    }

    [Fact]
    public async Task Tables_are_found_by_name()
    {
        var table = await Given.TableAsync(storage);
        _ = await Given.TableAsync(storage);
        var name = table.Name;

        Assert.Equal([name], await NamesAsync(service.QueryAsync(item => item.Name == name, cancellationToken: Given.Cancellation)));
        Assert.Equal([name], await NamesAsync(service.QueryAsync($"TableName eq '{name}'", cancellationToken: Given.Cancellation)));
        Assert.Equal([name], await NamesAsync(service.QueryAsync((FormattableString)$"TableName eq {name}", cancellationToken: Given.Cancellation)));
        Assert.Contains(name, await NamesAsync(service.QueryAsync(cancellationToken: Given.Cancellation)));
    }

    [Fact]
    public void A_client_knows_its_table_and_account()
    {
        var table = new TableClient("DefaultEndpointsProtocol=https;AccountName=insek;AccountKey=a2V5;EndpointSuffix=core.windows.net", "concepts");

        Assert.Equal(("concepts", "insek"), (table.Name, table.AccountName));
        Assert.Equal(new Uri("https://insek.table.core.windows.net/concepts"), table.Uri);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/concepts")]
    [InlineData("AccountName=a;AccountKey=a2V5", "https://a.table.core.windows.net/concepts")]
    [InlineData("AccountName=a;AccountKey=a2V5;EndpointSuffix=core.example", "https://a.table.core.example/concepts")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:7777/a;", "http://127.0.0.1:7777/a/concepts")]
    [InlineData("accountname=a; ACCOUNTKEY=a2V5IQ==; TableEndpoint=https://tables.example/", "https://tables.example/concepts")]
    public void A_connection_string_leads_to_its_endpoint(string connectionString, string address) =>
        Assert.Equal(new Uri(address), new TableClient(connectionString, "concepts").Uri);

    [Theory]
    [InlineData("AccountName=a")]
    [InlineData("AccountKey=a2V5")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void A_connection_string_that_leads_nowhere_is_refused_without_telling_the_key(string connectionString)
    {
        var refusal = Record.Exception(() => new TableClient(connectionString, "concepts"));

        Assert.NotNull(refusal);
        Assert.DoesNotContain("a2V5", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> NamesAsync(Azure.AsyncPageable<TableItem> tables) =>
        [.. (await Given.ToListAsync(tables)).Select(table => table.Name)];
}
