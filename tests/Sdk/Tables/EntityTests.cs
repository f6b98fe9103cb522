using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

public sealed class EntityTests(StorageFixture storage)
{
    [Fact]
    public async Task Adding_what_exists_is_a_conflict()
    {
        var table = await Given.TableAsync(storage, new Note());

        var refusal = await Given.RefusedAsync(409, "EntityAlreadyExists", () => table.AddEntityAsync(new Note(), Given.Cancellation));

        Assert.True(refusal.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.False(refusal.ErrorCode == TableErrorCode.TableAlreadyExists);
        Assert.StartsWith("The specified entity already exists.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(409, refusal.GetRawResponse()!.Status);
    }

    [Fact]
    public async Task Reading_what_is_missing_is_not_found()
    {
        var table = await Given.TableAsync(storage);

        _ = await Given.RefusedAsync(404, "ResourceNotFound", () => table.GetEntityAsync<Note>("p", "r", cancellationToken: Given.Cancellation));
    }

    [Fact]
    public async Task Asking_for_what_may_be_missing_tells_which()
    {
        var table = await Given.TableAsync(storage, new Note { Text = "here" });

        var there = await table.GetEntityIfExistsAsync<Note>("p", "r", cancellationToken: Given.Cancellation);
        var missing = await table.GetEntityIfExistsAsync<Note>("p", "other", cancellationToken: Given.Cancellation);

        Assert.True(there.HasValue);
        Assert.Equal("here", there.Value!.Text);
        Assert.False(missing.HasValue);
        Assert.Equal(404, missing.GetRawResponse().Status);
        _ = Assert.Throws<InvalidOperationException>(() => missing.Value);
    }

    [Fact]
    public async Task Every_operation_on_a_missing_table_says_so()
    {
        var table = new TableClient(storage.ConnectionString, StorageFixture.NewTableName());

        _ = await Given.RefusedAsync(404, "TableNotFound", () => table.AddEntityAsync(new Note(), Given.Cancellation));
        _ = await Given.RefusedAsync(404, "TableNotFound", () => table.UpsertEntityAsync(new Note(), cancellationToken: Given.Cancellation));
        _ = await Given.RefusedAsync(404, "TableNotFound", () => Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));
    }

    [Fact]
    public async Task Merge_keeps_and_replace_drops_what_the_update_does_not_name()
    {
        var table = await Given.TableAsync(storage, new Note { RowKey = "merge", Text = "kept", Number = 1 }, new Note { RowKey = "replace", Text = "dropped", Number = 1 });

        _ = await table.UpdateEntityAsync(new Note { RowKey = "merge", Number = 2 }, ETag.All, TableUpdateMode.Merge, Given.Cancellation);
        _ = await table.UpdateEntityAsync(new Note { RowKey = "replace", Number = 2 }, ETag.All, TableUpdateMode.Replace, Given.Cancellation);
        var merged = await Given.ReadAsync<Note>(table, "merge");
        var replaced = await Given.ReadAsync<Note>(table, "replace");

        Assert.Equal(("kept", 2), (merged.Text, merged.Number));
        Assert.Equal((null, 2), (replaced.Text, replaced.Number));
    }

    [Fact]
    public async Task Merge_is_what_an_update_and_an_upsert_do_unless_told_otherwise()
    {
        var table = await Given.TableAsync(storage, new Note { Text = "kept", Number = 1 });

        _ = await table.UpdateEntityAsync(new Note { Number = 2 }, ETag.All, cancellationToken: Given.Cancellation);
        Assert.Equal("kept", (await Given.ReadAsync<Note>(table)).Text);

        _ = await table.UpsertEntityAsync(new Note { Number = 3 }, cancellationToken: Given.Cancellation);
        var read = await Given.ReadAsync<Note>(table);
        Assert.Equal(("kept", 3), (read.Text, read.Number));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_of_a_stale_version_is_refused_and_changes_nothing(TableUpdateMode mode)
    {
        var table = await Given.TableAsync(storage, new Note { Text = "first" });
        var stale = await Given.ReadAsync<Note>(table);
        _ = await table.UpdateEntityAsync(new Note { Text = "second" }, stale.ETag, mode, Given.Cancellation);

        _ = await Given.RefusedAsync(412, "UpdateConditionNotSatisfied", () => table.UpdateEntityAsync(new Note { Text = "third" }, stale.ETag, mode, Given.Cancellation));

        Assert.Equal("second", (await Given.ReadAsync<Note>(table)).Text);
    }

    [Fact]
    public async Task An_update_answers_with_the_version_it_made()
    {
        var table = await Given.TableAsync(storage, new Note());

        var first = await table.UpdateEntityAsync(new Note { Text = "one" }, ETag.All, cancellationToken: Given.Cancellation);
        var second = await table.UpdateEntityAsync(new Note { Text = "two" }, first.Headers.ETag!.Value, cancellationToken: Given.Cancellation);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(second.Headers.ETag, (await Given.ReadAsync<Note>(table)).ETag);
    }

    [Fact]
    public async Task An_update_without_a_version_is_the_caller_s_mistake()
    {
        var table = await Given.TableAsync(storage, new Note());

        _ = await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new Note(), default, cancellationToken: Given.Cancellation));
    }

    [Fact]
    public async Task An_update_of_what_is_missing_is_not_found()
    {
        var table = await Given.TableAsync(storage);

        _ = await Given.RefusedAsync(404, "ResourceNotFound", () => table.UpdateEntityAsync(new Note(), ETag.All, cancellationToken: Given.Cancellation));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_upsert_adds_or_changes_whatever_the_version(TableUpdateMode mode)
    {
        var table = await Given.TableAsync(storage);

        _ = await table.UpsertEntityAsync(new Note { Text = "added" }, mode, Given.Cancellation);
        _ = await table.UpsertEntityAsync(new Note { Text = "changed", ETag = new ETag("W/\"stale\"") }, mode, Given.Cancellation);

        Assert.Equal("changed", (await Given.ReadAsync<Note>(table)).Text);
    }

    [Fact]
    public async Task Deleting_takes_any_version_unless_one_is_named()
    {
        var table = await Given.TableAsync(storage, new Note { RowKey = "any" }, new Note { RowKey = "one" });
        var stale = await Given.ReadAsync<Note>(table, "one");
        _ = await table.UpdateEntityAsync(new Note { RowKey = "one", Text = "newer" }, ETag.All, cancellationToken: Given.Cancellation);

        var deleted = await table.DeleteEntityAsync("p", "any", cancellationToken: Given.Cancellation);
        _ = await Given.RefusedAsync(412, "UpdateConditionNotSatisfied", () => table.DeleteEntityAsync("p", "one", stale.ETag, Given.Cancellation));
        _ = await Given.RefusedAsync(412, "UpdateConditionNotSatisfied", () => table.DeleteEntityAsync(stale, stale.ETag, Given.Cancellation));

        Assert.Equal(204, deleted.Status);
        Assert.Equal("newer", Assert.Single(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation))).Text);

        _ = await table.DeleteEntityAsync(stale, cancellationToken: Given.Cancellation);
        Assert.Empty(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));
    }

    [Fact]
    public async Task Deleting_what_is_missing_is_no_error()
    {
        var table = await Given.TableAsync(storage);

        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r", cancellationToken: Given.Cancellation)).Status);
    }
}
