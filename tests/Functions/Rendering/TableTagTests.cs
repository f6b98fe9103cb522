using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Tests.Rendering;

public sealed class TableTagTests
{
    private static readonly Gen<string> _ids = Gen.Choose(1, Identifier.MaxLength).SelectMany(length => Gen.Elements('a', 'ß', '7', 'x').ArrayOf(length)).Select(letters => new string(letters));

    private static readonly Arbitrary<Table> _tables = (
        from concept in _ids
        from sector in _ids
        from states in Gen.Elements(Enum.GetValues<ItemState>()).ListOf()
        from definition in Gen.Elements(TableDefinition.All.Select(definition => definition.Id))
        select Given.Table(concept: concept) with
        {
            Definition = definition,
            Parameters = new TableParameters { Sector = new SectorKey(sector), States = states.Distinct().Order().ToValueList() },
        }).ToArbitrary();

    [Fact]
    public void A_tag_never_exceeds_64_characters_and_is_short_only_where_it_must() => Prop.ForAll(_tables, table =>
    {
        var tag = TableTag.Of(table, Rendered.Instance);
        var full = $"insek:1:{table.Concept}:{Rendered.Instance}:{table.Definition}:{table.Parameters}";
        return tag.ToString().Length <= 64 && (tag.Short is null) == (full.Length <= 64) && (tag.Short is not null || tag.ToString() == full);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("insek-torgau", "verkehr", "insek:1:insek-torgau:abcd1234:sector-measures:sector=verkehr")]
    [InlineData("insek-torgau", "verkehr-und-infrastruktur", "insek:1:insek-torgau:abcd1234:sector-measures:~{id}")]
    [InlineData("insek-grosse-kreisstadt-torgau", "verkehr", "insek:1:insek-grosse-kreisstadt-torgau:abcd1234:~{id}")]
    [InlineData("insek-grosse-kreisstadt-torgau-2035-fortschreibung", "verkehr", "insek:1:~:abcd1234:~{id}")]
    public void A_long_tag_gives_up_parameters_then_definition_then_concept(string concept, string sector, string expected)
    {
        var table = Given.Table(concept: concept) with { Parameters = new TableParameters { Sector = new SectorKey(sector) } };

        var tag = TableTag.Of(table, Rendered.Instance);

        Assert.Equal(expected.Replace("{id}", tag.Short?.Id, StringComparison.Ordinal), tag.ToString());
        if (tag.Short is { } shortTable)
        {
            Assert.Matches("^[a-z2-7]{12}$", shortTable.Id);
            Assert.Equal(new ShortTable(shortTable.Id, table.Concept, table.Definition, table.Parameters.ToString()), shortTable);
        }
    }

    [Fact]
    public void The_short_id_differs_with_what_it_stands_for()
    {
        var long1 = Given.Table(concept: "insek-torgau-fortschreibung-2035");
        var long2 = long1 with { Parameters = new TableParameters { Sector = new SectorKey("wohnen") } };

        Assert.NotEqual(TableTag.Of(long1, Rendered.Instance).Short?.Id, TableTag.Of(long2, Rendered.Instance).Short?.Id);
        Assert.Equal(TableTag.Of(long1, Rendered.Instance).Short, TableTag.Of(long1, "zzzz9999").Short);
    }

    [Fact]
    public void A_derived_instance_is_valid_and_the_same_each_time() => Prop.ForAll(_tables, table =>
        TableInstance.IsValid(TableInstance.Derive(table)) && TableInstance.Derive(table) == TableInstance.Derive(table with { AsOf = null })).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("abcd123")]
    [InlineData("ABCD1234")]
    [InlineData("abcd12:4")]
    public void Another_text_is_no_instance(string instance)
    {
        Assert.False(TableInstance.IsValid(instance));
        Assert.Throws<ArgumentException>(() => TableTag.Of(Given.Table(), instance));
    }
}
