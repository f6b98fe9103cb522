using Azure.Data.Tables;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

/// <summary>Limits of the service, several of which the emulator does not know. At each limit the last allowed value passes.</summary>
public sealed class LimitTests(StorageFixture storage)
{
    private const int TextChars = 32 * 1024;

    [Theory]
    [InlineData('/')]
    [InlineData('\\')]
    [InlineData('#')]
    [InlineData('?')]
    [InlineData('\t')]
    [InlineData('\n')]
    [InlineData('\0')]
    [InlineData('\u001f')]
    [InlineData('\u007f')]
    [InlineData('\u0085')]
    [InlineData('\u009f')]
    public async Task A_key_has_no_forbidden_character(char forbidden)
    {
        var table = await Given.TableAsync(storage);
        var key = $"a{forbidden}b";

        await RefusedEverywhereAsync(table, 400, "OutOfRangeInput", new Note { RowKey = key });
        await RefusedEverywhereAsync(table, 400, "OutOfRangeInput", new Note { PartitionKey = key });
    }

    [Fact]
    public async Task A_key_has_at_most_512_characters()
    {
        var table = await Given.TableAsync(storage);

        _ = await table.AddEntityAsync(new Note { PartitionKey = new('p', 512), RowKey = new('r', 512) }, Given.Cancellation);
        await RefusedEverywhereAsync(table, 400, "KeyValueTooLarge", new Note { RowKey = new('r', 513) });
        await RefusedEverywhereAsync(table, 400, "KeyValueTooLarge", new Note { PartitionKey = new('p', 513) });
    }

    [Fact]
    public async Task A_value_has_at_most_64_KiB()
    {
        var table = await Given.TableAsync(storage);

        await PassesAsync(table, new TableEntity("p", "text") { ["V"] = new string('x', TextChars) });
        await PassesAsync(table, new TableEntity("p", "bytes") { ["V"] = new byte[64 * 1024] });
        await RefusedEverywhereAsync(table, 400, "PropertyValueTooLarge", new TableEntity("p", "r") { ["V"] = new string('x', TextChars + 1) });
        await RefusedEverywhereAsync(table, 400, "PropertyValueTooLarge", new TableEntity("p", "r") { ["V"] = new byte[(64 * 1024) + 1] });
        await RefusedEverywhereAsync(table, 400, "PropertyValueTooLarge", new TableEntity("p", "r") { ["V"] = BinaryData.FromBytes(new byte[(64 * 1024) + 1]) });
    }

    [Fact]
    public async Task An_entity_has_at_most_252_properties_of_its_own()
    {
        var table = await Given.TableAsync(storage);

        await PassesAsync(table, WithProperties(252));
        await RefusedEverywhereAsync(table, 400, "TooManyProperties", WithProperties(253));
    }

    [Fact]
    public async Task An_entity_has_at_most_1_MiB()
    {
        var table = await Given.TableAsync(storage);

        // 4 + keys + per property 8 + 2 × name + 4 + 2 × characters, as the service counts.
        const int Fixed = 4 + 4 + (16 * (8 + 6 + 4));
        var rest = ((1024 * 1024) - Fixed) / 2;

        await PassesAsync(table, OfCharacters(rest));
        await RefusedEverywhereAsync(table, 400, "EntityTooLarge", OfCharacters(rest + 1));

        static TableEntity OfCharacters(int characters)
        {
            var entity = new TableEntity("p", "r");

            for (var index = 0; index < 16; index++)
            {
                var length = Math.Min(TextChars, characters);
                entity[$"V{index:D2}"] = new string('x', length);
                characters -= length;
            }

            return entity;
        }
    }

    [Fact]
    public async Task A_property_name_has_at_most_255_characters()
    {
        var table = await Given.TableAsync(storage);

        await PassesAsync(table, new TableEntity("p", "r") { [new string('n', 255)] = 1 });
        await RefusedEverywhereAsync(table, 400, "PropertyNameTooLong", new TableEntity("p", "r") { [new string('n', 256)] = 1 });
    }

