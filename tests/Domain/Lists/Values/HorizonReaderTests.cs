using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>Horizons, and columns that hold horizons and years.</summary>
public sealed class HorizonReaderTests
{
    [Theory]
    [InlineData("kurzfristig", Horizon.ShortTerm)]
    [InlineData("Kurzfristig", Horizon.ShortTerm)]
    [InlineData("kurz\u00ADfristig", Horizon.ShortTerm)]
    [InlineData("kurzfr.", Horizon.ShortTerm)]
    [InlineData("kurz", Horizon.ShortTerm)]
    [InlineData("k", Horizon.ShortTerm)]
    [InlineData("K", Horizon.ShortTerm)]
    [InlineData("mittelfristig", Horizon.MediumTerm)]
    [InlineData("mittelfr.", Horizon.MediumTerm)]
    [InlineData("m", Horizon.MediumTerm)]
    [InlineData("langfristig", Horizon.LongTerm)]
    [InlineData("langfristige Umsetzung", Horizon.LongTerm)]
    [InlineData("l", Horizon.LongTerm)]
    [InlineData("Daueraufgabe", Horizon.Continuous)]
    [InlineData("fortlaufend", Horizon.Continuous)]
    public void A_horizon_is_understood_in_full_and_shortened(string written, Horizon horizon)
    {
        var reading = HorizonReader.Read(written, HorizonColumn.Unknown);

        Assert.Equal((CellUnderstanding.Understood, horizon), (reading.Understanding, reading.Value?.Horizon));
    }

    [Theory]
    [InlineData("kurz- bis mittelfristig", Horizon.ShortTerm, Horizon.MediumTerm)]
    [InlineData("k/m", Horizon.ShortTerm, Horizon.MediumTerm)]
    [InlineData("k-m", Horizon.ShortTerm, Horizon.MediumTerm)]
    [InlineData("mittel-/langfristig", Horizon.MediumTerm, Horizon.LongTerm)]
    [InlineData("kurzfristig, dann Daueraufgabe", Horizon.ShortTerm, Horizon.Continuous)]
    public void Two_horizons_are_asked(string written, Horizon first, Horizon second)
    {
        var reading = HorizonReader.Read(written, HorizonColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.SeveralHorizons), (reading.Understanding, reading.Reason));
        Assert.Equal([first, second], reading.Choices.Select(choice => choice.Horizon));
    }

    [Theory]
    [InlineData("kurzfristig (0-3 Jahre)")]
    [InlineData("kurzfristig 0-3 Jahre")]
    [InlineData("kurzfristig, nach Förderzusage")]
    public void A_horizon_with_an_explanation_keeps_it(string written)
    {
        var reading = HorizonReader.Read(written, HorizonColumn.Unknown);

        Assert.Equal((CellUnderstanding.Partly, Horizon.ShortTerm, written), (reading.Understanding, reading.Value?.Horizon, reading.Remark));
    }

    [Theory]
    [InlineData("nicht kurzfristig", CellReasons.MoreText, 1)]
    [InlineData("kurzfristig nicht möglich", CellReasons.MoreText, 1)]
    [InlineData("sofort", CellReasons.NotRecognised, 1)]
    [InlineData("k. A.", CellReasons.NotStated, 0)]
    [InlineData("m. E. später", CellReasons.NotRecognised, 0)]
    public void Words_that_may_turn_a_horizon_round_are_asked(string written, string reason, int choices)
    {
        var reading = HorizonReader.Read(written, HorizonColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, reason, choices), (reading.Understanding, reading.Reason, reading.Choices.Count));
    }

    [Theory]
    [InlineData("0–3 Jahre")]
    [InlineData("bis 5 Jahre")]
    [InlineData("> 10 Jahre")]
    public void Years_alone_are_asked(string written) =>
        Assert.Equal(CellReasons.HorizonInYears, HorizonReader.Read(written, HorizonColumn.Unknown).Reason);

    [Fact]
    public void Three_spans_that_follow_each_other_are_short_medium_and_long()
    {
        var column = HorizonColumn.Learn("Zeithorizont", ["4–7 Jahre", "0–3 Jahre", "> 7 Jahre", "0-3 Jahre", ""]);

        Assert.Equal(
            [Horizon.ShortTerm, Horizon.MediumTerm, Horizon.LongTerm],
            new[] { "0-3 Jahre", "4 – 7 Jahre", "über 7 Jahre" }.Select(written => HorizonReader.Read(written, column).Value!.Horizon));
        Assert.Equal(CellUnderstanding.Partly, HorizonReader.Read("0–3 Jahre", column).Understanding);
    }

    [Fact]
    public void Two_spans_tell_nothing() =>
        Assert.Null(HorizonReader.Read("0–3 Jahre", HorizonColumn.Learn("Zeithorizont", ["0–3 Jahre", "4–7 Jahre"])).Value);

    [Fact]
    public void A_span_beside_its_word_explains_the_column_unless_another_cell_contradicts()
    {
        Assert.Equal(Horizon.MediumTerm, HorizonReader.Read("bis 5 Jahre", HorizonColumn.Learn("Zeit", ["mittelfristig (bis 5 Jahre)"])).Value?.Horizon);
        Assert.Equal(Horizon.ShortTerm, HorizonReader.Read("bis 5 Jahre", HorizonColumn.Learn("Horizont (kurz: bis 5 Jahre, mittel: 5-10 Jahre)", [])).Value?.Horizon);
        Assert.Null(HorizonReader.Read("bis 5 Jahre", HorizonColumn.Learn("Zeit", ["mittelfristig (bis 5 Jahre)", "kurzfristig (bis 5 Jahre)"])).Value);
    }

    [Theory]
    [InlineData("kurzfristig", CellUnderstanding.Understood, Horizon.ShortTerm, null)]
    [InlineData("2022–2025", CellUnderstanding.Partly, null, "2025-12-31")]
    [InlineData("bis 30.06.2027", CellUnderstanding.Partly, null, "2027-06-30")]
    [InlineData("Daueraufgabe", CellUnderstanding.Understood, Horizon.Continuous, null)]
    [InlineData("kurzfristig (bis 2025)", CellUnderstanding.Partly, Horizon.ShortTerm, "2025-12-31")]
    [InlineData("2022–2025, mittelfristig", CellUnderstanding.Partly, Horizon.MediumTerm, "2025-12-31")]
    [InlineData("2025 - 2027 (mittelfristig)", CellUnderstanding.Partly, Horizon.MediumTerm, "2027-12-31")]
    [InlineData("kurzfristig bis 2025", CellUnderstanding.Partly, Horizon.ShortTerm, "2025-12-31")]
    [InlineData("mittelfristig ab 2026", CellUnderstanding.Partly, Horizon.MediumTerm, null)]
    [InlineData("kurzfristig (siehe Anlage)", CellUnderstanding.Partly, Horizon.ShortTerm, null)]
    [InlineData("nach Bedarf", CellUnderstanding.Unclear, null, null)]
    [InlineData("-", CellUnderstanding.Empty, null, null)]
    public void A_column_of_horizons_and_years_is_read_as_either_or_both(string written, CellUnderstanding understanding, Horizon? horizon, string? due)
    {
        var reading = TimeFrameReader.Read(written, HorizonColumn.Unknown, DateColumn.Unknown);

        Assert.Equal((understanding, horizon, due), (reading.Understanding, reading.Value?.Horizon, reading.Value?.Period?.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
