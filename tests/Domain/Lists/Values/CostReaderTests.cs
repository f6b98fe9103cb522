using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>What measures cost, as town halls write it.</summary>
public sealed class CostReaderTests
{
    private static readonly CultureInfo _german = German();

    [Theory]
    [InlineData("1.250.000 €", "1250000")]
    [InlineData("1.250.000,00 €", "1250000")]
    [InlineData("1.250 €", "1250")]
    [InlineData("1250,5 €", "1250.5")]
    [InlineData("1 250 000 €", "1250000")]
    [InlineData("1\u202F250\u202F000\u00A0€", "1250000")]
    [InlineData("1'250'000 EUR", "1250000")]
    [InlineData("1,250,000.00 €", "1250000")]
    [InlineData("1,250,000 €", "1250000")]
    [InlineData("€ 20.000", "20000")]
    [InlineData("EUR 20.000,--", "20000")]
    [InlineData("20.000,- €", "20000")]
    [InlineData("20.000,-€", "20000")]
    [InlineData("20.000.- €", "20000")]
    [InlineData("20.000,– €", "20000")]
    [InlineData("1,2 Mio €", "1200000")]
    [InlineData("1,2 Mio. Euro", "1200000")]
    [InlineData("1.2 Mio. €", "1200000")]
    [InlineData("1,250 Mio. €", "1250000")]
    [InlineData("20.000,-", "20000")]
    [InlineData("0", "0")]
    [InlineData("105,37 Mio. Euro", "105370000")]
    [InlineData("2 Millionen Euro", "2000000")]
    [InlineData("1,5 Mrd. €", "1500000000")]
    [InlineData("250 Tsd. €", "250000")]
    [InlineData("250 Tsd €", "250000")]
    [InlineData("250 Tsd.", "250000")]
    [InlineData("1.250 Tsd. €", "1250000")]
    [InlineData("250 T€", "250000")]
    [InlineData("250T€", "250000")]
    [InlineData("250 TEUR", "250000")]
    [InlineData("250 T EUR", "250000")]
    [InlineData("250 k€", "250000")]
    [InlineData("250 Tausend Euro", "250000")]
    [InlineData("0 €", "0")]
    [InlineData("0,00 €", "0")]
    [InlineData("(20.000 €)", "20000")]
    [InlineData("20.000 Eu\u00ADro", "20000")]
    public void One_exact_amount_is_the_cost(string written, string euro)
    {
        var reading = CostReader.Read(written, CostColumn.Unknown);

        Assert.Equal((CellUnderstanding.Understood, CostKind.Exact, Amount(euro)), (reading.Understanding, reading.Value?.Kind, reading.Value?.Euro));
        Assert.Null(reading.Value!.Note);
    }

