using Insek.Office.Domain;
using Insek.Office.Functions.Storage;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Storage;

/// <summary>What was written into rows once must stay readable for as long as a town keeps its concept.</summary>
public sealed class StoredFormTests
{
    private static readonly MeasureContent _full = new()
    {
        Sector = new SectorKey("verkehr"),
        Goal = new ItemId("verkehr-1"),
        Kind = MeasureKind.AreaSpecific,
        Areas = [new AreaId("PG-I"), new AreaId("PG-VII")],
        Title = "Sanierung „Eilenburger Straße“",
        Description = "Zeile 1\nZeile 2 mit \"Anführung\" und \\",
        Owner = "Bauamt",
        Partners = ["Stadtwerke", "Landkreis"],
        Priority = Priority.High,
        Horizon = Horizon.Continuous,
        CostEuro = 1_250_000.50m,
        CostNote = "brutto",
        Funding = "LZP",
        IsKeyMeasure = true,
        Principles = [new PrincipleRef("sdg:11")],
        Due = new DateOnly(2030, 12, 31),
        Source = "focus",
        SourcePlace = "Folie 12",
    };

    private static readonly GoalContent _goal = new()
    {
        Sector = new SectorKey("verkehr"),
        Number = 9,
        Title = "Technische Infrastruktur",
        FocusAreas = ["Breitband", "Wärmeplanung"],
        NonExhaustive = true,
        SpatialFocus = [new SpatialFocus("Nord"), new SpatialFocus("Ländliche Ortsteile", new AreaId("PG-VII")) { Places = ["Weßnig"], PlacesQualifier = "v. a." }],
        Principles = [new PrincipleRef("smart-city:mobilitaet")],
        Source = new GoalSource { Place = "Folie", Text = "u. a. Breitband", NumberLegible = false, DuplicateOf = new ItemId("verkehr-8") },
    };

    [Fact]
    public void A_measure_is_written_in_the_agreed_form()
    {
        var json = StoredJson.Write(_full, StoredJson.Default.MeasureContent);

        Snapshot.Match(json, "stored-measure.json");
        Assert.Equal(_full, StoredJson.Read(json, StoredJson.Default.MeasureContent));
    }

    [Fact]
    public void A_goal_is_written_in_the_agreed_form()
    {
        var json = StoredJson.Write(_goal, StoredJson.Default.GoalContent);

        Snapshot.Match(json, "stored-goal.json");
        Assert.Equal(_goal, StoredJson.Read(json, StoredJson.Default.GoalContent));
    }

    [Fact]
    public void The_barest_measure_comes_back_as_it_was()
    {
        var bare = new MeasureContent { Sector = new SectorKey("verkehr"), Title = "T" };

        Assert.Equal(bare, StoredJson.Read(StoredJson.Write(bare, StoredJson.Default.MeasureContent), StoredJson.Default.MeasureContent));
    }

    // A property that a later version adds is missing in rows written before it.
    [Fact]
    public void A_row_written_before_a_list_existed_reads_as_an_empty_list()
    {
        var read = StoredJson.Read("""{"sector":"verkehr","title":"Alt"}""", StoredJson.Default.MeasureContent);

        Assert.Empty(read.Areas);
        Assert.Empty(read.Partners);
        Assert.Empty(read.Principles);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32_768)]
    [InlineData(32_769)]
    [InlineData(100_000)]
    public void A_long_text_is_spread_and_never_cut(int length)
    {
        var text = string.Create(length, 0, (characters, _) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)('a' + (i % 26));
            }
        });
        var parts = new string?[7];

        LongText.Spread(text, parts);

        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.True(part is null || part.Length <= LongText.PropertyLength));
    }

    [Fact]
    public void A_text_that_does_not_fit_is_an_error_and_not_a_loss() =>
        Assert.Throws<ArgumentException>(() => LongText.Spread(new string('x', (7 * LongText.PropertyLength) + 1), new string?[7]));
}
