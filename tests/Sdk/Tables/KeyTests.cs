using Azure.Data.Tables;
using FsCheck.Fluent;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

public sealed class KeyTests(StorageFixture storage)
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("it's")]
    [InlineData("''")]
    [InlineData("Straße, Fußgängerzone")]
    [InlineData("100 %")]
    [InlineData("%41")]
    [InlineData("%2F")]
    [InlineData("a+b c")]
    [InlineData("a&b=c;d:e@f!$*()[]{}|^~`\"<>,.")]
    [InlineData("..")]
    [InlineData("🏰")]
    [InlineData("concept_2026_PG-III")]
    public async Task An_entity_is_found_changed_and_deleted_by_its_keys(string key)
    {
        var table = await Given.TableAsync(storage);

        _ = await table.AddEntityAsync(new Note { PartitionKey = key, RowKey = key, Text = "added" }, Given.Cancellation);
        var read = await Given.ReadAsync<Note>(table, key, key);
        Assert.Equal((key, key, "added"), (read.PartitionKey, read.RowKey, read.Text));

        read.Text = "changed";
        _ = await table.UpdateEntityAsync(read, read.ETag, cancellationToken: Given.Cancellation);
        var found = Assert.Single(await Given.ToListAsync(table.QueryAsync<Note>(note => note.PartitionKey == key && note.RowKey == key, cancellationToken: Given.Cancellation)));
        Assert.Equal("changed", found.Text);

        _ = await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, new Note { PartitionKey = key, RowKey = key, Text = "in a transaction" })], Given.Cancellation);
        Assert.Equal("in a transaction", (await Given.ReadAsync<Note>(table, key, key)).Text);

        _ = await table.DeleteEntityAsync(key, key, cancellationToken: Given.Cancellation);
        Assert.Empty(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));
    }

    [Fact]
    public async Task Keys_of_any_allowed_characters_lead_to_their_own_entity()
    {
        var table = await Given.TableAsync(storage);
        var keys = Gen.OneOf(Gen.Choose(0x20, 0x7E), Gen.Choose(0xA0, 0x24F))
            .Where(code => "/\\#?".IndexOf((char)code, StringComparison.Ordinal) < 0)
            .NonEmptyListOf()
            .Select(codes => string.Concat(codes.Select(code => (char)code)))
            .Sample(60, 20)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        foreach (var key in keys)
        {
            _ = await table.AddEntityAsync(new Note { PartitionKey = "p", RowKey = key, Text = key }, Given.Cancellation);
        }

        foreach (var key in keys)
        {
            Assert.Equal(key, (await Given.ReadAsync<Note>(table, key)).Text);
        }
    }

    [Fact]
    public async Task The_longest_keys_are_usable()
    {
        var table = await Given.TableAsync(storage);
        var key = new string('ü', 512);

        _ = await table.AddEntityAsync(new Note { PartitionKey = key, RowKey = key, Text = "there" }, Given.Cancellation);

        Assert.Equal("there", (await Given.ReadAsync<Note>(table, key, key)).Text);
    }

    [Fact]
    public async Task A_missing_key_is_the_caller_s_mistake()
    {
        var table = await Given.TableAsync(storage);

        _ = await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync(new Note { RowKey = null! }, Given.Cancellation));
        _ = await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityAsync<Note>(null!, "r", cancellationToken: Given.Cancellation));
        _ = await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpsertEntityAsync(new Note { PartitionKey = null! }, cancellationToken: Given.Cancellation));
    }
}