    [Theory]
    [InlineData("250 bis 300 Mio.", CostKind.Range, "250000000", "300000000")]
    [InlineData("250–300 T€", CostKind.Range, "250000", "300000")]
    [InlineData("20.000 - 30.000 €", CostKind.Range, "20000", "30000")]
    [InlineData("20.000-30.000 €", CostKind.Range, "20000", "30000")]
    [InlineData("zwischen 20.000 und 30.000 €", CostKind.Range, "20000", "30000")]
    [InlineData("von 20.000 € bis 30.000 €", CostKind.Range, "20000", "30000")]
    [InlineData("500.000 € bis 1 Mio. €", CostKind.Range, "500000", "1000000")]
    [InlineData("< 20.000 €", CostKind.Limit, null, "20000")]
    [InlineData("<20.000€", CostKind.Limit, null, "20000")]
    [InlineData("bis 20.000 €", CostKind.Limit, null, "20000")]
    [InlineData("bis zu 20.000 €", CostKind.Limit, null, "20000")]
    [InlineData("max. 20.000 €", CostKind.Limit, null, "20000")]
    [InlineData("unter 20.000 €", CostKind.Limit, null, "20000")]
    [InlineData("≥ 5 Mio. €", CostKind.Limit, "5000000", null)]
    [InlineData("ab 5 Mio. €", CostKind.Limit, "5000000", null)]
    [InlineData("mind. 5 Mio. €", CostKind.Limit, "5000000", null)]
    [InlineData("über 5 Mio. €", CostKind.Limit, "5000000", null)]
    [InlineData("ca. 20.000 €", CostKind.About, "20000", "20000")]
    [InlineData("rd. 20.000 €", CostKind.About, "20000", "20000")]
    [InlineData("~ 20.000 €", CostKind.About, "20000", "20000")]
    [InlineData("20.000 € (geschätzt)", CostKind.About, "20000", "20000")]
    [InlineData("ca. 20.000 – 30.000 €", CostKind.Range, "20000", "30000")]
    [InlineData("105,37 Mio. Euro/Jahr", CostKind.PerYear, "105370000", "105370000")]
    [InlineData("25.000 € p. a.", CostKind.PerYear, "25000", "25000")]
    [InlineData("25.000 € p.a.", CostKind.PerYear, "25000", "25000")]
    [InlineData("25.000 €/a", CostKind.PerYear, "25000", "25000")]
    [InlineData("25.000 € pro Jahr", CostKind.PerYear, "25000", "25000")]
    [InlineData("jährlich 25.000 €", CostKind.PerYear, "25000", "25000")]
    [InlineData("je 5.000 €", CostKind.PerUnit, "5000", "5000")]
    [InlineData("120 €/m²", CostKind.PerUnit, "120", "120")]
    [InlineData("10.000 € (Planung) / 50.000 € (Bau)", CostKind.Several, null, null)]
    [InlineData("10.000 € + 50.000 €", CostKind.Several, null, null)]
    [InlineData("Planung: 10.000 €\nBau: 50.000 €", CostKind.Several, null, null)]
    [InlineData("500 bis 1 Mio. €", CostKind.Range, null, null)]
    [InlineData("2000 bis 3000 €", CostKind.Range, "2000", "3000")]
    [InlineData("20.000 € ?", CostKind.About, "20000", "20000")]
    [InlineData("20.000 €/Jahr (ab 2025)", CostKind.PerYear, "20000", "20000")]
    [InlineData("2024: 50.000 €, 2025: 60.000 €", CostKind.Several, null, null)]
    [InlineData("hoch (> 1 Mio. €)", CostKind.Limit, "1000000", null)]
    [InlineData("2 x 5.000 €", CostKind.Several, null, null)]
    public void What_no_single_number_says_is_kept_as_a_note_with_its_bounds(string written, CostKind kind, string? from, string? to)
    {
        var reading = CostReader.Read(written, CostColumn.Unknown);

        Assert.Equal((CellUnderstanding.Partly, kind), (reading.Understanding, reading.Value?.Kind));
        Assert.Equal((null, Amount(from), Amount(to), written.Replace('\n', ' ')), (reading.Value!.Euro, reading.Value.From, reading.Value.To, reading.Value.Note));
        Assert.NotNull(reading.Remark);
    }

    [Theory]
    [InlineData("Kostenklasse II", CostKind.Class)]
    [InlineData("II", CostKind.Class)]
    [InlineData("Kat. 3", CostKind.Class)]
    [InlineData("gering", CostKind.Class)]
    [InlineData("mittel bis hoch", CostKind.Class)]
    [InlineData("€€", CostKind.Class)]
    [InlineData("€ € €", CostKind.Class)]
    [InlineData("kostenneutral", CostKind.Class)]
    [InlineData("k. A.", CostKind.Open)]
    [InlineData("k.A.", CostKind.Open)]
    [InlineData("noch offen", CostKind.Open)]
    [InlineData("(noch offen)", CostKind.Open)]
    [InlineData("n. n.", CostKind.Open)]
    [InlineData("noch zu ermitteln", CostKind.Open)]
    [InlineData("?", CostKind.Open)]
    public void Classes_and_open_amounts_are_kept_as_a_note(string written, CostKind kind)
    {
        var reading = CostReader.Read(written, CostColumn.Unknown);

        Assert.Equal((CellUnderstanding.Partly, kind, null, written), (reading.Understanding, reading.Value?.Kind, reading.Value?.Euro, reading.Value?.Note));
    }

