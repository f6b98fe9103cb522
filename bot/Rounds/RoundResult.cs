using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>The card of a round that has closed: what was decided, why, and what happens next.</summary>
internal static class RoundResult
{
    /// <param name="round">The closed round.</param>
    /// <param name="own">The ballot of whoever looks, whose votes stand beside the results; null for everybody.</param>
    /// <param name="page">The page, from 0; the last one where there are fewer.</param>
    /// <param name="culture">The language.</param>
    /// <param name="notice">What happened since the last card.</param>
    public static AdaptiveCard Card(RoundView round, BallotView? own, int page, CultureInfo culture, string? notice)
    {
        var pages = CardPages.Split([.. RoundOutcomes.Blocks(round, own, culture), .. Abstainers(round, culture)], CardPages.RoomIn(Frame(round, own, 0, 2, culture, notice: null)));
        page = Math.Clamp(page, 0, pages.Count - 1);
        var card = Frame(round, own, page, pages.Count, culture, notice);
        card.Body.AddRange(pages[page].Blocks.Select(block => block.Element));
        return card;
    }

    private static AdaptiveCard Frame(RoundView round, BallotView? own, int page, int pages, CultureInfo culture, string? notice)
    {
        var texts = RoundTexts.All;
        var next = texts.Format("next", culture, string.Join(' ', Next(round, culture)));
        var card = CardFrame.New($"{texts.Format("heading.closed", culture, round.Title)}. {next}", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(texts.Format("heading.closed", culture, round.Title)));
        if (page == 0)
        {
            card.Body.Add(RoundHeader.Ended(round, culture));
            card.Body.Add(CardText.Paragraph(next));
            if (own is not null)
            {
                card.Body.Add(CardText.Paragraph(Own(own, culture)));
            }
        }

        if (pages > 1)
        {
            card.Body.Add(CardText.Paragraph(texts.Format("page", culture, page + 1, pages), isSubtle: true));
            Turn(card, round, own, page, pages, culture);
        }

        return card;
    }

    // Votes other than consent stand beside their items.
    private static string Own(BallotView own, CultureInfo culture) => (own.CastAt, own.Votes.Count(vote => vote.Choice != "approve")) switch
    {
        (null, _) => RoundTexts.All["own.none", culture],
        (_, 0) => RoundTexts.All["own.all", culture],
        (_, var others) when others == own.Votes.Count => RoundTexts.All["own.cast", culture],
        _ => RoundTexts.All["own.rest", culture],
    };

    private static void Turn(AdaptiveCard card, RoundView round, BallotView? own, int page, int pages, CultureInfo culture)
    {
        var (verb, name) = own is null ? (RoundVerbs.Show, RoundName.Of(round).Data()) : (BallotVerbs.Show, new BallotName(RoundName.Of(round), own.For.Id).Data());
        if (page > 0)
        {
            card.Actions.Add(CardButton.Go(RoundTexts.All["page.previous", culture], verb, At(name, page - 1)));
        }

        if (page < pages - 1)
        {
            card.Actions.Add(CardButton.Go(RoundTexts.All["page.next", culture], verb, At(name, page + 1)));
        }
    }

    private static Dictionary<string, string> At(Dictionary<string, string> name, int page) =>
        new(name) { [RoundVerbs.PageField] = page.ToString(CultureInfo.InvariantCulture) };

    private static IEnumerable<string> Next(RoundView round, CultureInfo culture)
    {
        var passed = round.Outcomes.Count(outcome => outcome.Decision == "passed");
        var back = round.Outcomes.Count - passed;
        if (passed > 0)
        {
            yield return RoundTexts.All.Count(round.Stage == "steeringGroup" ? "next.agreed" : "next.steering", passed, culture);
        }

        if (back > 0)
        {
            yield return RoundTexts.All.Count("next.draft", back, culture);
        }
    }

    /// <summary>Who did not decide, some names to a block.</summary>
    private static IEnumerable<CardBlock> Abstainers(RoundView round, CultureInfo culture)
    {
        const int NamesPerBlock = 20;
        return (round.NotVoted() ?? [])
            .Chunk(NamesPerBlock)
            .Select(some => CardBlock.Of(CardText.Paragraph(RoundTexts.All.Format("abstainers", culture, RoundTexts.Names(some, NamesPerBlock, culture)))));
    }
}
