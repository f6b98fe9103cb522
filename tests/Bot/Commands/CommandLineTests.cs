using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Search;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>What people type is taken apart, however they type it.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("offen", "offen", "")]
    [InlineData("  OFFEN ", "offen", "")]
    [InlineData("Offen!", "offen", "")]
    [InlineData("„offen“", "offen", "")]
    [InlineData("/offen", "offen", "")]
    [InlineData("Maßnahme verkehr-1-1", "massnahme", "verkehr-1-1")]
    [InlineData("MASSNAHME   Radweg  Süd", "massnahme", "Radweg Süd")]
    [InlineData("maßnahme\u00A0B5+6", "massnahme", "B5+6")]
    [InlineData("maßnahme: III.10 a", "massnahme", "III.10 a")]
    [InlineData("ubersicht", "ubersicht", "")]
    [InlineData("Übersicht?", "ubersicht", "")]
    [InlineData("u\u0308bersicht", "ubersicht", "")]
    [InlineData("UEBERSICHT", "ubersicht", "")]
    [InlineData("<at>INSEK</at> status\tVerkehr\n", "status", "Verkehr")]
    [InlineData("<at>INSEK</at>&nbsp;offen", "offen", "")]
    [InlineData("off\u00ADen", "offen", "")]
    [InlineData("\u200Boffen\uFEFF", "offen", "")]
    [InlineData("- offen", "offen", "")]
    [InlineData("?", "", "")]
    [InlineData("", "", "")]
    [InlineData(null, "", "")]
    [InlineData("…", "", "")]
    public void A_message_has_a_word_and_what_follows_it(string? text, string word, string argument)
    {
        var line = CommandLine.Parse(text);

        Assert.Equal((word, argument), (line.Word, line.Argument));
    }

    [Fact]
    public void Half_a_character_is_no_failure() => Assert.Equal("\ufffd", CommandLine.Parse("\ud800").Word);

    [Theory]
    [InlineData("Fußweg", "Fussweg")]
    [InlineData("GRÖẞE", "groesse")]
    [InlineData("Straßenbäume", "Strassenbaeume")]
    [InlineData("Grünzüge", "Grunzuge")]
    [InlineData("Café", "cafe")]
    public void What_people_take_for_the_same_folds_to_the_same(string one, string other) => Assert.Equal(Folding.Fold(one), Folding.Fold(other));

    [Fact]
    public void Folding_twice_changes_nothing_whatever_the_text()
    {
        var property = Prop.ForAll<string>(text => Folding.Fold(Folding.Fold(text ?? "")) == Folding.Fold(text ?? ""));

        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_taken_apart_and_what_came_out_is_taken_apart_to_the_same()
    {
        // Letters people and machines send: umlauts in both forms, halves of pairs, blanks of all kinds, marks, markup.
        var letters = Gen.Elements("aeouäöüÄÖÜßẞ eu\u0308\u0301\u00A0\u200B\u202F\t\n.,;:!?<>at/-–„“\ud83d\ude00\ud800İıſﬁ½①Ⅳ漢0123".ToCharArray());
        var texts = Gen.ArrayOf(letters).Select(chars => new string(chars)).ToArbitrary();

        Prop.ForAll(texts, text =>
        {
            var line = CommandLine.Parse(text);
            var again = CommandLine.Parse($"{line.Typed} {line.Argument}");
            return again.Word == line.Word && again.Argument == line.Argument && Folding.Fold(Folding.Fold(text)) == Folding.Fold(text);
        }).QuickCheckThrowOnFailure();
    }
}
