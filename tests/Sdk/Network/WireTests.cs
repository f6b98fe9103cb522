using System.Globalization;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Insek.Office.Sdk.Tests.Tables;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Network;

public sealed class WireTests(StorageFixture storage)
{
    [Fact]
    public async Task A_wrong_key_is_refused_with_the_service_s_code()
    {
        var account = new TableServiceClient(storage.ConnectionString);
        var table = new TableClient(account.Uri, StorageFixture.NewTableName(), new TableSharedKeyCredential(account.AccountName, "d3Jvbmc="));

        // Authentication answers in XML, whatever the request accepts; the emulator has another word for it than the service.
        await AssertRefusedAsync(() => table.CreateAsync(Given.Cancellation));
        await AssertRefusedAsync(() => Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));
        await AssertRefusedAsync(() => table.GetEntityIfExistsAsync<Note>("p", "r", cancellationToken: Given.Cancellation));
        await AssertRefusedAsync(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new Note())], Given.Cancellation));

        static async Task AssertRefusedAsync(Func<Task> call)
        {
            var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(call);

            Assert.Equal(403, refusal.Status);
            Assert.True(refusal.ErrorCode is "AuthenticationFailed" or "AuthorizationFailure", refusal.Message);
        }
    }

    [Theory]
    [InlineData("""{"odata.error":{"code":"Json","message":{"lang":"en-US","value":"Told."}}}""", "Json", "Told.")]
    [InlineData("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>Xml</Code><Message>Told.</Message></Error>", "Xml", "Told.")]
    [InlineData("<m:error xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\"><m:code>Xml</m:code><m:message xml:lang=\"en-US\">Told.</m:message></m:error>", "Xml", "Told.")]
    [InlineData("<html><body>A proxy's page<br></body></html>", "Header", "Scripted")]
    [InlineData("{\"cut", "Header", "Scripted")]
    [InlineData("[]", "Header", "Scripted")]
    [InlineData("{}", "Header", "Scripted")]
    [InlineData("", "Header", "Scripted")]
    public async Task Any_body_of_an_error_is_coped_with(string body, string code, string message)
    {
        await using var server = new ScriptedServer(ScriptedServer.Text(400, body, "x-ms-error-code: Header"));
        var table = ScriptedClient.For(server);

        var refusal = await Given.RefusedAsync(400, code, () => table.AddEntityAsync(new Note(), Given.Cancellation));
        _ = await Given.RefusedAsync(400, code, () => Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));

        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_with_missing_answers_is_no_success()
    {
        const string One = "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\nETag: W/\"1\"\r\n\r\n\r\n--c--\r\n--b--\r\n";
        await using var server = new ScriptedServer(ScriptedServer.Text(202, One, "Content-Type: multipart/mixed; boundary=b"));
        var table = ScriptedClient.For(server);

        _ = await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new Note())], Given.Cancellation);
        _ = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new Note()), new(TableTransactionActionType.Add, new Note { RowKey = "s" })],
            Given.Cancellation));
    }

    [Fact]
    public async Task An_upsert_names_no_version_and_an_update_does()
    {
        await using var server = new ScriptedServer(ScriptedServer.NoContent());
        var table = ScriptedClient.For(server);

        _ = await table.UpsertEntityAsync(new Note { ETag = new ETag("W/\"1\"") }, cancellationToken: Given.Cancellation);
        _ = await table.UpdateEntityAsync(new Note(), new ETag("W/\"2\""), cancellationToken: Given.Cancellation);
        _ = await table.DeleteEntityAsync("p", "r", cancellationToken: Given.Cancellation);
        _ = await table.DeleteEntityAsync("p", "r", new ETag("W/\"3\""), Given.Cancellation);

        Assert.Equal([null, "W/\"2\"", "*", "W/\"3\""], server.Requests.Select(request => request.Headers.GetValueOrDefault("If-Match")));
        Assert.All(server.Requests, request => Assert.DoesNotContain("etag", request.Body, StringComparison.OrdinalIgnoreCase));
        Assert.All(server.Requests, request => Assert.DoesNotContain("Timestamp", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_being_deleted_is_not_there()
    {
        await using var server = new ScriptedServer(ScriptedServer.Text(409, """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"Wait."}}}"""));

        _ = await Given.RefusedAsync(409, "TableBeingDeleted", () => ScriptedClient.For(server).CreateIfNotExistsAsync(Given.Cancellation));
    }

    [Fact]
    public async Task Page_ends_may_name_only_the_partition()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Text(200, ScriptedClient.Page, "x-ms-continuation-NextPartitionKey: 1!4!cA--"),
            ScriptedServer.Text(200, """{"value":[]}""", "x-ms-continuation-NextPartitionKey: next", "x-ms-continuation-NextRowKey: row"),
            ScriptedServer.Text(200, ScriptedClient.Page));

        var rows = await Given.ToListAsync(ScriptedClient.For(server).QueryAsync<Note>(cancellationToken: Given.Cancellation));

        Assert.Equal(4, rows.Count);
        var asked = server.Requests.Select(request => request.RequestLine).ToList();
        Assert.DoesNotContain("Next", asked[0], StringComparison.Ordinal);
        Assert.Contains("NextPartitionKey=1%214%21cA--", asked[1], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("NextRowKey", asked[1], StringComparison.Ordinal);
        Assert.Contains("NextPartitionKey=next&NextRowKey=row", asked[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_give_their_connection_back()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Text(404, """{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"No."}}}"""),
            ScriptedServer.Text(404, """{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"No."}}}"""),
            ScriptedServer.Text(200, ScriptedClient.Row),
            ScriptedServer.Text(200, ScriptedClient.Page));
        var table = ScriptedClient.For(server);

        Assert.False((await table.GetEntityIfExistsAsync<Note>("p", "r", cancellationToken: Given.Cancellation)).HasValue);
        _ = await Given.RefusedAsync(404, "ResourceNotFound", () => table.GetEntityAsync<Note>("p", "r", cancellationToken: Given.Cancellation));
        _ = await table.GetEntityAsync<Note>("p", "r", cancellationToken: Given.Cancellation);
        _ = await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation));
        _ = await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation));

        Assert.Equal((5, 1), (server.Requests.Count, server.Connections));
    }

    [Fact]
    public async Task A_page_is_read_however_its_bytes_arrive()
    {
        // Every split point once: in a name, a number, an escape, an umlaut of two bytes, between entities.
        const string Body = """{"value":[{"RowKey":"ä\u00fc\n1","PartitionKey":"p","Number@odata.type":"Edm.Int32","Number":12345},{"RowKey":"2","PartitionKey":"p","Text":"🏰","Unknown":{"a":[1,2]}}]}""";
        var bytes = Encoding.UTF8.GetBytes(Body);
        var answers = Enumerable.Range(1, bytes.Length - 1).Select(split => InTwo(bytes, split)).ToArray();
        await using var server = new ScriptedServer(answers);
        var table = ScriptedClient.For(server);

        for (var split = 1; split < bytes.Length; split++)
        {
            var rows = await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation));

            Assert.Equal([("äü\n1", 12345, null), ("2", null, "🏰")], rows.Select(row => (row.RowKey, row.Number, row.Text)));
        }
    }

    [Fact]
    public async Task A_type_may_be_told_after_its_value_or_not_at_all()
    {
        await using var server = new ScriptedServer(ScriptedServer.Text(
            200,
            """{"PartitionKey":"p","RowKey":"r","Timestamp":"2026-01-01T00:00:00Z","Large":"5","Large@odata.type":"Edm.Int64","Real":2,"Real@odata.type":"Edm.Double","At":"2026-02-03T04:05:06Z","At@odata.type":"Edm.DateTime","Id":"11111111-2222-3333-4444-555555555555","Id@odata.type":"Edm.Guid","Bytes":"AQI=","Bytes@odata.type":"Edm.Binary","Number":7,"Point":1.0,"Text":"5"}"""));

        var read = (await ScriptedClient.For(server).GetEntityAsync<TableEntity>("p", "r", cancellationToken: Given.Cancellation)).Value;

        Assert.Equal((5L, 2.0, 7, 1.0, "5"), (read["Large"], read["Real"], read["Number"], read["Point"], read["Text"]));
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero), read["At"]);
        Assert.Equal(new Guid("11111111-2222-3333-4444-555555555555"), read["Id"]);
        Assert.Equal([1, 2], read.GetBinary("Bytes"));
        Assert.Equal(2026, read.Timestamp!.Value.Year);
    }

    [Fact]
    public async Task Entities_larger_than_any_buffer_are_read()
    {
        var rows = Enumerable.Range(0, 40).Select(row =>
            $$"""{"odata.etag":"W/\"{{row}}\"","PartitionKey":"p","RowKey":"{{row}}","Text":"{{new string((char)('a' + (row % 26)), 30_000 * (row % 7))}}","Number":{{row}}}""");
        await using var server = new ScriptedServer(ScriptedServer.Text(200, $$"""{"value":[{{string.Join(',', rows)}}]}"""));

        var read = await Given.ToListAsync(ScriptedClient.For(server).QueryAsync<Note>(cancellationToken: Given.Cancellation));

        Assert.Equal(Enumerable.Range(0, 40), read.Select(row => row.Number!.Value));
        Assert.All(read, row => Assert.Equal(30_000 * (row.Number % 7), row.Text!.Length));
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent()
    {
        var seen = new List<string?>();
        using var handler = new Recording(seen);
        using var http = new HttpClient(handler);
        var credential = new FixedToken();
        var table = new TableClient(
            new Uri("https://insek.table.core.windows.net"),
            "notes",
            credential,
            new TableClientOptions { Transport = new HttpClientTransport(http) });

        _ = await table.AddEntityAsync(new Note(), Given.Cancellation);

        Assert.Equal(["Bearer token-of-test"], seen);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        _ = Assert.Throws<ArgumentException>(() => new TableClient(new Uri("http://insek.table.core.windows.net"), "notes", credential));
    }

    private static Answer InTwo(byte[] body, int split) => async (connection, stopping) =>
    {
        connection.NoDelay = true;
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n");
        await ScriptedServer.SendAsync(connection, (byte[])[.. Encoding.ASCII.GetBytes(head), .. body.AsSpan(0, split)], stopping);
        await Task.Yield();
        await ScriptedServer.SendAsync(connection, body.AsMemory(split), stopping);
    };

    private sealed class Recording(List<string?> authorizations) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            authorizations.Add(request.Headers.Authorization?.ToString());

            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        }
    }

    private sealed class FixedToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;

            return new("token-of-test", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
