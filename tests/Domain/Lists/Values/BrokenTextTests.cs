using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>Text whose encoding was broken before it reached us.</summary>
public sealed class BrokenTextTests
{
    private static readonly Encoding _windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding _macRoman = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;
    private static readonly Encoding _codePage850 = CodePagesEncodingProvider.Instance.GetEncoding(850)!;

    [Theory]
    [InlineData("MaÃŸnahme", BreakKind.Utf8AsWindows1252, "Maßnahme")]
    [InlineData("StraÃŸe mit LÃ¤rmschutz", BreakKind.Utf8AsWindows1252, "Straße mit Lärmschutz")]
    [InlineData("1.250 â‚¬", BreakKind.Utf8AsWindows1252, "1.250 €")]
    [InlineData("2022â€“2025", BreakKind.Utf8AsWindows1252, "2022–2025")]
    [InlineData("Ma├ƒnahme", BreakKind.Utf8AsCodePage850, "Maßnahme")]
    [InlineData("Ma├ƒnahme f├╝r", BreakKind.Utf8AsCodePage850, "Maßnahme für")]
    [InlineData("Maßnahme f├╝r", null, null)]
    [InlineData("f├╝r Fu├ƒg├ñnger", BreakKind.Utf8AsCodePage850, "für Fußgänger")]
    [InlineData("Ma▀nahme f³r", BreakKind.Windows1252AsCodePage850, "Maßnahme für")]
    [InlineData("Maánahme", BreakKind.CodePage850AsWindows1252, "Maßnahme")]
    [InlineData("Maﬂnahme f¸r", BreakKind.Windows1252AsMacRoman, "Maßnahme für")]
    [InlineData("Ma§nahme", BreakKind.MacRomanAsWindows1252, "Maßnahme")]
    [InlineData("MaÁnahme", BreakKind.CodePage850AsWindows1252, "Maßnahme")]
    [InlineData("Ma\u00E1nahme f\u0081r L\u201Ender", BreakKind.CodePage850AsWindows1252, "Maßnahme für Länder")]
    public void A_known_break_is_found_with_its_repair(string written, BreakKind? kind, string? repaired)
    {
        var broken = BrokenText.Detect(written);

        Assert.Equal(repaired is null ? null : kind, broken?.Repaired is null ? null : broken.Kind);
        Assert.Equal(repaired, broken?.Repaired);
    }

    [Fact]
    public void A_text_broken_twice_is_repaired_to_the_end()
    {
        var broken = BrokenText.Detect(Break(Break("Maßnahme für Fußgänger", Encoding.UTF8, _windows1252), Encoding.UTF8, _windows1252));

        Assert.Equal(("Maßnahme für Fußgänger", 2, true), (broken?.Repaired, broken?.Rounds, broken?.IsProven));
    }

    [Theory]
    [InlineData("Ma\uFFFDnahme")]
    [InlineData("\uFFFD")]
    public void What_was_replaced_is_lost(string written)
    {
        var broken = BrokenText.Detect(written);

        Assert.Equal((BreakKind.Lost, null), (broken?.Kind, broken?.Repaired));
    }

    [Theory]
    [InlineData("Maßnahme für Fußgänger und Ämter")]
    [InlineData("1.250 € – „Neue Mitte“ …")]
    [InlineData("Café São Paulo, Besançon, Århus")]
    [InlineData("Łódź, Wrocław und Plzeň")]
    [InlineData("m² und m³, 20 °C, ½ Stelle, § 34 BauGB")]
    [InlineData("GRÜNFLÄCHEN STRASSE")]
    [InlineData("Bogotá, Málaga, São Luís")]
    [InlineData("Žilina und Košice")]
    [InlineData("Škoda")]
    [InlineData("5 ‰ Gefälle, Ø 12 cm")]
    [InlineData("A³")]
    [InlineData("")]
    public void A_sound_text_stays(string written) => Assert.Null(BrokenText.Detect(written));

    [Fact]
    public void German_text_broken_by_any_known_pair_is_repaired_and_the_repair_breaks_again() => Prop.ForAll(Words().ToArbitrary(), Pairs().ToArbitrary(), (text, pair) =>
    {
        var written = Break(text, pair.Was, pair.ReadAs);
        var broken = BrokenText.Detect(written);
        return (broken?.Repaired == text && Break(broken.Repaired, pair.Was, pair.ReadAs) == written).Label($"{text} became {written}, repaired {broken?.Repaired}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sound_German_text_is_never_called_broken() => Prop.ForAll(Words().ToArbitrary(), text => BrokenText.Detect(text) is null).QuickCheckThrowOnFailure();

    private static string Break(string text, Encoding was, Encoding readAs) => readAs.GetString(was.GetBytes(text));

    private static Gen<(Encoding Was, Encoding ReadAs)> Pairs() => Gen.Elements<(Encoding, Encoding)>(
        (Encoding.UTF8, _windows1252), (Encoding.UTF8, _codePage850), (_codePage850, _windows1252), (_windows1252, _codePage850), (_windows1252, _macRoman));

    private static Gen<string> Words() =>
        from start in Gen.Elements("Maßnahme", "Fußgänger", "Größe", "Straße am Öffentlichen Raum", "Große Überführung")
        from rest in Gen.Elements("für", "an der Elbe", "Größe", "Läden", "im Süden", "Wörth", "und Plätze", "bezüglich Höhe").ListOf()
        select string.Join(' ', rest.Prepend(start));
}
