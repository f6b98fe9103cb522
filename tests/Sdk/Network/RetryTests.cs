using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Sdk.Tests.Tables;

namespace Insek.Office.Sdk.Tests.Network;

public sealed class RetryTests
{
    [Fact]
    public async Task A_busy_service_is_asked_again_when_it_said_to()
    {
        await using var server = new ScriptedServer(ScriptedServer.Text(503, "", "Retry-After: 1"), ScriptedServer.NoContent("ETag: W/\"1\""));
        var watch = Stopwatch.StartNew();

        var added = await ScriptedClient.For(server).AddEntityAsync(new Note { Text = "once" }, Given.Cancellation);

        // The clock of a waiting timer may run a little ahead of the watch.
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(0.95), $"Asked again after {watch.Elapsed}.");
        Assert.Equal(new ETag("W/\"1\""), added.Headers.ETag);
        Assert.Equal(2, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Body).Distinct(StringComparer.Ordinal));
        Assert.Contains("once", server.Requests.First().Body, StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.StartsWith("SharedKeyLite account:", request.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        await using var server = new ScriptedServer(ScriptedServer.Reset(), ScriptedServer.Reset(), ScriptedServer.NoContent());

        var answer = await ScriptedClient.For(server).UpsertEntityAsync(new Note(), cancellationToken: Given.Cancellation);

        Assert.Equal(204, answer.Status);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_silent_service_is_asked_again_after_the_timeout()
    {
        await using var server = new ScriptedServer(ScriptedServer.Silence(), ScriptedServer.Text(200, ScriptedClient.Row));

        var row = await ScriptedClient.For(server, networkTimeout: TimeSpan.FromMilliseconds(300)).GetEntityAsync<Note>("p", "r", cancellationToken: Given.Cancellation);

        // A slow machine may let the second attempt pass its time too.
        Assert.Equal("there", row.Value.Text);
        Assert.InRange(server.Requests.Count, 2, 4);
    }

    [Fact]
    public async Task A_service_that_stays_silent_is_not_asked_more_often_than_allowed()
    {
        await using var server = new ScriptedServer(ScriptedServer.Silence());
        var table = ScriptedClient.For(server, retries: 0, networkTimeout: TimeSpan.FromMilliseconds(200));

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_error_that_breaks_off_is_still_the_error()
    {
        await using var server = new ScriptedServer(ScriptedServer.CutOff("""{"odata.error":{"code":"InvalidInput"}}""", status: 400));

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Given.ToListAsync(ScriptedClient.For(server).QueryAsync<Note>(cancellationToken: Given.Cancellation)));

        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public async Task A_page_that_breaks_off_is_read_again_whole()
    {
        await using var server = new ScriptedServer(ScriptedServer.CutOff(ScriptedClient.Page), ScriptedServer.CutOff(ScriptedClient.Page), ScriptedServer.Text(200, ScriptedClient.Page));

        var rows = await Given.ToListAsync(ScriptedClient.For(server).QueryAsync<Note>(cancellationToken: Given.Cancellation));

        Assert.Equal(["1", "2"], rows.Select(row => row.RowKey));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task An_entity_that_breaks_off_is_read_again()
    {
        await using var server = new ScriptedServer(ScriptedServer.CutOff(ScriptedClient.Row), ScriptedServer.Text(200, ScriptedClient.Row));

        Assert.Equal("there", (await ScriptedClient.For(server).GetEntityAsync<Note>("p", "r", cancellationToken: Given.Cancellation)).Value.Text);
    }

    [Fact]
    public async Task Retries_end()
    {
        await using var server = new ScriptedServer(ScriptedServer.Text(500, """{"odata.error":{"code":"InternalError","message":{"lang":"en-US","value":"Down."}}}"""));

        _ = await Given.RefusedAsync(500, "InternalError", () => ScriptedClient.For(server, retries: 2).AddEntityAsync(new Note(), Given.Cancellation));

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    public async Task A_refusal_is_not_tried_again(int status)
    {
        await using var server = new ScriptedServer(ScriptedServer.Text(status, ""));

        _ = await Assert.ThrowsAsync<RequestFailedException>(() => ScriptedClient.For(server).AddEntityAsync(new Note(), Given.Cancellation));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_at_once()
    {
        await using var server = new ScriptedServer(ScriptedServer.Silence());
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Given.Cancellation);
        var table = ScriptedClient.For(server);
        var waiting = Task.WhenAll(
            table.AddEntityAsync(new Note(), cancelling.Token),
            table.GetEntityAsync<Note>("p", "r", cancellationToken: cancelling.Token),
            table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new Note())], cancelling.Token),
            Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: cancelling.Token)));

        while (server.Requests.Count < 4)
        {
            await Task.Delay(10, Given.Cancellation);
        }

        var watch = Stopwatch.StartNew();
        await cancelling.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"Ended after {watch.Elapsed}.");
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Enumerating_can_be_cancelled_too()
    {
        await using var server = new ScriptedServer(ScriptedServer.Silence());
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Given.Cancellation);
        cancelling.CancelAfter(TimeSpan.FromMilliseconds(200));

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in ScriptedClient.For(server).QueryAsync<Note>(cancellationToken: Given.Cancellation).WithCancellation(cancelling.Token))
            {
                Assert.Fail($"Nothing was sent, but {row.RowKey} came.");
            }
        });
    }

    [Fact]
    public async Task What_is_cancelled_already_is_not_sent()
    {
        await using var server = new ScriptedServer(ScriptedServer.NoContent());

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScriptedClient.For(server).AddEntityAsync(new Note(), new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }
}
