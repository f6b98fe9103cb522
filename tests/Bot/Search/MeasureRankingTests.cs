using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Bot.Search;
using Insek.Office.Contracts;
using Insek.Office.Testing;

namespace Insek.Office.Bot.Tests.Search;

/// <summary>Which of Torgau's measures come first for what people type.</summary>
public sealed class MeasureRankingTests
{
    private static readonly MeasureCatalogue _torgau = Read();

    [Theory]
    [InlineData("verkehr-6-2", "verkehr-6-2")]
    [InlineData("VERKEHR 6 2", "verkehr-6-2")]
    [InlineData("Radverkehrskonzept", "verkehr-5-1")]
    [InlineData("radverkehrskonzpet", "verkehr-5-1")]
    [InlineData("Umsetzung Radverkehr", "verkehr-5-1")]
    [InlineData("Fusswegenetz", "verkehr-5-2")]
    [InlineData("Fußwegenetz", "verkehr-5-2")]
    [InlineData("fusswege", "verkehr-5-2")]
    [InlineData("Wegenetz Fuß", "verkehr-5-2")]
    [InlineData("Trassenflachen", "verkehr-1-2")]
    [InlineData("trassenflaechen", "verkehr-1-2")]
    [InlineData("Bruecken", "verkehr-3-3")]
    [InlineData("Brükcen", "verkehr-3-3")]
    [InlineData("S-Bahn Leipzig", "verkehr-6-1")]
    [InlineData("schienenverkehr", "verkehr-6-1")]
    [InlineData("rufbus", "verkehr-6-2")]
    [InlineData("Rufbuslinen Haltestelle", "verkehr-6-2")]
    [InlineData("B 87 Eilenburger", "verkehr-2-1")]
    [InlineData("parkraum bewirtschaftung", "verkehr-4-3")]
    [InlineData("lkw stellflächen", "verkehr-4-5")]
    [InlineData("carsharing", "verkehr-8-3")]
    [InlineData("Elektromobilitaet", "verkehr-8-1")]
    [InlineData("fuhrpark der stadt", "verkehr-8-2")]
    [InlineData("Wärmeplanung erstellen", "umwelt-4-1")]
    [InlineData("erstelung waermeplanug", "umwelt-4-1")]
    [InlineData("breitband", "verkehr-9-4")]
    [InlineData("mischwasserkanäle", "verkehr-9-1")]
    public void The_measure_that_is_meant_comes_first(string typed, string expected) =>
        Assert.Equal(expected, _torgau.Search(typed).Select(hit => hit.Entry.Id).FirstOrDefault());

    [Theory]
    [InlineData("Mondlandung")]
    [InlineData("xyz")]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("12345")]
    public void What_fits_nothing_finds_nothing(string typed) => Assert.Empty(_torgau.Search(typed));

    [Fact]
    public void The_beginning_of_a_number_finds_what_it_begins_in_the_concept_s_order() =>
        Assert.Equal(["verkehr-3-1", "verkehr-3-2", "verkehr-3-3"], _torgau.Search("verkehr-3").Take(3).Select(hit => hit.Entry.Id));

    [Fact]
    public void A_sector_concept_finds_its_measures() =>
        Assert.All(_torgau.Search("Infrastruktur Verkehr").Take(10), hit => Assert.Equal("verkehr", hit.Entry.Measure.Sector));

    [Fact]
    public void Every_measure_is_found_first_by_its_number_and_found_by_its_whole_title()
    {
        foreach (var entry in _torgau.Entries)
        {
            Assert.Equal(entry.Id, _torgau.Search(entry.Id)[0].Entry.Id);
            Assert.Contains(_torgau.Search(entry.Title).Take(10), hit => Folding.Fold(hit.Entry.Title) == Folding.Fold(entry.Title));
        }
    }

    [Fact]
    public void Writing_without_umlauts_or_in_capitals_finds_the_same_in_the_same_order()
    {
        var titles = Gen.Elements(_torgau.Entries.Select(entry => entry.Title).Where(title => title.Length > 0).ToArray()).ToArbitrary();

        Prop.ForAll(titles, title =>
        {
            var plain = title.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
            var expected = _torgau.Search(title).Select(hit => hit.Entry.Id).ToList();
            return _torgau.Search(plain.ToUpperInvariant()).Select(hit => hit.Entry.Id).SequenceEqual(expected)
                && _torgau.Search(title.Normalize(NormalizationForm.FormD)).Select(hit => hit.Entry.Id).SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_distance_of_words_is_symmetric_zero_for_the_same_and_counts_a_swap_once()
    {
        Prop.ForAll<string, string>((left, right) =>
        {
            var (one, other) = (left ?? "", right ?? "");
            return EditDistance.Between(one, other, 3) == EditDistance.Between(other, one, 3) && (EditDistance.Between(one, one, 3) == 0 || one.Length > 64);
        }).QuickCheckThrowOnFailure();

        Assert.Equal(1, EditDistance.Between("hlife", "hilfe", 2));
        Assert.Equal(3, EditDistance.Between("status", "runde", 2));
    }

    /// <summary>Titles, numbers and sector concepts of the sample's list of measures.</summary>
    private static MeasureCatalogue Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "samples", "torgau", "measures.csv"), Encoding.UTF8).Skip(1).Select(line => line.Split(';'));
        IReadOnlyList<SectorDocument> sectors =
        [
            new() { Key = "verkehr", Name = "Verkehr/Technische Infrastruktur" }, new() { Key = "bildung", Name = "Bildung/Erziehung/Soziales" }, new() { Key = "umwelt", Name = "Umwelt/Klimaschutz" },
        ];
        return new MeasureCatalogue(
            new ConceptView { Id = "insek-torgau" },
            sectors,
            [],
            [],
            [.. lines.Where(fields => fields.Length > 7).Select(fields => new MeasureView { Id = fields[0], ExternalId = fields[1], Sector = fields[2], Goal = fields[3], Title = fields[6].Trim('"'), Description = fields[7] })]);
    }
}
