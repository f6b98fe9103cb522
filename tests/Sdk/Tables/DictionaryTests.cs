using Azure;
using Azure.Data.Tables;

namespace Insek.Office.Sdk.Tests.Tables;

public sealed class DictionaryTests
{
    [Fact]
    public void What_is_not_there_is_null()
    {
        var entity = new TableEntity("p", "r");

        Assert.Null(entity["Missing"]);
        Assert.Null(entity.GetString("Missing"));
        Assert.Null(entity.GetInt32("Missing"));
        Assert.Null(entity.GetDateTimeOffset("Missing"));
        Assert.Null(entity.GetBinaryData("Missing"));
        Assert.Null(entity.Timestamp);
        Assert.Equal(default, entity.ETag);
        Assert.False(entity.TryGetValue("Missing", out _));
    }

    [Fact]
    public void Keys_are_properties_too()
    {
        var entity = new TableEntity("p", "r") { ["Text"] = "t" };

        Assert.Equal(("p", "r"), (entity["PartitionKey"], entity["RowKey"]));
        Assert.Equal(3, entity.Count);
        entity["RowKey"] = "s";
        Assert.Equal("s", entity.RowKey);
    }

    [Fact]
    public void A_value_is_not_read_as_another_type()
    {
        var entity = new TableEntity("p", "r") { ["Number"] = 1, ["Text"] = "1" };

        _ = Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Number"));
        _ = Assert.Throws<InvalidOperationException>(() => entity.GetString("Number"));
        _ = Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Text"));
    }

    [Fact]
    public void A_value_is_not_replaced_by_one_of_another_type()
    {
        var entity = new TableEntity("p", "r") { ["Number"] = 1 };

        _ = Assert.Throws<InvalidOperationException>(() => entity["Number"] = "one");
        entity["Number"] = 2;
        Assert.Equal(2, entity.GetInt32("Number"));
        entity["Number"] = null;
        Assert.Null(entity.GetInt32("Number"));
    }

    [Fact]
    public void Instants_are_read_either_way()
    {
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var entity = new TableEntity("p", "r") { ["Offset"] = noon, ["Utc"] = noon.UtcDateTime };

        Assert.Equal(noon.UtcDateTime, entity.GetDateTime("Offset"));
        Assert.Equal(noon, entity.GetDateTimeOffset("Utc"));
    }

    [Fact]
    public void A_copy_is_the_caller_s_own()
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["PartitionKey"] = "p", ["RowKey"] = "r", ["Text"] = "first" };
        var entity = new TableEntity(values) { ETag = new ETag("W/\"1\"") };

        values["Text"] = "second";

        Assert.Equal(("p", "r", "first"), (entity.PartitionKey, entity.RowKey, entity.GetString("Text")));
        Assert.Equal(new ETag("W/\"1\""), entity.ETag);
        Assert.True(entity.Remove("Text"));
        Assert.False(entity.ContainsKey("Text"));
    }
}
