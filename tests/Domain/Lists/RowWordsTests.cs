using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists;

/// <summary>Words that change what a row is.</summary>
public sealed class RowWordsTests
{
    [Theory]
    [InlineData("entfällt")]
    [InlineData("(entfällt)")]
    [InlineData("ENTFALLEN!")]
    [InlineData("Maßnahme entfällt")]
    [InlineData("entfällt ab 2025")]
    [InlineData("ersatzlos gestrichen")]
    [InlineData("hinfällig")]
    [InlineData("Nr. nicht vergeben", false)]
    [InlineData("nicht vergeben")]
    [InlineData("gelöscht")]
    [InlineData("wird nicht weiter verfolgt")]
    [InlineData("Entfallende Parkplätze ersetzen", false)]
    [InlineData("Radweg", false)]
    public void A_measure_given_up_says_so(string cell, bool isCancelled = true) => Assert.Equal(isCancelled, RowWords.IsCancelled(CellText.Fold(cell)));

    [Theory]
    [InlineData("Test")]
    [InlineData("Muster")]
    [InlineData("xxx")]
    [InlineData("XXXX")]
    [InlineData("asdf jkl")]
    [InlineData("Testzentrum errichten", false)]
    [InlineData("Musterhaus", false)]
    [InlineData("x", false)]
    public void A_trial_row_is_told_from_a_measure_with_its_word(string cell, bool isTest = true) => Assert.Equal(isTest, RowWords.IsTest(CellText.Fold(cell)));

    [Theory]
    [InlineData("Summe")]
    [InlineData("Summe:")]
    [InlineData("Gesamt")]
    [InlineData("Summe der Kosten")]
    [InlineData("Zwischensumme Handlungsfeld 2")]
    [InlineData("Gesamtschule sanieren", false)]
    [InlineData("Gesamt-Verkehrskonzept", false)]
    [InlineData("Summerauer Straße", false)]
    public void A_sum_is_told_from_a_measure_with_its_word(string cell, bool isSum = true) => Assert.Equal(isSum, RowWords.IsSum(CellText.Fold(cell)));

    [Theory]
    [InlineData("entspricht Maßnahme 132", "132")]
    [InlineData("siehe Nr. 5", "5")]
    [InlineData("s. Maßnahme 24a", "24a")]
    [InlineData("siehe 5 und 7", "5 7")]
    [InlineData("in Maßnahme 12 enthalten", "12")]
    [InlineData("siehe III.10", "iii.10")]
    [InlineData("vgl. Maßnahmen 3, 4", "3 4")]
    [InlineData("identisch mit G2/Ü4", "g2/ue4")]
    [InlineData("siehe Anlage", "")]
    [InlineData("Siehe, der Markt lebt", "")]
    [InlineData("wie bisher", "")]
    [InlineData("s. Anlage 3", "")]
    public void A_reference_names_the_other_measures(string cell, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', RowReference.Read(cell).Select(number => number.Key)));

    [Fact]
    public void A_quick_look_passes_over_nothing_that_a_close_one_would_find() => Prop.ForAll(
        Gen.Elements("Summe", "ÜBERTRAG", "uebertrag", "Zwischen", "insgesamt", "Total", "gesamt", "s.", "siehe", "entspricht", "Maßnahme", "Nr.", "→", "(", "\"", "-", " ", "\u00A0", "\u00AD", "12", "IV", "entfällt", "gelöscht", "storniert", ":", "x").ListOf(4).Select(words => string.Concat(words)).ToArbitrary(),
        text => (RowWords.MaySum(text) || !RowWords.IsSum(CellText.Fold(text)))
            && (RowWords.MayRefer(text) || RowWords.Reference(CellText.Clean(text)) is null)
            && (text.Length >= RowWords.MinCancelled || !RowWords.IsCancelled(CellText.Fold(text)))).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
}
