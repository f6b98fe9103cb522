using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>Sector concepts and areas that a list names.</summary>
public sealed class NameReaderTests
{
    private static readonly NameIndex<SectorKey> _sectors = SectorReader.Index(
    [
        new() { Key = new("verkehr"), Order = 1, Name = "Verkehr/Technische Infrastruktur" },
        new() { Key = new("wohnen"), Order = 2, Name = "Wohnen & Städtebau" },
        new() { Key = new("soziales"), Order = 3, Name = "Soziales", LongName = "Soziale Infrastruktur, Bildung und Kultur" },
    ]);

    private static readonly NameIndex<AreaId> _areas = AreaReader.Index(
    [
        new(new("PG-I"), 1, "PG I", "Altstadt", AreaScope.PlanningArea),
        new(new("PG-II"), 2, "PG II", "Nordwest, Süd und Mitte", AreaScope.PlanningArea),
        new(new("PG-III"), 3, "PG III", "Südring", AreaScope.PlanningArea),
        new(new("GS"), 4, null, "Gesamtstadt", AreaScope.WholeTown),
    ]);

    [Theory]
    [InlineData("Wohnen & Städtebau", "wohnen")]
    [InlineData("WOHNEN UND STÄDTEBAU", "wohnen")]
    [InlineData("Wohnen und Staedtebau", "wohnen")]
    [InlineData("2. Wohnen und Städtebau", "wohnen")]
    [InlineData("Handlungsfeld 2: Wohnen und Städtebau", "wohnen")]
    [InlineData("HF II – Wohnen / Städtebau", "wohnen")]
    [InlineData("Verkehr / Technische Infra\u00ADstruktur", "verkehr")]
    [InlineData("Soziale Infrastruktur, Bildung und Kultur", "soziales")]
    [InlineData("soziales", "soziales")]
    public void A_sector_is_known_however_it_is_written(string written, string key) =>
        Assert.Equal(new SectorKey(key), SectorReader.Read(written, _sectors).Value?.Key);

    [Theory]
    [InlineData("Verkehr", CellReasons.UnknownName, null)]
    [InlineData("Technische Infrastruktur", CellReasons.NearName, "verkehr")]
    [InlineData("Wohnen u. Städtbau", CellReasons.NearName, "wohnen")]
    [InlineData("Sozales", CellReasons.NearName, "soziales")]
    [InlineData("Tourismus", CellReasons.UnknownName, null)]
    public void A_name_that_only_resembles_a_sector_is_a_choice(string written, string reason, string? key)
    {
        var reading = SectorReader.Read(written, written == "Verkehr" ? SectorReader.Index([]) : _sectors);

        Assert.Equal((CellUnderstanding.Unclear, reason, null), (reading.Understanding, reading.Reason, reading.Value));
        Assert.Equal(key, reading.Choices is [var first, ..] ? first.Key.Value : null);
    }

    [Theory]
    [InlineData("Altstadt", "PG-I")]
    [InlineData("PG I", "PG-I")]
    [InlineData("PG I Altstadt", "PG-I")]
    [InlineData("Suedring", "PG-III")]
    [InlineData("gesamtes Stadtgebiet", "GS")]
    [InlineData("Altstadt, Südring", "PG-I PG-III")]
    [InlineData("Altstadt und Südring", "PG-I PG-III")]
    [InlineData("Altstadt/Südring\nAltstadt", "PG-I PG-III")]
    [InlineData("Nordwest, Süd und Mitte", "PG-II")]
    [InlineData("Nordwest, Süd und Mitte, Altstadt", "PG-II PG-I")]
    [InlineData("Altstadt, Nordwest, Süd und Mitte", "PG-I PG-II")]
    [InlineData("PG I, PG III", "PG-I PG-III")]
    public void Areas_are_known_alone_and_together(string written, string ids)
    {
        var reading = AreaReader.Read(written, _areas);

        Assert.Equal((CellUnderstanding.Understood, ids), (reading.Understanding, string.Join(' ', reading.Value!.Areas)));
    }

    [Fact]
    public void Unknown_areas_beside_known_ones_are_kept()
    {
        var reading = AreaReader.Read("Altstadt, Elbufer, Hafen", _areas);

        Assert.Equal((CellUnderstanding.Partly, CellReasons.UnknownName, "Elbufer, Hafen"), (reading.Understanding, reading.Reason, reading.Remark));
        Assert.Equal([new AreaId("PG-I")], reading.Value!.Areas);
    }

    [Fact]
    public void A_near_area_beside_a_known_one_is_asked_with_and_without_it()
    {
        var reading = AreaReader.Read("Südrng, Altstadt", _areas);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.NearName), (reading.Understanding, reading.Reason));
        Assert.Equal(["PG-III PG-I", "PG-I"], reading.Choices.Select(choice => string.Join(' ', choice.Areas)));
    }

    [Fact]
    public void A_near_area_is_a_choice() => Assert.Equal([new AreaMarks([new AreaId("PG-III")])], AreaReader.Read("Sudring", _areas).Choices);

    [Fact]
    public void A_name_that_two_areas_share_is_asked()
    {
        var areas = new NameIndex<AreaId>([(new AreaId("a"), "Markt"), (new AreaId("b"), "MARKT")]);

        Assert.Equal(CellReasons.SeveralNames, AreaReader.Read("markt", areas).Reason);
        Assert.Equal(new AreaId("b"), AreaReader.Read("MARKT", areas).Value?.Areas[0]);
    }
}
