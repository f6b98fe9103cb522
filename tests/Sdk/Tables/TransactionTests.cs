using Azure;
using Azure.Data.Tables;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

public sealed class TransactionTests(StorageFixture storage)
{
    [Fact]
    public async Task Every_kind_of_action_is_applied_and_answered_in_order()
    {
        var table = await Given.TableAsync(
            storage,
            new Note { RowKey = "merge", Text = "kept", Number = 1 },
            new Note { RowKey = "replace", Text = "dropped", Number = 1 },
            new Note { RowKey = "delete" },
            new Note { RowKey = "upsert-merge", Text = "kept", Number = 1 },
            new Note { RowKey = "upsert-replace", Text = "dropped", Number = 1 });

        var answers = await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new Note { RowKey = "add", Number = 2 }),
                new(TableTransactionActionType.UpdateMerge, new Note { RowKey = "merge", Number = 2 }),
                new(TableTransactionActionType.UpdateReplace, new Note { RowKey = "replace", Number = 2 }),
                new(TableTransactionActionType.Delete, new Note { RowKey = "delete" }),
                new(TableTransactionActionType.UpsertMerge, new Note { RowKey = "upsert-merge", Number = 2 }),
                new(TableTransactionActionType.UpsertReplace, new Note { RowKey = "upsert-replace", Number = 2 }),
                new(TableTransactionActionType.UpsertMerge, new Note { RowKey = "upsert-new", Number = 2 }),
            ],
            Given.Cancellation);
        var rows = await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation));

        Assert.Equal(
            [("add", null), ("merge", "kept"), ("replace", null), ("upsert-merge", "kept"), ("upsert-new", null), ("upsert-replace", null)],
            rows.Select(row => (row.RowKey, row.Text)));
        Assert.All(rows, row => Assert.Equal(2, row.Number));
        Assert.Equal(7, answers.Value.Count);
        Assert.All(answers.Value, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(rows.Single(row => row.RowKey == "add").ETag, answers.Value[0].Headers.ETag);
        Assert.Equal(rows.Single(row => row.RowKey == "merge").ETag, answers.Value[1].Headers.ETag);
        Assert.Null(answers.Value[3].Headers.ETag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(99)]
    public async Task One_refused_action_undoes_all_and_is_named(int failing)
    {
        var table = await Given.TableAsync(storage, new Note { RowKey = $"{failing:D2}", Text = "was here" });

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Adding(100), Given.Cancellation));

        Assert.Equal(failing, failure.FailedTransactionActionIndex);
        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.Equal("was here", Assert.Single(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation))).Text);
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    [InlineData(TableTransactionActionType.Delete)]
    public async Task An_action_on_a_stale_version_is_refused(TableTransactionActionType action)
    {
        var table = await Given.TableAsync(storage, new Note());
        var stale = await Given.ReadAsync<Note>(table);
        _ = await table.UpdateEntityAsync(new Note { Text = "newer" }, ETag.All, cancellationToken: Given.Cancellation);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new Note { RowKey = "log" }), new(action, new Note { Text = "mine" }, stale.ETag)],
            Given.Cancellation));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal("newer", Assert.Single(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation))).Text);
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    [InlineData(TableTransactionActionType.Delete)]
    public async Task An_action_on_the_current_version_passes(TableTransactionActionType action)
    {
        var table = await Given.TableAsync(storage, new Note());
        var current = await Given.ReadAsync<Note>(table);

        var answers = await table.SubmitTransactionAsync([new(action, new Note { Text = "mine" }, current.ETag)], Given.Cancellation);

        Assert.Equal(204, Assert.Single(answers.Value).Status);
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.Delete)]
    public async Task An_action_on_what_is_missing_fails_the_transaction(TableTransactionActionType action)
    {
        var table = await Given.TableAsync(storage);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new Note { RowKey = "log" }), new(action, new Note { RowKey = "missing" })],
            Given.Cancellation));

        Assert.Equal((404, "ResourceNotFound", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Empty(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));
    }

    [Fact]
    public async Task A_transaction_on_a_missing_table_fails()
    {
        var table = new TableClient(storage.ConnectionString, StorageFixture.NewTableName());

        _ = await Given.RefusedAsync(404, "TableNotFound", () => table.SubmitTransactionAsync(Adding(1), Given.Cancellation));
    }

    [Fact]
    public async Task A_transaction_without_actions_is_the_caller_s_mistake()
    {
        var table = await Given.TableAsync(storage);

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([], Given.Cancellation));
    }

    [Fact]
    public async Task Texts_that_look_like_the_protocol_stay_texts()
    {
        var table = await Given.TableAsync(storage);
        const string Text = "\r\n--changeset_insek--\r\n--batch_insek--\r\n\r\nHTTP/1.1 500 Oops\r\n\r\nx";

        _ = await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new Note { Text = Text }), new(TableTransactionActionType.Add, new Note { RowKey = "s" })], Given.Cancellation);

        Assert.Equal(Text, (await Given.ReadAsync<Note>(table)).Text);
        Assert.Equal(2, (await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation))).Count);
    }

    [Theory]
    [InlineData("2:The specified entity already exists.", 2)]
    [InlineData("17:x", 17)]
    [InlineData("The specified entity: gone", null)]
    [InlineData(":3", null)]
    [InlineData("", null)]
    public void The_failed_action_stands_before_the_message_s_colon(string message, int? index)
    {
        var failure = new TableTransactionFailedException(new RequestFailedException(409, message, "EntityAlreadyExists", innerException: null));

        Assert.Equal(index, failure.FailedTransactionActionIndex);
        Assert.Equal((409, "EntityAlreadyExists", message), (failure.Status, failure.ErrorCode, failure.Message));
    }

    private static IEnumerable<TableTransactionAction> Adding(int count) =>
        Enumerable.Range(0, count).Select(index => new TableTransactionAction(TableTransactionActionType.Add, new Note { RowKey = $"{index:D2}" }));
}
