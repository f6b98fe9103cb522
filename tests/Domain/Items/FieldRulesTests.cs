using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Items;

/// <summary>What a text may hold so that it can be written to a document.</summary>
public sealed class FieldRulesTests
{
    [Theory]
    [InlineData("Tab\tund\nZeile\r\nsind erlaubt", null)]
    [InlineData("Emoji 🚲 und Umlaute äöüß", null)]
    [InlineData("Klingel \u0007", "control-character")]
    [InlineData("Löschen \u007F", "control-character")]
    [InlineData("C1 \u0085", "control-character")]
    [InlineData("kein Zeichen \uFFFF", "control-character")]
    public void A_text_is_refused_for_what_no_document_can_hold(string title, string? code) => Assert.Equal(code, CodeOf(title));

    // An attribute cannot carry a lone surrogate, so these are no inline data.
    [Fact]
    public void Half_a_character_is_refused_wherever_it_stands() => Assert.All(
        ["\uD83D", "Rad \uD83D", "\uDEB2 Rad", "🚲\uD83D", "\uD83D\uD83D\uDEB2"],
        title => Assert.Equal("not-unicode", CodeOf(title)));

    [Fact]
    public void Every_character_is_judged_by_itself() => Prop.ForAll(
        ArbMap.Default.ArbFor<char>(),
        c => CodeOf($"a{c}b") switch
        {
            "control-character" => (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF',
            "not-unicode" => char.IsSurrogate(c),
            _ => !char.IsSurrogate(c) && (!char.IsControl(c) || c is '\t' or '\n' or '\r'),
        }).QuickCheckThrowOnFailure();

    private static string? CodeOf(string title) => new MeasureContent { Sector = new SectorKey("verkehr"), Title = title }.Check().SingleOrDefault()?.Code;
}
