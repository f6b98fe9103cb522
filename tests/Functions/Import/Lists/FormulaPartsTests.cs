using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Functions.Import.Lists;

namespace Insek.Office.Functions.Tests.Import.Lists;

public sealed class FormulaPartsTests
{
    [Theory]
    [InlineData("<c><f>A1</f></c>", true)]
    [InlineData("<c><f t=\"shared\" si=\"0\"/></c>", true)]
    [InlineData("<c><f/></c>", true)]
    [InlineData("<x:c><x:f>A1</x:f></x:c>", true)]
    [InlineData("<c><v>f</v></c><font/><x:font/>", false)]
    [InlineData("", false)]
    public void A_formula_is_found(string xml, bool holds) => Assert.Equal(holds, Look([Encoding.UTF8.GetBytes(xml)]));

    [Fact]
    public void A_part_in_utf_16_is_left_to_the_parser() => Assert.True(Look([[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<c/>")]]));

    [Fact]
    public void The_end_of_one_part_and_the_start_of_the_next_are_no_formula()
    {
        var parts = new FormulaParts();
        parts.Look("a", "<c/><f"u8);
        parts.Look("b", ">"u8);
        Assert.False(parts.Contains("a"));
        Assert.False(parts.Contains("b"));
    }

    [Fact]
    public void Pieces_of_any_length_find_what_the_whole_does()
    {
        var xml = Gen.Elements("<f", "<", "f", ":f", ">", " ", "/", "<c>", "v").ListOf(8).Select(words => string.Concat(words));
        var cuts = Gen.Choose(0, 4).ListOf(16);
        Prop.ForAll(xml.ToArbitrary(), cuts.ToArbitrary(), (text, lengths) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var pieces = new List<byte[]>();
            var at = 0;
            foreach (var length in lengths)
            {
                var end = Math.Min(bytes.Length, at + length);
                pieces.Add(bytes[at..end]);
                at = end;
            }

            pieces.Add(bytes[at..]);
            return Look(pieces) == Look([bytes]);
        }).QuickCheckThrowOnFailure();
    }

    private static bool Look(IEnumerable<byte[]> pieces)
    {
        var parts = new FormulaParts();
        foreach (var piece in pieces)
        {
            parts.Look("sheet", piece);
        }

        return parts.Contains("sheet");
    }
}
