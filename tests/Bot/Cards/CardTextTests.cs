using System.Globalization;
using System.Text;
using AdaptiveCards;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Bot.Cards;

namespace Insek.Office.Bot.Tests.Cards;

/// <summary>Texts in cards.</summary>
public sealed class CardTextTests
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");

    [Theory]
    [InlineData("Bürger*innen und Einwohner*innen", @"Bürger\*innen und Einwohner\*innen")]
    [InlineData("a_b [c](d)", @"a\_b \[c\](d)")]
    [InlineData("1. Ziel", @"1\. Ziel")]
    [InlineData("1.2 Ziel um 18.30 Uhr", @"1\.2 Ziel um 18.30 Uhr")]
    [InlineData("- Strich - und noch einer", @"\- Strich - und noch einer")]
    [InlineData("eins\nzwei\r\n\r\n# drei", "eins\n\nzwei\n\n\\# drei")]
    [InlineData("    eingerückt", "eingerückt")]
    [InlineData("{{DATE(2026-11-24T00:00:00Z)}}", @"\{{DATE(2026-11-24T00:00:00Z)}}")]
    [InlineData("<at>Leitung</at> &amp; Co.", @"\<at\>Leitung\</at\> \&amp; Co.")]
    [InlineData("Umlaute äöüß, 50 %, „Zitat“", "Umlaute äöüß, 50 %, „Zitat“")]
    public void Markdown_in_what_people_wrote_is_shown_and_not_followed(string text, string expected) => Assert.Equal(expected, CardText.Escape(text));

    [Fact]
    public void Without_its_backslashes_an_escaped_line_is_the_line_again() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            var line = text.ReplaceLineEndings(" ").Replace("\t", " ", StringComparison.Ordinal).TrimStart();
            var read = new StringBuilder();
            var escaped = CardText.Escape(line);
            for (var i = 0; i < escaped.Length; i++)
            {
                i += escaped[i] == '\\' ? 1 : 0;
                read.Append(escaped[i]);
            }

            return read.ToString() == line;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-24T17:00:00Z", "Di., 24.11.2026, 18:00 Uhr")]
    [InlineData("2026-07-01T21:59:00Z", "Mi., 01.07.2026, 23:59 Uhr")]
    [InlineData("2026-12-31T23:30:00Z", "Fr., 01.01.2027, 00:30 Uhr")]
    public void Instants_are_read_in_the_town_s_time(string instant, string expected) =>
        Assert.Equal(expected, CardText.Instant(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), _german));

    [Theory]
    [InlineData("2026-11-24", "18:00", "2026-11-24T17:00:00Z")]
    [InlineData("2026-07-01", "00:00", "2026-06-30T22:00:00Z")]
    public void What_inputs_of_date_and_time_hold_is_the_town_s_time(string date, string time, string expected)
    {
        var read = CardText.ReadInstant(date, time);

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), read);
        Assert.Equal((date, time), (CardText.DateValue(read!.Value), CardText.TimeValue(read.Value)));
    }

    [Theory]
    [InlineData(null, "18:00")]
    [InlineData("2026-11-24", null)]
    [InlineData("24.11.2026", "18:00")]
    [InlineData("2026-02-30", "18:00")]
    [InlineData("0001-01-01", "00:00")]
    [InlineData("9999-12-31", "23:59")]
    public void What_is_no_instant_is_none(string? date, string? time) => Assert.Null(CardText.ReadInstant(date, time));

    [Fact]
    public void A_short_text_stays_and_a_long_one_ends_with_an_ellipsis_and_never_in_half_a_character()
    {
        Assert.Equal("kurz und gut", CardText.Short("kurz\nund gut", 12));
        Assert.Equal("kurz und…", CardText.Short("kurz und gut", 10));
        Assert.Equal("ab…", CardText.Short("ab😀cd", 4));
    }

    [Fact]
    public void A_card_weighs_what_its_json_takes_without_white_space() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null && text.IsNormalized(NormalizationForm.FormC)), text =>
        {
            var card = new AdaptiveCard("1.5") { Body = [new AdaptiveTextBlock(text), new AdaptiveTextBlock("ä€\n")] };
            return CardText.Bytes(card) == Encoding.UTF8.GetByteCount(Newtonsoft.Json.JsonConvert.SerializeObject(card));
        }).QuickCheckThrowOnFailure();
}
