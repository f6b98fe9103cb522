using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Tables;

/// <summary>Holds the hash to vectors that were computed by another program in another language; the add-in is held to the same.</summary>
public sealed class TableHashTests
{
    public static TheoryData<string> Names => [.. Vectors().Select(vector => Text(vector, "name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_hash_is_the_one_other_implementations_compute(string name)
    {
        var vector = Vectors().Single(vector => Text(vector, "name") == name);

        Assert.Equal(Text(vector, "hash"), TableHash.Of(Table(vector.GetProperty("table"))));
    }

    [Fact]
    public void Normalizing_twice_changes_nothing_more() => Assert.All(
        Vectors().SelectMany(vector => Table(vector.GetProperty("table")).Rows).SelectMany(row => row.Cells).SelectMany(cell => cell.Items),
        item => Assert.Equal(TableHash.Normalize(item.Text), TableHash.Normalize(TableHash.Normalize(item.Text))));

    [Fact]
    public void Normalizing_is_composing_and_making_every_run_of_white_space_one_space()
    {
        var pieces = Gen.Elements(" ", "  ", "\u00A0", "\t", "\n", "\u2009", "\u0085", "a", "ä", "a\u0308", "ß", "–", "„", "😀", "\u0301", "x y", "\u0007");
        Prop.ForAll(Gen.ListOf(pieces).Select(string.Concat).ToArbitrary(), text =>
            TableHash.Normalize(text) == string.Join(' ', text.Normalize(System.Text.NormalizationForm.FormC).Split([' ', '\u00A0', '\t', '\n', '\u2009', '\u0085'], StringSplitOptions.RemoveEmptyEntries))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_letter_of_two_code_units_counts_the_same_wherever_it_stands()
    {
        for (var before = 3_950; before < 4_150; before++)
        {
            var text = new string('a', before) + "😀";
            var table = new Table
            {
                Definition = "d",
                Concept = new ConceptId("c"),
                Parameters = new TableParameters(),
                Title = "t",
                Columns = [new TableColumn("k", "h", 100, false)],
                Rows = [new TableRow("r", [new TableCell([new CellItem("i", 1, text)])])],
            };
            var json = $$"""{"columns":["h"],"definition":"d","parameters":"{{table.Parameters}}","rows":[{"cells":[[{"key":"i","text":"{{text}}"}]],"key":"r"}]}""";

            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json))), TableHash.Of(table));
        }
    }

    private static JsonElement[] Vectors([CallerFilePath] string source = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(source) ?? "", "..", "..", "vectors", "table-hash.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    private static Table Table(JsonElement table) => new()
    {
        Definition = Text(table, "definition"),
        Concept = new ConceptId(Text(table, "concept")),
        Parameters = Parameters(Text(table, "parameters")),
        Title = Text(table, "title"),
        AsOf = table.TryGetProperty("asOf", out var asOf) ? asOf.GetDateTimeOffset() : null,
        Columns = List(table, "columns", column =>
            new TableColumn(Text(column, "key"), Text(column, "heading"), column.GetProperty("share").GetInt32(), column.GetProperty("numeric").GetBoolean())),
        Rows = List(table, "rows", row =>
            new TableRow(Text(row, "key"), List(row, "cells", cell => new TableCell(List(cell, "items", Item))), ParameterValue.Parse<TableRowKind>(Text(row, "kind")) ?? TableRowKind.Normal)),
    };

    private static CellItem Item(JsonElement item) => new(Text(item, "key"), item.GetProperty("revision").GetInt32(), Text(item, "text"));

    private static TableParameters Parameters(string canonical)
    {
        var values = canonical.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return new TableParameters
        {
            Sector = values.TryGetValue("sector", out var sector) ? new SectorKey(sector) : null,
            Area = values.TryGetValue("area", out var area) ? new AreaId(area) : null,
            Kind = ParameterValue.Parse<MeasureKind>(values.GetValueOrDefault("kind")),
            States = values.TryGetValue("states", out var states)
                ? states.Split(',').Select(state => ParameterValue.Parse<ItemState>(state)).OfType<ItemState>().ToValueList()
                : null,
        };
    }

    private static ValueList<T> List<T>(JsonElement parent, string name, Func<JsonElement, T> read) => parent.GetProperty(name).EnumerateArray().Select(read).ToValueList();

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? "";
}
