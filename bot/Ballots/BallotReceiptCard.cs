using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>What was cast: the own vote, when, how far the round is, and the way to change it.</summary>
internal static class BallotReceiptCard
{
    /// <param name="round">The round.</param>
    /// <param name="ballot">The ballot, cast.</param>
    /// <param name="page">The page, from 0; the last one where there are fewer.</param>
    /// <param name="culture">The language.</param>
    /// <param name="look">For whom, and what happened.</param>
    public static AdaptiveCard Card(RoundView round, BallotView ballot, int page, CultureInfo culture, BallotLook look)
    {
        var frame = Frame(round with { VotedCount = round.ElectorateCount }, ballot, 1, 3, culture, new BallotLook(IsDeputy: true));
        var pages = CardPages.Split([.. BallotVoteRows.Blocks(round, ballot.Votes, culture)], CardPages.RoomIn(frame));
        page = Math.Clamp(page, 0, pages.Count - 1);
        var card = Frame(round, ballot, page, pages.Count, culture, look);
        card.Body.AddRange(pages[page].Blocks.Select(block => block.Element));
        return card;
    }

    /// <summary>One sentence that names it.</summary>
    public static string Summary(RoundView round, CultureInfo culture) => BallotTexts.All.Format("summary.receipt", culture, round.Title);

    private static AdaptiveCard Frame(RoundView round, BallotView ballot, int page, int pages, CultureInfo culture, BallotLook look)
    {
        const int LongestName = 100;
        var texts = BallotTexts.All;
        var heading = look.IsDeputy ? texts.Format("receipt.deputy", culture, CardText.Short(ballot.For.Name, LongestName)) : texts["receipt.heading", culture];
        var card = CardFrame.New($"{heading}. {Summary(round, culture)}.", RoundTexts.All["fallback", culture], culture, look.Notice);
        card.Body.Add(CardText.Heading(heading));
        card.Body.Add(Facts(round, ballot, culture));
        if (look.IsDeputy)
        {
            card.Body.Add(CardText.Paragraph(BallotTexts.Deputy(ballot, culture)));
        }

        card.Body.Add(CardText.Markdown($"**{CardText.Escape(texts.Format("receipt.approve", culture, ballot.Votes.Count(vote => vote.Choice == "approve")))}**"));
        if (pages > 1)
        {
            card.Body.Add(CardText.Paragraph(RoundTexts.All.Format("page", culture, page + 1, pages), isSubtle: true));
        }

        AddButtons(card, round, ballot, page, pages, culture);
        return card;
    }

    private static AdaptiveFactSet Facts(RoundView round, BallotView ballot, CultureInfo culture)
    {
        var texts = BallotTexts.All;
        var at = ballot.CastAt is { } cast ? CardText.Instant(cast, culture) : "";
        var by = ballot.By is { } who && who.Id != ballot.For.Id ? texts.Format("receipt.by", culture, at, who.Name) : at;
        return new AdaptiveFactSet
        {
            Facts =
            [
                new(texts["receipt.round", culture], CardText.Escape(round.Title)),
                new(texts["receipt.at", culture], CardText.Escape(by)),
                new(texts["receipt.progress", culture], CardText.Escape(RoundTexts.Progress(round, culture))),
                new(texts["receipt.until", culture], CardText.Escape(CardText.Instant(round.Due, culture))),
            ],
        };
    }

    private static void AddButtons(AdaptiveCard card, RoundView round, BallotView ballot, int page, int pages, CultureInfo culture)
    {
        var data = BallotFrame.Data(round, ballot);
        if (round.IsOpen() && ballot.MayCast)
        {
            card.Actions.Add(CardButton.Go(BallotTexts.All["change", culture], BallotVerbs.Change, data));
        }

        if (page > 0)
        {
            card.Actions.Add(CardButton.Go(RoundTexts.All["page.previous", culture], BallotVerbs.Show, data.With(BallotVerbs.PageField, page - 1)));
        }

        if (page < pages - 1)
        {
            card.Actions.Add(CardButton.Go(RoundTexts.All["page.next", culture], BallotVerbs.Show, data.With(BallotVerbs.PageField, page + 1)));
        }
    }
}