    [Theory]
    [InlineData("1250", CellReasons.UnitUnknown, new[] { "1250", "1250000" })]
    [InlineData("1,250 €", CellReasons.SeparatorUnclear, new[] { "1.25", "1250" })]
    [InlineData("1.250 Mio. €", CellReasons.SeparatorUnclear, new[] { "1250000000", "1250000" })]
    [InlineData("1.250,000 €", CellReasons.SeparatorUnclear, new[] { "1250", "1250000" })]
    [InlineData("Eigenanteil 20.000 €", CellReasons.MoreText, new[] { "20000" })]
    [InlineData("20.000 € Förderung", CellReasons.MoreText, new[] { "20000" })]
    [InlineData("20.000 € (2024)", CellReasons.MoreText, new[] { "20000" })]
    [InlineData("20.000 € (inkl. 19 % MwSt.)", CellReasons.MoreText, new[] { "20000" })]
    [InlineData("20.000 € + X", CellReasons.MoreText, new[] { "20000" })]
    [InlineData("keine", CellReasons.NotRecognised, new[] { "0" })]
    public void Two_readings_are_asked_and_no_cost_is_set(string written, string reason, string[] choices)
    {
        var reading = CostReader.Read(written, CostColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, reason, null), (reading.Understanding, reading.Reason, reading.Value));
        Assert.Equal(choices.Select(Amount), reading.Choices.Select(choice => choice.Euro));
    }

    [Theory]
    [InlineData("siehe Anlage")]
    [InlineData("12 %")]
    [InlineData("100 TDM")]
    [InlineData("1.25.000 €")]
    [InlineData("Haushalt")]
    [InlineData("€")]
    [InlineData("-5 €")]
    public void What_is_no_cost_is_kept_and_asked(string written) =>
        Assert.Equal(CellUnderstanding.Unclear, CostReader.Read(written, CostColumn.Unknown).Understanding);

    [Theory]
    [InlineData("Kosten in Tsd. €", CostUnit.Thousand, false)]
    [InlineData("Kosten [T€]", CostUnit.Thousand, false)]
    [InlineData("Gesamtkosten (TEUR)", CostUnit.Thousand, false)]
    [InlineData("Kosten in EUR", CostUnit.Euro, false)]
    [InlineData("Kosten (brutto) in €", CostUnit.Euro, false)]
    [InlineData("Kosten in Mio. €", CostUnit.Million, false)]
    [InlineData("Kosten in 1.000 €", CostUnit.Thousand, false)]
    [InlineData("Kosten in 1000 EUR", CostUnit.Thousand, false)]
    [InlineData("Kosten in Mio. Euro/Jahr", CostUnit.Million, true)]
    [InlineData("Kosten T€/a", CostUnit.Thousand, true)]
    [InlineData("Gesamtkosten", null, false)]
    [InlineData("Kostenklasse", null, false)]
    public void The_heading_names_the_unit(string heading, CostUnit? unit, bool isPerYear) =>
        Assert.Equal((unit, isPerYear), (CostColumn.FromHeading(heading).Unit, CostColumn.FromHeading(heading).IsPerYear));

    [Theory]
    [InlineData("Kosten in Tsd. €", "250", "250000")]
    [InlineData("Kosten in Tsd. €", "1.250", "1250000")]
    [InlineData("Kosten in Tsd. €", "1,5 Mio. €", "1500000")]
    [InlineData("Kosten in Mio. €", "1,25", "1250000")]
    [InlineData("Kosten in €", "1.250", "1250")]
    [InlineData("Kosten in €", "1.250.000", "1250000")]
    public void A_bare_amount_takes_the_headings_unit(string heading, string written, string euro) =>
        Assert.Equal(Amount(euro), CostReader.Read(written, CostColumn.FromHeading(heading)).Value?.Euro);

    [Fact]
    public void A_typed_number_has_its_point_where_the_file_says() =>
        Assert.Equal(1.25m, CostReader.Read(new WrittenCell("1.250", 1.25m), new CostColumn(CostUnit.Euro)).Value?.Euro);

    [Theory]
    [InlineData("50.000 € brutto")]
    [InlineData("Gesamt: 50.000 €")]
    [InlineData("50.000 €*")]
    [InlineData("50.000 € (netto)")]
    public void A_word_that_leaves_the_amount_what_it_is_is_kept_beside_it(string written)
    {
        var reading = CostReader.Read(written, CostColumn.Unknown);

        Assert.Equal((CellUnderstanding.Partly, 50_000m, written), (reading.Understanding, reading.Value?.Euro, reading.Value?.Note));
    }

    [Fact]
    public void An_amount_carries_no_idle_zeros() =>
        Assert.Equal("1250000", CostReader.Read("1.250.000,00 €", CostColumn.Unknown).Value!.Euro!.Value.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Euros_under_a_heading_in_thousands_are_asked() => Assert.Equal(
        [250_000m, 250_000_000m],
        CostReader.Read("250.000 €", CostColumn.FromHeading("Kosten in Tsd. €")).Choices.Select(choice => choice.Euro!.Value));

    [Fact]
    public void A_note_names_the_unit_that_only_the_heading_has() => Assert.Equal(
        "250 bis 300 (Kosten in Tsd. €)",
        CostReader.Read("250 bis 300", CostColumn.FromHeading("Kosten in Tsd. €")).Value?.Note);

    [Fact]
    public void A_column_without_a_unit_is_in_euros_when_thousands_would_be_beyond_any_town()
    {
        Assert.Equal(CostUnit.Euro, CostColumn.Propose([new("20000", 20_000), new("1250000", 1_250_000)]));
        Assert.Null(CostColumn.Propose([new("20", 20), new("1250", 1_250), "ca. 500.000 €"]));
    }

    [Fact]
    public void A_cost_rendered_in_any_towns_style_reads_back_exactly() => Prop.ForAll(Gen.Choose(0, 2_000_000_000).ToArbitrary(), Styles().ToArbitrary(), (cents, style) =>
    {
        var (written, euro) = style(cents);
        var reading = CostReader.Read(written, CostColumn.Unknown);
        return (reading.Understanding is CellUnderstanding.Understood && reading.Value!.Euro == euro).Label($"{written} gave {reading}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cost_is_set_only_where_the_cell_has_one_reading() => Prop.ForAll(Gen.Choose(1, 9_999).ToArbitrary(), Gen.Elements("ca. {0} €", "< {0} €", "{0} € p. a.", "je {0} €", "{0}–99999 €", "{0} € / {0} €", "{0}", "Anteil {0} €").ToArbitrary(), (number, form) =>
    {
        var reading = CostReader.Read(string.Format(_german, form, number), CostColumn.Unknown);
        return reading.Value?.Euro is null;
    }).QuickCheckThrowOnFailure();

    // Each town writes cents, euros, thousands or millions; what is rendered is what must come back.
    private static Gen<Func<int, (string Written, decimal Euro)>> Styles() => Gen.Elements<Func<int, (string, decimal)>>(
        cents => ((cents / 100m).ToString("N2", _german) + " €", cents / 100m),
        cents => ((cents / 100m).ToString("N2", _german) + "\u00A0EUR", cents / 100m),
        cents => ("€ " + (cents / 100m).ToString("0.00", _german), cents / 100m),
        cents => ((cents / 100m).ToString("N2", CultureInfo.InvariantCulture) + " Euro", cents / 100m),
        cents => ((cents / 100).ToString("N0", _german) + ",- €", cents / 100),
        cents => ((cents / 100).ToString("N0", _german).Replace('.', '\u202F') + " €", cents / 100),
        cents => ((cents / 1000m).ToString("0.##", _german) + " Tsd. €", decimal.Round(cents / 1000m, 2, MidpointRounding.AwayFromZero) * 1000),
        cents => ((cents / 1000).ToString("N0", _german) + " T€", cents / 1000 * 1000m),
        cents => ((cents / 1_000_000m).ToString("0.0#####", _german) + " Mio. Euro", cents));

    private static decimal? Amount(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static CultureInfo German()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return culture;
    }
}
