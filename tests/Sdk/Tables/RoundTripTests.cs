using System.Text;
using Azure;
using Azure.Data.Tables;
using FsCheck.Fluent;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Tables;

public sealed class RoundTripTests(StorageFixture storage)
{
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Finest = new DateTimeOffset(2031, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(1234567);

    [Fact]
    public async Task An_object_comes_back_with_every_property()
    {
        var table = await Given.TableAsync(storage);
        var written = Filled();

        _ = await table.AddEntityAsync(written, Given.Cancellation);
        var read = await Given.ReadAsync<Everything>(table);

        AssertSame(written, read);
    }

    [Fact]
    public async Task An_object_comes_back_the_same_from_a_query()
    {
        var table = await Given.TableAsync(storage);
        var written = Filled();

        _ = await table.AddEntityAsync(written, Given.Cancellation);
        var read = Assert.Single(await Given.ToListAsync(table.QueryAsync<Everything>(cancellationToken: Given.Cancellation)));

        AssertSame(written, read);
    }

    [Fact]
    public async Task What_is_null_stays_null()
    {
        var table = await Given.TableAsync(storage);

        _ = await table.AddEntityAsync(new Everything { PartitionKey = "p", RowKey = "r" }, Given.Cancellation);
        var read = await Given.ReadAsync<Everything>(table);

        Assert.Null(read.Text);
        Assert.Null(read.MaybeTruth);
        Assert.Null(read.MaybeNumber);
        Assert.Null(read.MaybeLarge);
        Assert.Null(read.MaybeReal);
        Assert.Null(read.MaybeId);
        Assert.Null(read.MaybeDay);
        Assert.Null(read.MaybeInstant);
        Assert.Null(read.MaybeColour);
        Assert.Null(read.Bytes);
        Assert.Null(read.Data);
    }

    [Fact]
    public async Task A_dictionary_entity_comes_back_with_the_service_s_types()
    {
        var table = await Given.TableAsync(storage);
        var id = Guid.NewGuid();
        var written = new TableEntity("p", "r")
        {
            ["Text"] = "Straße",
            ["Truth"] = true,
            ["Number"] = int.MinValue,
            ["Large"] = long.MaxValue,
            ["Small"] = 7L,
            ["Real"] = 1.5,
            ["Whole"] = 3.0,
            ["NotANumber"] = double.NaN,
            ["Id"] = id,
            ["Day"] = Finest.UtcDateTime,
            ["Instant"] = Finest,
            ["Bytes"] = new byte[] { 0, 1, 255 },
            ["Data"] = BinaryData.FromBytes(new byte[] { 2 }),
            ["Nothing"] = null,
        };

        _ = await table.AddEntityAsync(written, Given.Cancellation);
        var read = await Given.ReadAsync<TableEntity>(table);

        Assert.Equal("Straße", read["Text"]);
        Assert.Equal(true, read["Truth"]);
        Assert.Equal(int.MinValue, read["Number"]);
        Assert.Equal(long.MaxValue, read["Large"]);
        Assert.Equal(7L, read["Small"]);
        Assert.Equal(1.5, read["Real"]);
        Assert.Equal(3.0, read.GetDouble("Whole"));
        Assert.Equal(double.NaN, read["NotANumber"]);
        Assert.Equal(id, read["Id"]);
        Assert.Equal(Finest, read["Day"]);
        Assert.Equal(Finest.UtcDateTime, read.GetDateTime("Day"));
        Assert.Equal(Finest, read["Instant"]);
        Assert.Equal([0, 1, 255], read.GetBinary("Bytes"));
        Assert.Equal([2], read.GetBinaryData("Data")!.ToArray());
        Assert.False(read.ContainsKey("Nothing"));
        Assert.Equal(("p", "r"), (read.PartitionKey, read.RowKey));
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
    }

    [Fact]
    public async Task A_dictionary_entity_that_was_read_can_be_written_back()
    {
        var table = await Given.TableAsync(storage, new Note { Text = "old", Number = 4 });
        var read = await Given.ReadAsync<TableEntity>(table);

        read["Text"] = "new";
        _ = await table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace, Given.Cancellation);
        var again = await Given.ReadAsync<Note>(table);

        Assert.Equal(("new", 4), (again.Text, again.Number));
    }

