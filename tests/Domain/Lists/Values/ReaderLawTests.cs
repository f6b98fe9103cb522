using System.Collections;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>What holds for every reader and every cell, however strange.</summary>
public sealed class ReaderLawTests
{
    private static readonly NameIndex<AreaId> _areas = AreaReader.Index([new(new("PG-I"), 1, "PG I", "Altstadt", AreaScope.PlanningArea), new(new("GS"), 2, null, "Gesamtstadt", AreaScope.WholeTown)]);

    private static readonly NameIndex<SectorKey> _sectors = SectorReader.Index([new() { Key = new("verkehr"), Order = 1, Name = "Verkehr" }]);

    [Fact]
    public void No_reader_throws_and_every_one_keeps_the_cell_and_the_rules_of_a_reading() => Prop.ForAll(Cells().ToArbitrary(), cell =>
    {
        foreach (var reading in All(cell))
        {
            Assert.Equal(cell.Text ?? "", reading.Written);
            Assert.Equal(reading.Understanding is CellUnderstanding.Understood or CellUnderstanding.Partly, reading.Value is not null);
            Assert.Equal(reading.Understanding is CellUnderstanding.Partly, reading.Remark is not null);
            Assert.Equal(reading.Understanding is CellUnderstanding.Partly or CellUnderstanding.Unclear, reading.Reason is not null);
            Assert.True(reading.Understanding is CellUnderstanding.Unclear || reading.Choices.Count == 0);
            Assert.Equal(reading.Choices.Count, reading.Choices.Cast<object>().Distinct().Count());
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void What_cannot_be_seen_changes_no_reading() => Prop.ForAll(Samples().ToArbitrary(), Noise().ToArbitrary(), (text, noise) =>
    {
        var noisy = noise(text);
        foreach (var (plain, disturbed) in All(text).Zip(All(noisy)))
        {
            Assert.True(plain.Understanding == disturbed.Understanding && Equals(plain.Value, disturbed.Value) && plain.Reason == disturbed.Reason, $"{plain} and {disturbed}");
            Assert.Equal(plain.Choices.Cast<object>(), disturbed.Choices.Cast<object>());
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_cell_is_read_the_same_whatever_the_machines_culture() => Prop.ForAll(Samples().ToArbitrary(), Gen.Elements("de-DE", "en-US", "tr-TR", "ar-SA", "th-TH").ToArbitrary(), (text, culture) =>
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var expected = All(text).Select(reading => (reading.Understanding, reading.Value)).ToArray();
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
            return expected.SequenceEqual(All(text).Select(reading => (reading.Understanding, reading.Value)));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_learn_from_any_cells_in_any_order_the_same() => Prop.ForAll(Samples().ListOf().ToArbitrary(), texts =>
    {
        var (cells, reversed) = (texts.Select(WrittenCell.FromString).ToArray(), texts.Select(WrittenCell.FromString).Reverse().ToArray());
        Assert.Equal(PriorityScale.Propose("Priorität", cells), PriorityScale.Propose("Priorität", reversed));
        Assert.Equal(DateColumn.Propose(cells), DateColumn.Propose(reversed));
        Assert.Equal(CostColumn.Propose(cells), CostColumn.Propose(reversed));
        Assert.Equal(NumberColumn.Learn(cells).TitlesCarryNumbers, NumberColumn.Learn(reversed).TitlesCarryNumbers);
        var (offices, again) = (OfficeColumn.Learn(cells, []), OfficeColumn.Learn(reversed, []));
        var (spans, spansAgain) = (HorizonColumn.Learn("", cells), HorizonColumn.Learn("", reversed));
        foreach (var cell in cells)
        {
            Assert.Equal(OfficeReader.Read(cell, offices), OfficeReader.Read(cell, again));
            Assert.Equal(HorizonReader.Read(cell, spans), HorizonReader.Read(cell, spansAgain));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Neither_text_repair_nor_references_throw() => Prop.ForAll(Cells().ToArbitrary(), cell =>
    {
        var broken = BrokenText.Detect(cell.Written);
        var references = RowReference.Read(cell.Text);
        return (broken is null || broken.Written == cell.Text) && references.All(number => number.Key.Length > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    // Would not end, or fill the memory, where a reader tried every part of a long cell with every other.
    [Theory]
    [InlineData(", ")]
    [InlineData("Bauamt und ")]
    [InlineData("Altstadt/")]
    [InlineData("1 ")]
    [InlineData("2024-")]
    [InlineData("19 % ")]
    [InlineData("((")]
    [InlineData("k/m ")]
    [InlineData("1 = hoch ")]
    [InlineData("\n- ")]
    public void A_cell_as_long_as_a_spreadsheet_allows_is_read(string piece)
    {
        WrittenCell cell = string.Concat(Enumerable.Repeat(piece, 32_767 / piece.Length));
        var offices = OfficeColumn.Learn([cell, "Bauamt"], ["Ordnungsamt"]);

        Assert.All(All(cell), reading => Assert.Equal(cell.Text, reading.Written));
        Assert.Equal(cell.Text, OfficeReader.Read(cell, offices).Written);
        Assert.Null(BrokenText.Detect(cell.Written));
    }

    private static IEnumerable<AnyReading> All(WrittenCell cell) =>
    [
        AnyReading.Of(NumberReader.Read(cell, NumberColumn.Unknown)),
        AnyReading.Of(NumberReader.ReadWithTitle(cell, NumberColumn.Unknown)),
        AnyReading.Of(CostReader.Read(cell, CostColumn.Unknown)),
        AnyReading.Of(CostReader.Read(cell, CostColumn.FromHeading("Kosten in Tsd. €/a"))),
        AnyReading.Of(PeriodReader.Read(cell, DateColumn.Unknown)),
        AnyReading.Of(PeriodReader.Read(cell, new DateColumn(DateOrder.MonthFirst, DateSystem.Since1904, DateRole.End))),
        AnyReading.Of(HorizonReader.Read(cell, HorizonColumn.Unknown)),
        AnyReading.Of(TimeFrameReader.Read(cell, HorizonColumn.Unknown, DateColumn.Unknown)),
        AnyReading.Of(PriorityReader.Read(cell, PriorityScale.Unknown)),
        AnyReading.Of(PriorityReader.Read(cell, new PriorityScale { Direction = PriorityDirection.OneIsLowest, Steps = 5, HasPlusGrades = true })),
        AnyReading.Of(StatusReader.Read(cell, null)),
        AnyReading.Of(StatusReader.Read(cell, ProgressScale.Fraction)),
        AnyReading.Of(FlagReader.Read(cell)),
        AnyReading.Of(OfficeReader.Read(cell, OfficeColumn.Unknown)),
        AnyReading.Of(OfficeReader.ReadOwner(cell, OfficeColumn.Unknown, firstLeads: true)),
        AnyReading.Of(AreaReader.Read(cell, _areas)),
        AnyReading.Of(SectorReader.Read(cell, _sectors)),
    ];

    // Half of them random, half made of what lists are made of, and some typed.
    private static Gen<WrittenCell> Cells()
    {
        var random = ArbMap.Default.GeneratorFor<string>();
        var pieces = Gen.Elements("1", "24", "3.1", "1.250", ",5", " ", "€", "Mio.", "bis", "-", "/", "\n", "(", ")", "2024", "III", "Q", "ab", "k", "A", "+", "Bauamt", ", ", " und ", "Ã", "\uD800", "\uFFFD", "\u00AD", "ß", "'", "…", "30.", "02.", "ff.", "x", "😀", "999999999999999999999")
            .ListOf().Select(parts => string.Concat(parts));
        var typed = from number in ArbMap.Default.GeneratorFor<decimal>() select new WrittenCell(number.ToString(System.Globalization.CultureInfo.InvariantCulture), number);
        var day = from offset in Gen.Choose(0, 3_652_058) select new WrittenCell("irgendwann", day: DateOnly.MinValue.AddDays(offset));
        return Gen.OneOf(random.Select(text => new WrittenCell(text)), pieces.Select(text => new WrittenCell(text)), Samples().Select(text => new WrittenCell(text)), typed, day);
    }

    private static Gen<string> Samples() => Gen.Elements(
        "24a", "B5+6", "III.10 – Bahnhof", "M 12: Titel", "1.250.000 €", "105,37 Mio. Euro/Jahr", "250 bis 300 Mio.", "< 20.000 €", "25.000 € p. a.", "k. A.", "Kostenklasse II",
        "01.03.2024", "3/4/26", "6/30/26", "III/2024", "ab 2013", "2023/2024 ff.", "2022–2025", "bis 2027", "Daueraufgabe", "Frühjahr 2025", "15. März 2024", "45352",
        "kurzfristig", "kurz- bis mittelfristig", "0–3 Jahre", "kurzfristig (bis 2025)", "A++", "hoch", "Prio 1", "mittel bis hoch", "in Umsetzung", "50 %", "umgesetzt (2023)", "x", "nein",
        "Bauamt", "Bauamt / Ordnungsamt", "Amt für Wirtschaft, Verkehr und Umwelt", "Landratsamt, Straßenbauamt", "Altstadt", "Altstadt, Elbufer", "Verkehr", "3. Verkehr", "-", "");

    private static Gen<Func<string, string>> Noise() => Gen.Elements<Func<string, string>>(
        text => $" {text} ",
        text => $"\u00A0{text}\t",
        text => $"\uFEFF{text}\r\n",
        text => text.Replace(" ", "\u00A0", StringComparison.Ordinal),
        text => text.Replace(" ", "  ", StringComparison.Ordinal),
        text => text.Length < 2 ? text : text.Insert(text.Length / 2, "\u00AD"),
        text => text.Length < 2 ? text : text.Insert(1, "\u200B"),
        text => text.Normalize(NormalizationForm.FormD));

    private sealed record AnyReading(string Written, object? Value, CellUnderstanding Understanding, string? Reason, string? Remark, ICollection Choices)
    {
        public static AnyReading Of<T>(CellReading<T> reading)
            where T : class => new(reading.Written, reading.Value, reading.Understanding, reading.Reason, reading.Remark, reading.Choices.ToArray());
    }
}
