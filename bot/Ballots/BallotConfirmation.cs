using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>The third step of a ballot: exactly what will be recorded, and the one button that counts.</summary>
internal static class BallotConfirmation
{
    /// <param name="round">The round, open.</param>
    /// <param name="ballot">The ballot.</param>
    /// <param name="choices">The choices, without gaps.</param>
    /// <param name="page">The page, from 0; the last one where there are fewer.</param>
    /// <param name="operation">Names the casting: a second click on the same card is the same operation.</param>
    /// <param name="culture">The language.</param>
    /// <param name="look">For whom, and what happened.</param>
    public static AdaptiveCard Card(RoundView round, BallotView ballot, BallotChoices choices, int page, string operation, CultureInfo culture, BallotLook look)
    {
        var votes = choices.ToBallot().Votes;
        var frame = Frame(round, ballot, votes, choices.Digest, 1, 99, operation, culture, new BallotLook(IsDeputy: true));
        var pages = CardPages.Split([.. BallotVoteRows.Blocks(round, votes, culture)], CardPages.RoomIn(frame));
        page = Math.Clamp(page, 0, pages.Count - 1);
        var card = Frame(round, ballot, votes, choices.Digest, page, pages.Count, operation, culture, look);
        card.Body.AddRange(pages[page].Blocks.Select(block => block.Element));
        return card;
    }

    private static AdaptiveCard Frame(
        RoundView round, BallotView ballot, IReadOnlyList<VoteView> votes, string digest, int page, int pages, string operation, CultureInfo culture, BallotLook look)
    {
        var texts = BallotTexts.All;
        var card = BallotFrame.New(round, ballot, BallotTexts.Step(3, "confirm", page, pages, culture), culture, look);
        var others = votes.Count(vote => vote.Choice != "approve");
        card.Body.Add(CardText.Paragraph(page < pages - 1 ? $"{texts["confirm.nothing", culture]} {texts["confirm.last", culture]}" : texts["confirm.nothing", culture]));
        card.Body.Add(CardText.Markdown($"**{CardText.Escape(Approvals(votes.Count, others, culture))}**"));
        if (others > 0)
        {
            card.Body.Add(CardText.Paragraph(texts.Count("confirm.others", others, culture)));
        }

        var data = BallotFrame.Data(round, ballot).With(BallotVerbs.VotesField, digest);
        card.Actions.Add(page < pages - 1
            ? CardButton.Go(texts["next", culture], BallotVerbs.Confirm, data.With(BallotVerbs.PageField, page + 1))
            : CardButton.Execute(texts["cast", culture], BallotVerbs.Cast, data.With(BallotVerbs.OperationField, operation), isPrimary: true));
        card.Actions.Add(CardButton.Go(texts["back", culture], BallotVerbs.Confirm, data.With(BallotVerbs.PageField, page - 1).With(BallotVerbs.BackField, 1)));
        return card;
    }

    private static string Approvals(int items, int others, CultureInfo culture) => others switch
    {
        0 => BallotTexts.All.Count("confirm.all", items, culture),
        _ when others == items => BallotTexts.All["confirm.none", culture],
        _ => BallotTexts.All.Format("confirm.approve", culture, items - others),
    };
}
