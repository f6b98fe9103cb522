using AdaptiveCards;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Rounds;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Bot.Tests.Rounds;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Ballots;

/// <summary>However much there is to say, a card stays within what Teams takes, and nothing is left out.</summary>
public sealed class BallotSizeTests
{
    /// <summary>Letters that take much room on the way: three bytes, an escape of their own, two backslashes.</summary>
    private static readonly string[] _letters = ["a", " ", "ü", "€", "😀", "*", "\\", "\"", "\u0001", "\n", "[", "{{"];

    [Theory]
    [InlineData(40)]
    [InlineData(113)]
    [InlineData(500)]
    public void A_large_ballot_is_paged_and_every_item_is_asked_about_once(int items)
    {
        var round = Sample.Round(items);

        var pages = Pages(round);

        Assert.All(pages, page => Assert.True(Shown.Bytes(page) <= 24 * 1024, $"{Shown.Bytes(page)} bytes"));
        Assert.Equal(round.Items.Select(item => item.Id), pages.SelectMany(Choices));
    }

    [Fact]
    public void Forty_items_take_few_pages() => Assert.InRange(Pages(Sample.Round(40)).Count, 1, 3);

    [Fact]
    public void Whatever_titles_and_descriptions_no_card_is_too_large_and_nothing_is_lost() =>
        Prop.ForAll(Rounds().ToArbitrary(), round =>
        {
            var pages = Pages(round);
            var titles = pages.SelectMany(Texts).Select(Words).ToHashSet();
            return pages.All(page => Shown.Bytes(page) <= Shown.Limit)
                && pages.SelectMany(Choices).SequenceEqual(round.Items.Select(item => item.Id))
                && round.Items.Select((item, index) => (item, index)).All(pair =>
                    titles.Contains(Words($"**{pair.item.Number}** {pair.item.Title}"))
                    && Hidden(pages, $"d{pair.index}-", pair.item.Description!, "wrap") == Words(pair.item.Description!)
                    && pair.item.Changes.All(change => Hidden(pages, $"c{pair.index}-", change.Before!, "strikethrough") == Words(change.Before!)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Whatever_is_said_no_step_is_too_large_and_every_text_is_repeated() =>
        Prop.ForAll(Rounds().ToArbitrary(), Text(2_000).ToArbitrary(), (round, text) =>
        {
            var votes = round.Items.Select((item, index) => new DraftVote(item.Id, index % 2 == 0 ? "reject" : "approveWithChange", $"x{text}")).ToArray();
            var ballot = Sample.Ballot(round, Sample.Draft(votes) with { Votes = [.. votes.Select(vote => vote with { Text = vote.Text![..Math.Min(2_000, vote.Text!.Length)] })] });
            var choices = BallotChoices.Of(round, ballot);
            var details = All(page => BallotDetails.Card(round, ballot, choices, page, Sample.German, BallotLook.Plain), round.Items.Count);
            var confirm = All(page => BallotConfirmation.Card(round, ballot, choices, page, "op", Sample.German, BallotLook.Plain), round.Items.Count);
            var cast = ballot with { CastAt = Sample.CastAt, Votes = choices.ToBallot().Votes };
            var receipt = All(page => BallotReceiptCard.Card(round, cast, page, Sample.German, BallotLook.Plain), round.Items.Count);
            return details.Concat(confirm).Concat(receipt).All(card => Shown.Bytes(card) <= Shown.Limit)
                && confirm.Sum(card => Texts(card).Count(shown => shown.StartsWith('x'))) == round.Items.Count
                && receipt.Sum(card => Texts(card).Count(shown => shown.StartsWith('x'))) == round.Items.Count;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Whatever_is_in_it_the_round_s_card_is_not_too_large() =>
        Prop.ForAll(Rounds().ToArbitrary(), round =>
            Shown.Bytes(RoundCard.Shared(round, Sample.German)) <= Shown.Limit
            && Shown.Bytes(RoundCard.Personal(round with { MayManage = true, Voted = [] }, Sample.German)) <= Shown.Limit).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static IReadOnlyList<AdaptiveCard> Pages(RoundView round)
    {
        var ballot = Sample.Ballot(round);
        return [.. Enumerable.Range(0, BallotCards.PageCount(round, ballot, Sample.German)).Select(page => BallotCards.Items(round, ballot, page, Sample.German))];
    }

    /// <summary>Pages until the last one comes again.</summary>
    private static List<AdaptiveCard> All(Func<int, AdaptiveCard> page, int most)
    {
        var cards = new List<AdaptiveCard> { page(0) };
        for (var i = 1; i <= most; i++)
        {
            var next = page(i);
            if (next.ToJson() == cards[^1].ToJson())
            {
                break;
            }

            cards.Add(next);
        }

        return cards;
    }

    private static IEnumerable<string> Choices(AdaptiveCard card) =>
        card.Body.OfType<AdaptiveChoiceSetInput>().SelectMany(input => input.Choices).Select(choice => choice.Value!);

    private static IEnumerable<string> Texts(AdaptiveCard card) => JObject.Parse(card.ToJson())
        .Descendants()
        .OfType<JObject>()
        .Where(element => (string?)element["type"] is "TextBlock" or "TextRun")
        .Select(element => (string?)element["text"] ?? "");

    /// <summary>What stands in the containers of a name, over all pages; the text itself where it stands in the row because it is short.</summary>
    private static string Hidden(IEnumerable<AdaptiveCard> pages, string prefix, string text, string mark)
    {
        var hidden = pages
            .SelectMany(page => JObject.Parse(page.ToJson()).Descendants().OfType<JObject>())
            .Where(element => ((string?)element["id"])?.StartsWith(prefix, StringComparison.Ordinal) is true)
            .ToArray();
        return hidden.Length == 0 && pages.SelectMany(Texts).Any(shown => Words(shown) == Words(text))
            ? Words(text)
            : Words(string.Concat(hidden.SelectMany(element => element.Descendants().OfType<JObject>()).Where(element => (bool?)element[mark] is true).Select(element => (string?)element["text"])));
    }

    // Without what escaping and the breaks between parts change: white space and backslashes.
    private static string Words(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '\\'));

    private static Gen<RoundView> Rounds() =>
        from count in Gen.Choose(1, 12)
        from items in Items(count)
        from title in Text(200)
        from name in Text(300)
        select Sample.Round(items) with { Title = $"T{title}"[..Math.Min(200, title.Length + 1)], GroupName = name, ConceptName = name };

    private static Gen<IReadOnlyList<BallotItemView>> Items(int count) =>
        from titles in Text(500).ArrayOf(count)
        from descriptions in Text(20_000).ArrayOf(count)
        from befores in Text(4_000).ArrayOf(count)
        select (IReadOnlyList<BallotItemView>)[.. Enumerable.Range(0, count).Select(index => Sample.Item(index + 2) with
        {
            Title = titles[index],
            Description = descriptions[index],
            ChangedSinceRevision = index % 2 == 0 ? 1 : null,
            Changes = index % 2 == 0 ? [new FieldDiff { Field = "description", Before = befores[index], After = descriptions[index] }] : [],
            Areas = [titles[index], titles[index], titles[index]],
        })];

    /// <summary>A text of up to <paramref name="longest"/> characters, as often short as long.</summary>
    private static Gen<string> Text(int longest) =>
        from length in Gen.OneOf(Gen.Choose(1, 80), Gen.Choose(1, longest))
        from letters in Gen.Elements(_letters).ArrayOf(Math.Min(length, 60))
        select Repeated(string.Concat(letters), length);

    private static string Repeated(string pattern, int length)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1))[..length];
        return char.IsHighSurrogate(text[^1]) ? $"{text[..^1]}a" : text;
    }
}