    [Theory]
    [InlineData("a-b")]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("a.b")]
    [InlineData("a'b")]
    [InlineData("")]
    public async Task A_property_name_is_an_identifier(string name)
    {
        var table = await Given.TableAsync(storage);

        await RefusedEverywhereAsync(table, 400, "PropertyNameInvalid", new TableEntity("p", "r") { [name] = 1 });
    }

    [Theory]
    [InlineData("_a")]
    [InlineData("Straße")]
    [InlineData("a1_2")]
    public async Task A_property_name_can_be_any_identifier(string name)
    {
        var table = await Given.TableAsync(storage);

        await PassesAsync(table, new TableEntity("p", "r") { [name] = 7 });
        Assert.Equal(7, (await Given.ReadAsync<TableEntity>(table)).GetInt32(name));
    }

    [Fact]
    public async Task Instants_begin_in_1601()
    {
        var table = await Given.TableAsync(storage);
        var earliest = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

        await PassesAsync(table, new TableEntity("p", "r") { ["At"] = earliest });
        await PassesAsync(table, new TableEntity("p", "s") { ["At"] = earliest.UtcDateTime });
        await RefusedEverywhereAsync(table, 400, "OutOfRangeInput", new TableEntity("p", "r") { ["At"] = earliest.AddTicks(-1) });
        await RefusedEverywhereAsync(table, 400, "OutOfRangeInput", new TableEntity("p", "r") { ["At"] = earliest.UtcDateTime.AddTicks(-1) });
        await RefusedEverywhereAsync(table, 400, "OutOfRangeInput", new Everything { PartitionKey = "p", RowKey = "r", Instant = default });
    }

    [Fact]
    public async Task A_transaction_has_at_most_100_actions()
    {
        var table = await Given.TableAsync(storage);

        _ = await table.SubmitTransactionAsync(Adding(100), Given.Cancellation);
        var refusal = await Given.RefusedAsync(400, "InvalidInput", () => table.SubmitTransactionAsync(Adding(101), Given.Cancellation));

        _ = Assert.IsType<TableTransactionFailedException>(refusal);
    }

    [Fact]
    public async Task A_transaction_stays_in_one_partition()
    {
        var table = await Given.TableAsync(storage);

        var refusal = await Given.RefusedAsync(400, "CommandsInBatchActOnDifferentPartitions", () => table.SubmitTransactionAsync(
            [.. Adding(2), new(TableTransactionActionType.Add, new Note { PartitionKey = "q" })],
            Given.Cancellation));

        Assert.Equal(2, Assert.IsType<TableTransactionFailedException>(refusal).FailedTransactionActionIndex);
        Assert.Empty(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));
    }

    [Fact]
    public async Task A_transaction_names_an_entity_once()
    {
        var table = await Given.TableAsync(storage);

        var refusal = await Given.RefusedAsync(400, "InvalidDuplicateRow", () => table.SubmitTransactionAsync(
            [.. Adding(3), new(TableTransactionActionType.UpsertMerge, new Note { RowKey = "1" })],
            Given.Cancellation));

        Assert.Equal(3, Assert.IsType<TableTransactionFailedException>(refusal).FailedTransactionActionIndex);
        Assert.Empty(await Given.ToListAsync(table.QueryAsync<Note>(cancellationToken: Given.Cancellation)));
    }

    [Fact]
    public async Task A_transaction_has_at_most_4_MiB()
    {
        var table = await Given.TableAsync(storage);
        var text = new string('x', TextChars);

        _ = await table.SubmitTransactionAsync(OfTexts(3), Given.Cancellation);
        var refusal = await Given.RefusedAsync(413, "RequestBodyTooLarge", () => table.SubmitTransactionAsync(OfTexts(13), Given.Cancellation));

        _ = Assert.IsType<TableTransactionFailedException>(refusal);

        // Each entity carries ten texts of 32 KiB: three make one mebibyte, thirteen more than four.
        IEnumerable<TableTransactionAction> OfTexts(int entities) => Enumerable.Range(0, entities).Select(row =>
        {
            var entity = new TableEntity("p", $"{row}");

            for (var index = 0; index < 10; index++)
            {
                entity[$"V{index}"] = text;
            }

            return new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity);
        });
    }

    [Fact]
    public async Task A_page_has_at_most_1000_rows()
    {
        var table = await Given.TableAsync(storage);

        Assert.Empty(await Given.ToListAsync(table.QueryAsync<Note>(maxPerPage: 1000, cancellationToken: Given.Cancellation)));
        _ = await Given.RefusedAsync(400, "InvalidInput", () => Given.ToListAsync(table.QueryAsync<Note>(maxPerPage: 1001, cancellationToken: Given.Cancellation)));
    }

    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", "OutOfRangeInput")]
    [InlineData("with-dash", "InvalidResourceName")]
    [InlineData("1table", "InvalidResourceName")]
    [InlineData("Straße", "InvalidResourceName")]
    public async Task A_table_name_is_short_and_alphanumeric(string name, string code) =>
        _ = await Given.RefusedAsync(400, code, () => new TableClient(storage.ConnectionString, name).CreateAsync(Given.Cancellation));

    [Fact]
    public async Task A_table_name_can_be_3_to_63_characters()
    {
        foreach (var length in new[] { 3, 63 })
        {
            // The account may be a shared one: a name of three characters can be taken.
            var name = StorageFixture.NewTableName().PadRight(63, 'x')[..length];

            Assert.Equal(name, (await new TableClient(storage.ConnectionString, name).CreateIfNotExistsAsync(Given.Cancellation)).Value.Name);
        }
    }

    private static IEnumerable<TableTransactionAction> Adding(int count) =>
        Enumerable.Range(0, count).Select(index => new TableTransactionAction(TableTransactionActionType.Add, new Note { RowKey = $"{index}" }));

    private static TableEntity WithProperties(int count)
    {
        var entity = new TableEntity("p", "r");

        for (var index = 0; index < count; index++)
        {
            entity[$"P{index}"] = index;
        }

        return entity;
    }

    private static async Task PassesAsync(TableClient table, TableEntity entity)
    {
        _ = await table.AddEntityAsync(entity, Given.Cancellation);
        entity.PartitionKey = "q"; // As long as the other, where bytes are counted.
        _ = await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, entity)], Given.Cancellation);
    }

    // Alone, as an upsert and as the second action of a transaction, where the exception also names the action. Nothing is stored.
    private static async Task RefusedEverywhereAsync(TableClient table, int status, string code, ITableEntity entity)
    {
        _ = await Given.RefusedAsync(status, code, () => table.AddEntityAsync(entity, Given.Cancellation));
        _ = await Given.RefusedAsync(status, code, () => table.UpsertEntityAsync(entity, TableUpdateMode.Replace, Given.Cancellation));
        var refusal = await Given.RefusedAsync(status, code, () => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertMerge, new Note { PartitionKey = entity.PartitionKey, RowKey = "first" }), new(TableTransactionActionType.UpsertReplace, entity)],
            Given.Cancellation));

        // A forbidden partition key is also the first action's.
        var failed = entity.PartitionKey == "p" ? 1 : 0;
        Assert.Equal(failed, Assert.IsType<TableTransactionFailedException>(refusal).FailedTransactionActionIndex);
        Assert.Empty(await Given.ToListAsync(table.QueryAsync<Note>(note => note.RowKey == "first", cancellationToken: Given.Cancellation)));
    }
}
