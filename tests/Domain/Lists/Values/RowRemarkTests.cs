using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>Remarks that change what a row is.</summary>
public sealed class RowRemarkTests
{
    [Theory]
    [InlineData("entfällt", RowRemarkKind.Cancelled)]
    [InlineData("(entfällt)", RowRemarkKind.Cancelled)]
    [InlineData("ENTFALLEN!", RowRemarkKind.Cancelled)]
    [InlineData("Maßnahme entfällt", RowRemarkKind.Cancelled)]
    [InlineData("Test", RowRemarkKind.Test)]
    [InlineData("Muster", RowRemarkKind.Test)]
    [InlineData("xxx", RowRemarkKind.Test)]
    [InlineData("XXXX", RowRemarkKind.Test)]
    [InlineData("Summe", RowRemarkKind.Total)]
    [InlineData("Summe:", RowRemarkKind.Total)]
    [InlineData("Gesamt", RowRemarkKind.Total)]
    public void A_cell_that_says_nothing_else_is_certain(string cell, RowRemarkKind kind)
    {
        var remark = RowRemarkReader.Find(["24", null, cell, ""]);

        Assert.Equal((kind, 2, cell, true), (remark!.Kind, remark.Cell, remark.Written, remark.IsCertain));
    }

    [Theory]
    [InlineData("entspricht Maßnahme 132", "132")]
    [InlineData("siehe Nr. 5", "5")]
    [InlineData("s. Maßnahme 24a", "24a")]
    [InlineData("siehe 5 und 7", "5 7")]
    [InlineData("in Maßnahme 12 enthalten", "12")]
    [InlineData("siehe III.10", "iii.10")]
    [InlineData("vgl. Maßnahmen 3, 4", "3 4")]
    [InlineData("identisch mit G2/Ü4", "g2/ue4")]
    public void A_reference_names_the_other_measure(string cell, string numbers)
    {
        var remark = RowRemarkReader.Find([cell]);

        Assert.Equal((RowRemarkKind.Reference, numbers), (remark?.Kind, string.Join(' ', remark?.References.Select(number => number.Key) ?? [])));
    }

    [Theory]
    [InlineData("Summe der Kosten", RowRemarkKind.Total)]
    [InlineData("entfällt ab 2025", RowRemarkKind.Cancelled)]
    public void A_remark_among_other_words_is_uncertain(string cell, RowRemarkKind kind)
    {
        var remark = RowRemarkReader.Find(["Radweg", cell]);

        Assert.Equal((kind, false), (remark!.Kind, remark.IsCertain));
    }

    [Theory]
    [InlineData("Testzentrum errichten")]
    [InlineData("Gesamtschule sanieren")]
    [InlineData("Musterhaus")]
    [InlineData("siehe Anlage")]
    [InlineData("Siehe, der Markt lebt")]
    [InlineData("wie bisher")]
    [InlineData("x")]
    [InlineData("Summerauer Straße")]
    [InlineData("Gesamt-Verkehrskonzept")]
    [InlineData("s. Anlage 3")]
    public void A_measures_own_words_are_no_remark(string cell) => Assert.Null(RowRemarkReader.Find([cell]));
}
