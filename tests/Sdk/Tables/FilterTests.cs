using System.Linq.Expressions;
using Azure.Data.Tables;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

/// <summary>Filters are judged by the rows they find, not by their text: that is the service's language, and there are many ways to say one thing.</summary>
public sealed class FilterTests(StorageFixture storage) : IAsyncLifetime
{
    private static readonly Guid FirstId = new("11111111-2222-3333-4444-555555555555");
    // The emulator compares instants to the millisecond.
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private TableClient _table = null!;

    public async ValueTask InitializeAsync()
    {
        _table = await Given.TableAsync(storage);
        Everything[] rows =
        [
            new()
            {
                PartitionKey = "p", RowKey = "1", Text = "O'Brien's Straße", Truth = true, MaybeTruth = true, Number = -1, MaybeNumber = 1, Large = 5_000_000_000, Real = 0.5,
                Id = FirstId, Day = Noon.UtcDateTime, Instant = Noon, Bytes = [1, 255], Colour = Colour.Red,
            },
            new()
            {
                PartitionKey = "p", RowKey = "2", Text = "Übergang", Truth = false, Number = 2, MaybeNumber = 2, Large = 5_000_000_001, Real = 2.0,
                Id = Guid.NewGuid(), Day = Noon.UtcDateTime.AddMilliseconds(1), Instant = Noon.AddHours(1), Bytes = [2], Colour = Colour.Green,
            },
            new()
            {
                PartitionKey = "q", RowKey = "3", Text = "a b+c%20&d", Truth = true, Number = 3, Large = -1, Real = 123456789.5,
                Id = Guid.NewGuid(), Day = Noon.UtcDateTime.AddDays(1), Instant = Noon.AddHours(2), Bytes = [3], Colour = Colour.Green,
            },
        ];

        foreach (var row in rows)
        {
            _ = await _table.AddEntityAsync(row, Given.Cancellation);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string, Expression<Func<Everything, bool>>> Predicates()
    {
        var captured = "Übergang";
        var holder = new { Inner = new { Number = 2 } };
        var colour = Colour.Green;
        int? maybe = 2;

        return new()
        {
            { "1", row => row.Text == "O'Brien's Straße" },
            { "2", row => row.Text == captured },
            { "2", row => captured == row.Text },
            { "13", row => row.Text != captured },
            { "3", row => row.Text == "a b+c%20&d" },
            { "12", row => row.PartitionKey == "p" },
            { "2", row => row.PartitionKey == "p" && row.RowKey == "2" },
            { "23", row => row.RowKey == "2" || row.RowKey == "3" },
            { "13", row => !(row.RowKey == "2") },
            { "1", row => row.PartitionKey == "p" && !(row.RowKey == "2") },
            { "13", row => row.PartitionKey == "q" || (row.PartitionKey == "p" && row.Number < 0) },
            { "3", row => (row.PartitionKey == "q" || row.PartitionKey == "p") && row.Number == 3 },
            { "1", row => row.Number == -1 },
            { "12", row => row.Number < 3 },
            { "123", row => row.Number <= 3 },
            { "3", row => row.Number > 2 },
            { "23", row => row.Number >= 2 },
            { "12", row => 3 > row.Number },
            { "23", row => 2 <= row.Number },
            { "23", row => 0 < row.Number },
            { "12", row => 2 >= row.Number },
            { "3", row => 3 == row.Number },
            { "2", row => row.Number == holder.Inner.Number },
            { "3", row => row.Number == holder.Inner.Number + 1 },
            { "2", row => row.MaybeNumber == 2 },
            { "2", row => row.MaybeNumber == maybe },
            { "1", row => row.MaybeNumber!.Value == 1 },
            { "13", row => row.Truth },
            { "2", row => !row.Truth },
            { "1", row => row.Truth && row.PartitionKey == "p" },
            { "13", row => row.Truth == true },
            { "1", row => row.MaybeTruth == true },
            { "1", row => row.Large == 5_000_000_000 },
            { "2", row => row.Large > 5_000_000_000 },
            { "3", row => row.Large < 0 },
            { "1", row => row.Real == 0.5 },
            { "2", row => row.Real == 2.0 },
            { "3", row => row.Real >= 123456789.5 },
            { "1", row => row.Id == FirstId },
            { "1", row => row.Day == Noon.UtcDateTime },
            { "23", row => row.Instant > Noon },
            { "1", row => row.Instant <= Noon.ToOffset(TimeSpan.FromHours(2)) },
            { "1", row => row.Colour == Colour.Red },
            { "23", row => row.Colour == colour },
            { "1", row => row.Colour != Colour.Green },
#pragma warning disable CA1309 // The service compares ordinally; another rule cannot be said to it.
            { "23", row => string.Compare(row.RowKey, "2") >= 0 },
            { "1", row => string.Compare(row.RowKey, "2") < 0 },
            { "12", row => row.RowKey.CompareTo("2") <= 0 },
            { "2", row => row.RowKey.CompareTo("1") > 0 && row.RowKey.CompareTo("3") < 0 },
            { "2", row => row.RowKey.Equals("2") },
            { "2", row => string.Equals(row.RowKey, "2") },
#pragma warning restore CA1309
        };
    }

    [Theory]
    [MemberData(nameof(Predicates), DisableDiscoveryEnumeration = true)]
    public async Task A_predicate_finds_the_rows_it_is_true_for(string rows, Expression<Func<Everything, bool>> predicate)
    {
        Assert.Equal(rows, await FindAsync(TableClient.CreateQueryFilter(predicate)));
        Assert.Equal(rows, string.Concat((await Given.ToListAsync(_table.QueryAsync(predicate, cancellationToken: Given.Cancellation))).Select(row => row.RowKey)));
    }

    [Fact]
    public async Task Holes_of_an_interpolated_filter_become_literals()
    {
        var quoted = "O'Brien's Straße";

        Assert.Equal("1", await FindAsync(TableClient.CreateQueryFilter($"Text eq {quoted}")));
        Assert.Equal("2", await FindAsync(TableClient.CreateQueryFilter($"Text eq {"Übergang"} and Truth eq {false}")));
        Assert.Equal("3", await FindAsync(TableClient.CreateQueryFilter($"Text eq {"a b+c%20&d"}")));
        Assert.Equal("2", await FindAsync(TableClient.CreateQueryFilter($"Number eq {2}")));
        Assert.Equal("1", await FindAsync(TableClient.CreateQueryFilter($"Large eq {5_000_000_000}")));
        Assert.Equal("1", await FindAsync(TableClient.CreateQueryFilter($"Real lt {1.0}")));
        Assert.Equal("1", await FindAsync(TableClient.CreateQueryFilter($"Id eq {FirstId}")));
        Assert.Equal("2", await FindAsync(TableClient.CreateQueryFilter($"Day eq {Noon.UtcDateTime.AddMilliseconds(1)}")));
        Assert.Equal("23", await FindAsync(TableClient.CreateQueryFilter($"Instant gt {Noon}")));
        Assert.Equal("1", await FindAsync(TableClient.CreateQueryFilter($"Bytes eq {new byte[] { 1, 255 }}")));
    }

    [Fact]
    public async Task A_dictionary_entity_is_filtered_by_name()
    {
        var rows = await Given.ToListAsync(_table.QueryAsync<TableEntity>(row => row.PartitionKey == "p" && row.GetInt32("Number") > 0, cancellationToken: Given.Cancellation));

        Assert.Equal("2", Assert.Single(rows).RowKey);
    }

    [Fact]
    public async Task A_renamed_property_is_filtered_by_its_stored_name()
    {
        var table = await Given.TableAsync(storage);
        _ = await table.AddEntityAsync(new Renamed { Name = "Elbe", Fixed = 1 }, Given.Cancellation);
        _ = await table.AddEntityAsync(new Renamed { RowKey = "other", Name = "Mulde", Fixed = 2 }, Given.Cancellation);

        Assert.Equal(1, Assert.Single(await Given.ToListAsync(table.QueryAsync<Renamed>(row => row.Name == "Elbe", cancellationToken: Given.Cancellation))).Fixed);
    }

    [Fact]
    public void Whatever_a_text_holds_it_stays_one_literal()
    {
        // Undoing the one escape gives the text back: nothing of it can have ended the literal.
        var property = Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            var filter = TableClient.CreateQueryFilter($"Text eq {text}");

            return filter.StartsWith("Text eq '", StringComparison.Ordinal)
                && filter.EndsWith('\'')
                && filter["Text eq '".Length..^1].Replace("''", "'", StringComparison.Ordinal) == text
                && filter.Count(character => character == '\'') == 2 + (2 * text.Count(character => character == '\''));
        });

        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), property);
    }

    [Fact]
    public void What_the_service_cannot_evaluate_is_refused()
    {
        AssertRefused(row => row.Text!.StartsWith('O'));
        AssertRefused(row => row.Text!.Length > 3);
        AssertRefused(row => row.Text!.Equals("x", StringComparison.OrdinalIgnoreCase));
        AssertRefused(row => string.Compare(row.Text, "x", StringComparison.OrdinalIgnoreCase) <= 0);
        AssertRefused(row => row.Number + 1 == 2);
        AssertRefused(row => row.Text == null);

        static void AssertRefused(Expression<Func<Everything, bool>> predicate) =>
            Assert.ThrowsAny<Exception>(() => TableClient.CreateQueryFilter(predicate));
    }

    private async Task<string> FindAsync(string filter) =>
        string.Concat((await Given.ToListAsync(_table.QueryAsync<Everything>(filter, cancellationToken: Given.Cancellation))).Select(row => row.RowKey));
}