    [Fact]
    public async Task Version_and_time_are_the_service_s()
    {
        var table = await Given.TableAsync(storage);
        var note = new Note { ETag = new ETag("W/\"mine\""), Timestamp = Earliest };

        var added = await table.AddEntityAsync(note, Given.Cancellation);
        var read = await Given.ReadAsync<Note>(table);

        Assert.NotNull(added.Headers.ETag);
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.True(read.Timestamp > DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task Texts_of_any_characters_come_back_unchanged()
    {
        // A surrogate needs its partner, all else is allowed in a value: control characters, quotes, line ends, emoji.
        var character = Gen.Frequency(
            (6, Gen.Choose(0x20, 0x7E)),
            (3, Gen.Elements("äöüÄÖÜßéñ„“–€ \u00a0\u200b\u2028\uFEFF\uFFFD".Select(c => (int)c).ToArray())),
            (2, Gen.Choose(0x00, 0x1F)),
            (1, Gen.Choose(0x7F, 0x9F)),
            (1, Gen.Elements('"', '\\', '\'', '/', '<', '&', '+', '%').Select(c => (int)c)),
            (1, Gen.Choose(0xA0, 0xD7FF)),
            (1, Gen.Choose(0x1F300, 0x1FAFF)));
        var texts = character.ListOf()
            .Select(codes => string.Concat(codes.Select(code => new Rune(code).ToString())))
            .Sample(100, 100);

        await AssertComeBackAsync(texts, text => new Note { Text = text }, note => note.Text!);
    }

    [Fact]
    public async Task Floating_point_numbers_come_back_bit_for_bit()
    {
        // JSON in the emulator knows no negative zero.
        var doubles = ArbMap.Default.GeneratorFor<double>().Where(value => !double.IsNegative(value) || value != 0).Sample(85, 100)
            .Concat([0, 1, -1, 0.1, 1e21, 123456789012345680, double.MaxValue, double.MinValue, double.Epsilon, Math.PI, double.NaN, double.PositiveInfinity, double.NegativeInfinity]);

        await AssertComeBackAsync(
            doubles,
            value => new Everything { Real = value, MaybeReal = value },
            read => read.MaybeReal == read.Real || double.IsNaN(read.Real) ? read.Real : throw new InvalidDataException());
    }

    [Fact]
    public async Task Large_numbers_come_back_exactly()
    {
        var longs = ArbMap.Default.GeneratorFor<long>().Sample(90, 1000)
            .Concat([long.MinValue, long.MaxValue, 0, -1, (1L << 53) + 1, -(1L << 53) - 1]);

        await AssertComeBackAsync(longs, value => new Everything { Large = value, MaybeLarge = value }, read => read.MaybeLarge == read.Large ? read.Large : throw new InvalidDataException());
    }

    [Fact]
    public async Task Instants_come_back_to_the_tick_and_in_utc()
    {
        var ticks = Gen.Choose(0, int.MaxValue).Two().Select(pair => Earliest.Ticks + (long)(((((ulong)pair.Item1 << 31) | (uint)pair.Item2) / (double)(1UL << 62)) * (DateTimeOffset.MaxValue.Ticks - Earliest.Ticks)));
        var instants = ticks.Select(tick => new DateTimeOffset(tick, TimeSpan.Zero)).Sample(95, 100)
            .Concat([Earliest, Finest, DateTimeOffset.MaxValue]);

        await AssertComeBackAsync(
            instants,
            value => new Everything { Instant = value, Day = value.UtcDateTime },
            read => read.Day == read.Instant.UtcDateTime && read.Day.Kind == DateTimeKind.Utc ? read.Instant : throw new InvalidDataException());
    }

    [Fact]
    public async Task An_instant_with_an_offset_is_stored_in_utc()
    {
        var table = await Given.TableAsync(storage);
        var berlin = new DateTimeOffset(2026, 7, 1, 1, 30, 0, TimeSpan.FromHours(2));

        _ = await table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = berlin }, Given.Cancellation);
        var read = await Given.ReadAsync<TableEntity>(table);

        Assert.Equal(new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero), read.GetDateTimeOffset("At"));
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("At")!.Value.Offset);
        Assert.Single(await Given.ToListAsync(table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"At eq {berlin}"), cancellationToken: Given.Cancellation)));
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task A_DateTime_that_is_not_utc_is_refused(DateTimeKind kind)
    {
        var table = await Given.TableAsync(storage);
        var entity = new TableEntity("p", "r") { ["At"] = new DateTime(2026, 7, 1, 0, 0, 0, kind) };

        _ = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(entity, Given.Cancellation));
    }

    [Theory]
    [InlineData(32_767)]
    [InlineData(32_768)]
    public async Task The_longest_texts_and_values_come_back(int length)
    {
        var table = await Given.TableAsync(storage);
        var text = string.Create(length, 0, (span, _) => span.Fill('ü'));
        var bytes = new byte[2 * length];
        Array.Fill(bytes, (byte)0xFB);

        _ = await table.AddEntityAsync(new Everything { PartitionKey = "p", RowKey = "r", Text = text, Bytes = bytes }, Given.Cancellation);
        var read = await Given.ReadAsync<Everything>(table);

        Assert.Equal(text, read.Text);
        Assert.Equal(bytes, read.Bytes);
    }

    [Fact]
    public async Task An_enumeration_is_stored_by_name()
    {
        var table = await Given.TableAsync(storage);

        _ = await table.AddEntityAsync(new Everything { PartitionKey = "p", RowKey = "r", Colour = Colour.Blue, Facets = Facets.North | Facets.South }, Given.Cancellation);
        var read = await Given.ReadAsync<TableEntity>(table);

        Assert.Equal("Blue", read["Colour"]);
        Assert.Equal("North, South", read["Facets"]);
        Assert.Equal(Facets.North | Facets.South, (await Given.ReadAsync<Everything>(table)).Facets);
    }

    [Fact]
    public async Task Attributes_name_and_leave_out_properties()
    {
        var table = await Given.TableAsync(storage);

        _ = await table.AddEntityAsync(new Renamed { Name = "Elbe", Fixed = 3, Ignored = ["never"] }, Given.Cancellation);
        var raw = await Given.ReadAsync<TableEntity>(table);
        var read = await Given.ReadAsync<Renamed>(table);

        Assert.Equal("Elbe", raw.GetString("OtherName"));
        Assert.Equal("from Elbe", raw.GetString("Computed"));
        Assert.False(raw.ContainsKey("Name"));
        Assert.False(raw.ContainsKey("Ignored"));
        Assert.Equal(("Elbe", 3), (read.Name, read.Fixed));
        Assert.Empty(read.Ignored);
    }

    [Fact]
    public async Task Properties_an_object_does_not_have_are_passed_over()
    {
        var table = await Given.TableAsync(storage);

        _ = await table.AddEntityAsync(new TableEntity("p", "r") { ["Before"] = 1L, ["Text"] = "here", ["ZAfter"] = Guid.NewGuid() }, Given.Cancellation);

        Assert.Equal("here", (await Given.ReadAsync<Note>(table)).Text);
    }

    [Fact]
    public async Task A_wider_property_reads_what_a_narrower_one_wrote()
    {
        var table = await Given.TableAsync(storage);

        _ = await table.AddEntityAsync(new TableEntity("p", "r") { ["Large"] = 5, ["Real"] = 6 }, Given.Cancellation);
        var read = await Given.ReadAsync<Everything>(table);

        Assert.Equal((5L, 6.0), (read.Large, read.Real));
    }

    [Fact]
    public async Task An_entity_is_stored_by_its_own_type_whatever_the_caller_calls_it()
    {
        var table = await Given.TableAsync(storage);

        _ = await table.AddEntityAsync<ITableEntity>(new Note { Text = "mine" }, Given.Cancellation);

        Assert.Equal("mine", (await Given.ReadAsync<Note>(table)).Text);
    }

    [Fact]
    public async Task Select_brings_only_what_was_asked_for()
    {
        var table = await Given.TableAsync(storage, new Note { Text = "text", Number = 1 });

        var read = (await table.GetEntityAsync<Note>("p", "r", ["Number", "RowKey"], Given.Cancellation)).Value;

        Assert.Equal((null, 1, "r"), (read.Text, read.Number, read.RowKey));
    }

    private static Everything Filled() => new()
    {
        PartitionKey = "p",
        RowKey = "r",
        Text = "Torgau\n„Straße“ \"\\ \u0001 🏰",
        Truth = true,
        MaybeTruth = false,
        Number = int.MaxValue,
        MaybeNumber = int.MinValue,
        Large = long.MinValue,
        MaybeLarge = 0,
        Real = -0.1,
        MaybeReal = 1e300,
        Id = Guid.NewGuid(),
        MaybeId = Guid.Empty,
        Day = Finest.UtcDateTime,
        MaybeDay = Earliest.UtcDateTime,
        Instant = Finest,
        MaybeInstant = Earliest,
        Bytes = [0, 1, 254, 255],
        Data = BinaryData.FromBytes(Array.Empty<byte>()),
        Colour = Colour.Green,
        MaybeColour = Colour.Blue,
        Facets = Facets.South,
    };

    private static void AssertSame(Everything written, Everything read)
    {
        foreach (var property in typeof(Everything).GetProperties().Where(property => property.Name is not ("Timestamp" or "ETag" or "Data")))
        {
            Assert.Equal((property.Name, property.GetValue(written)), (property.Name, property.GetValue(read)), SameValue);
        }

        Assert.Equal(written.Data!.ToArray(), read.Data!.ToArray());
        Assert.Equal(DateTimeKind.Utc, read.Day.Kind);
        Assert.NotEqual(default, read.ETag);
    }

    private static bool SameValue((string Name, object? Value) left, (string Name, object? Value) right) =>
        left.Value is byte[] bytes ? bytes.AsSpan().SequenceEqual((byte[]?)right.Value) : Equals(left.Value, right.Value);

    // All values in one transaction: a hundred examples for the price of two requests.
    private async Task AssertComeBackAsync<TEntity, TValue>(IEnumerable<TValue> values, Func<TValue, TEntity> entity, Func<TEntity, TValue> value)
        where TEntity : class, ITableEntity
    {
        var table = await Given.TableAsync(storage);
        var written = values.ToList();

        _ = await table.SubmitTransactionAsync(written.Select((example, index) => Add(entity(example), index)), Given.Cancellation);
        var read = await Given.ToListAsync(table.QueryAsync<TEntity>(cancellationToken: Given.Cancellation));

        Assert.Equal(written, read.Select(value));
    }

    private static TableTransactionAction Add(ITableEntity entity, int index)
    {
        entity.PartitionKey = "p";
        entity.RowKey = $"{index:D3}";

        return new(TableTransactionActionType.Add, entity);
    }
}
