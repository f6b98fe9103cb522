using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>Numbers of measures, alone and in front of a title.</summary>
public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("24a", "24a")]
    [InlineData(" 24 a ", "24a")]
    [InlineData("B5+6", "b5+6")]
    [InlineData("B5 + 6", "b5+6")]
    [InlineData("G2/Ü4", "g2/ue4")]
    [InlineData("III.10", "iii.10")]
    [InlineData("1.1.2", "1.1.2")]
    [InlineData("1.1.2.", "1.1.2")]
    [InlineData("12.", "12")]
    [InlineData("(7)", "7")]
    [InlineData("7)", "7")]
    [InlineData("M\u00A012", "m12")]
    [InlineData("Nr. 12", "12")]
    [InlineData("Maßnahme 132", "132")]
    [InlineData("lfd. Nr. 3", "3")]
    [InlineData("Mob-3", "mob-3")]
    [InlineData("KSM12", "ksm12")]
    [InlineData("A", "a")]
    [InlineData("VIII", "viii")]
    [InlineData("VK\u00AD 3.2", "vk3.2")]
    [InlineData("0012", "0012")]
    public void A_number_is_understood_with_the_key_that_all_its_spellings_share(string written, string key)
    {
        var reading = NumberReader.Read(written, NumberColumn.Unknown);

        Assert.Equal((CellUnderstanding.Understood, key), (reading.Understanding, reading.Value?.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(" – ")]
    [InlineData("\u00A0")]
    [InlineData("/")]
    public void A_mark_for_nothing_is_empty(string written) =>
        Assert.Equal(CellUnderstanding.Empty, NumberReader.Read(written, NumberColumn.Unknown).Understanding);

    [Theory]
    [InlineData("12*", "12")]
    [InlineData("5 (neu)", "5")]
    [InlineData("24a Radweg", "24a")]
    public void A_number_beside_a_note_is_read_and_the_note_kept(string written, string number)
    {
        var reading = NumberReader.Read(written, NumberColumn.Unknown);

        Assert.Equal((CellUnderstanding.Partly, number), (reading.Understanding, reading.Value?.Text));
    }

    [Theory]
    [InlineData("Radweg")]
    [InlineData("neu")]
    [InlineData("12 34")]
    [InlineData("30 Bäume pflanzen")]
    [InlineData("ohne Nr.")]
    public void What_is_no_number_is_kept_and_asked(string written)
    {
        var reading = NumberReader.Read(written, NumberColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, written), (reading.Understanding, reading.Written));
    }

    [Theory]
    [InlineData("03. Dez", "3.12")]
    [InlineData("03. Dez.", "3.12")]
    [InlineData("3-Dec", "3.12")]
    [InlineData("03.12.", "3.12")]
    [InlineData("03.12.2024", "3.12")]
    [InlineData("2024-12-03", "3.12")]
    [InlineData("2024-12-03T00:00:00", "3.12")]
    [InlineData("01. Mrz", "1.3")]
    [InlineData("Jan 24", "1.24")]
    [InlineData("Mai 10", "5.10")]
    public void A_number_that_became_a_date_is_asked_with_what_it_probably_was(string written, string likeliest)
    {
        var reading = NumberReader.Read(written, NumberColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.NumberBecameDate, null), (reading.Understanding, reading.Reason, reading.Value));
        Assert.Equal(likeliest, reading.Choices[0].Text);
    }

    [Fact]
    public void A_typed_day_is_asked_with_every_number_it_may_have_been() => Assert.Equal(
        ["1.2", "1.02", "1.2.10", "2.10", "2.2010"],
        NumberReader.Read(new WrittenCell("2010-02-01", day: new DateOnly(2010, 2, 1)), NumberColumn.Unknown).Choices.Select(choice => choice.Text));

    [Fact]
    public void A_typed_number_that_stands_twice_may_have_lost_its_zero()
    {
        WrittenCell[] cells = [new("3.1", 3.1m), new("3.2", 3.2m), new("3.9", 3.9m), new("3.1", 3.1m), new("3.11", 3.11m)];
        var column = NumberColumn.Learn(cells);

        Assert.Equal(["3.1", "3.10"], NumberReader.Read(cells[3], column).Choices.Select(choice => choice.Text));
        Assert.Equal(CellUnderstanding.Understood, NumberReader.Read(cells[1], column).Understanding);
    }

    [Theory]
    [InlineData("24a Radweg an der Elbe", "24a", "Radweg an der Elbe")]
    [InlineData("M 12: Titel", "M 12", "Titel")]
    [InlineData("III.10 – Bahnhof", "III.10", "Bahnhof")]
    [InlineData("III.10 Bahnhof", "III.10", "Bahnhof")]
    [InlineData("1.1.2 Ausbau der B 87", "1.1.2", "Ausbau der B 87")]
    [InlineData("12) Spielplatz", "12", "Spielplatz")]
    [InlineData("[M 5]: Bahnhof", "[M 5]", "Bahnhof")]
    [InlineData("G2/Ü4: Grünzug", "G2/Ü4", "Grünzug")]
    [InlineData("24a\nRadweg", "24a", "Radweg")]
    [InlineData("7 - \"Haus am Markt\"", "7", "\"Haus am Markt\"")]
    public void Number_and_title_in_one_cell_are_parted(string written, string number, string title)
    {
        var reading = NumberReader.ReadWithTitle(written, NumberColumn.Unknown);

        Assert.Equal((number, title), (reading.Value?.Number?.Text, reading.Value?.Title));
    }

    [Theory]
    [InlineData("30 Bäume pflanzen", "30")]
    [InlineData("1.1-Radweg", "1.1")]
    [InlineData("B 87 Ortsumgehung", "B 87")]
    [InlineData("1. Bauabschnitt Schloss", "1.")]
    [InlineData("2024 Stadtfest", "2024")]
    [InlineData("1.1.24 Beginn der Arbeiten", "1.1.24")]
    public void A_number_that_may_belong_to_the_title_is_asked_with_both_readings(string written, string number)
    {
        var reading = NumberReader.ReadWithTitle(written, NumberColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.NumberOrText), (reading.Understanding, reading.Reason));
        Assert.Equal([number, null], reading.Choices.Select(choice => choice.Number?.Text));
    }

    [Theory]
    [InlineData("1,5 km Radweg")]
    [InlineData("30er Zone")]
    [InlineData("5-Punkte-Plan")]
    [InlineData("KiTa Süd")]
    [InlineData("In der Stadt")]
    [InlineData("30 % weniger Verkehr")]
    [InlineData("Radweg an der Elbe")]
    [InlineData("100-jähriges Jubiläum")]
    [InlineData("1:1 Betreuung")]
    [InlineData("50 km/h Zone")]
    public void A_title_without_a_number_is_a_title(string written)
    {
        var reading = NumberReader.ReadWithTitle(written, NumberColumn.Unknown);

        Assert.Equal((CellUnderstanding.Understood, new NumberedTitle(null, written)), (reading.Understanding, reading.Value));
    }

    [Fact]
    public void A_column_whose_cells_begin_with_numbers_settles_what_one_cell_leaves_open()
    {
        string[] numbered = ["1 Radweg", "2 Bahnhof", "3 Markt", "4 Schloss", "30 Bäume pflanzen"];
        string[] titles = ["Radweg", "Bahnhof", "Markt", "Schloss", "Park", "B 87: Ortsumgehung"];

        Assert.Equal("30", NumberReader.ReadWithTitle(numbered[4], NumberColumn.Learn(numbered.Select(WrittenCell.FromString))).Value?.Number?.Text);
        Assert.Equal(CellUnderstanding.Unclear, NumberReader.ReadWithTitle(titles[5], NumberColumn.Learn(titles.Select(WrittenCell.FromString))).Understanding);
    }

    [Theory]
    [InlineData("B5+6", new[] { "b5", "b6" })]
    [InlineData("G2/Ü4", new[] { "g2", "ue4" })]
    [InlineData("24a+b", new[] { "24a", "24b" })]
    [InlineData("III.10", new[] { "iii.10" })]
    public void A_joint_number_names_its_members(string number, string[] members) =>
        Assert.Equal(members, MeasureNumber.TryParse(number)!.Members.Select(member => member.Key));

    [Fact]
    public void Numbers_have_their_natural_order()
    {
        string[] expected = ["2", "10", "24", "24a", "24b", "25", "III.2", "III.10", "IV.1", "IX.1", "B2", "B10", "G2/Ü4"];

        var sorted = expected.Reverse().Select(text => MeasureNumber.TryParse(text)!).Order().Select(number => number.Text);

        Assert.Equal(expected, sorted);
    }

    [Fact]
    public void A_split_number_is_found_with_its_parts()
    {
        var splits = NumberSplits.Find(Numbers("23", "24", "25", "III.1", "7"), Numbers("23", "24b", "24a", "25", "25a", "III.1.1", "III.1.2", "8"));

        Assert.Equal(
            ["24: 24a 24b False", "25: 25a True", "III.1: III.1.1 III.1.2 False"],
            splits.Select(split => $"{split.Old}: {string.Join(' ', split.Parts)} {split.OldRemains}"));
    }

    [Fact]
    public void The_order_of_numbers_is_total() => Prop.ForAll(Numbers().Three().ToArbitrary(), numbers =>
    {
        var (a, b, c) = numbers;
        return Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
            && (a.CompareTo(b) == 0) == (a == b)
            && !(a <= b && b <= c && a > c);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_in_any_towns_style_reads_back_with_its_key() => Prop.ForAll(Numbers().ToArbitrary(), Styles().ToArbitrary(), (number, style) =>
    {
        var reading = NumberReader.Read(style(number.Text), NumberColumn.Unknown);
        return reading.Understanding is CellUnderstanding.Understood && reading.Value == number;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Number_and_title_in_any_towns_style_are_parted() => Prop.ForAll(
        Numbers().ToArbitrary(),
        Gen.Elements(": ", " – ", " - ", ") ", "\n", ":\u00A0", " \u2014 ").ToArbitrary(),
        Gen.Elements("Radweg", "Ausbau der B 87", "„Haus am Markt“", "Ämterhaus 2", "Neue Mitte: Marktplatz").ToArbitrary(),
        (number, joint, title) =>
        {
            var reading = NumberReader.ReadWithTitle(number.Text + joint + title, NumberColumn.Unknown);
            return reading.Value is { } value && value.Number == number && value.Title == title;
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<MeasureNumber> Numbers(params string[] texts) => texts.Select(text => MeasureNumber.TryParse(text)!);

    private static Gen<MeasureNumber> Numbers() =>
        from prefix in Gen.Elements("", "", "M", "B", "Ü", "VK", "Mob-", "III.", "IX.", "2.", "10.1.")
        from number in Gen.Choose(1, 300)
        from suffix in Gen.Elements("", "", "", "a", "b", ".1", "+6", "/7")
        select MeasureNumber.TryParse($"{prefix}{number}{suffix}")!;

    private static Gen<Func<string, string>> Styles() => Gen.Elements<Func<string, string>>(
        text => text,
        text => $"  {text}\u00A0",
        text => $"{text}.",
        text => $"Nr. {text}",
        text => $"({text})",
        text => text.Insert(1, "\u00AD"),
        text => text.Insert(text.Length - 1, "\u200B"));
}
