using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Functions.Sheets;
using Insek.Office.Functions.Tests.Import;

namespace Insek.Office.Functions.Tests.Sheets;

public sealed class CellTests
{
    [Fact]
    public void A_list_in_one_cell_comes_back_exactly() =>
        Prop.ForAll(
            Arb.From(Hostile.Text.Where(text => !string.IsNullOrWhiteSpace(text)).ListOf()),
            texts => ListCell.Split(ListCell.Join(texts)).SequenceEqual(texts))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("PG-I|PG-II", "PG-I", "PG-II")]
    [InlineData("PG-I | PG-II | ", "PG-I", "PG-II")]
    [InlineData(@"C:\Daten | a\|b", @"C:\Daten", "a|b")]
    public void A_list_typed_by_hand_is_understood(string cell, params string[] texts) => Assert.Equal(texts, ListCell.Split(cell));

    [Fact]
    public void A_number_comes_back_exactly() =>
        Prop.ForAll<decimal>(number => CellNumber.TryRead(CellNumber.ToText(number), isTyped: false, out var read) && read == number).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1250", 1250)]
    [InlineData("1250,5", 1250.5)]
    [InlineData("1250.5", 1250.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("1250,125", 1250.125)]
    [InlineData("1,2500", 1.25)]
    public void A_number_is_read_where_there_is_no_doubt(string text, double expected)
    {
        Assert.True(CellNumber.TryRead(text, isTyped: false, out var number));
        Assert.Equal((decimal)expected, number);
    }

    [Theory]
    [InlineData("1.250")]
    [InlineData("1,250")]
    [InlineData("12.250")]
    [InlineData("1.250,50")]
    [InlineData("1e5")]
    [InlineData("250 €")]
    [InlineData("ca. 5")]
    public void A_number_is_not_guessed(string text) => Assert.False(CellNumber.TryRead(text, isTyped: false, out _));

    [Fact]
    public void A_typed_number_with_three_decimals_is_no_grouping()
    {
        Assert.True(CellNumber.TryRead("1.250", isTyped: true, out var number));
        Assert.Equal(1.25m, number);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("01.03.2026")]
    [InlineData(" 1.3.2026 ")]
    public void A_day_is_read_as_in_Germany_or_as_ISO(string text)
    {
        Assert.True(CellDate.TryRead(text, out var date));
        Assert.Equal(new DateOnly(2026, 3, 1), date);
    }

    [Theory]
    [InlineData("3/1/2026")]
    [InlineData("2026-03")]
    [InlineData("31.02.2026")]
    [InlineData("III/2026")]
    public void A_day_is_not_guessed(string text) => Assert.False(CellDate.TryRead(text, out _));
}
