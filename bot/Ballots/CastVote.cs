using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;

namespace Insek.Office.Bot.Ballots;

/// <summary>Handles <c>ballot.cast</c>: the receipt where it is saved in time, else a card that says that nothing is counted yet.</summary>
internal sealed class CastVote(Castings castings, InvokeBudget budget) : ICardAction
{
    public string Verb => BallotVerbs.Cast;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        if (Casting.Read(context) is not { } casting)
        {
            return new CardReply.Message(RoundTexts.All["unreadable", context.Culture]);
        }

        var running = castings.Cast(casting);
        var isLate = false;
        var reply = await budget.AnswerAsync(
            context.Culture,
            token => running.Reply.WaitAsync(token),
            () =>
            {
                isLate = true;
                return new CardReply.Card(LateCard.For(casting), LateCard.Summary(casting.Culture));
            },
            cancellationToken);

        // The answer may have come in the very moment in which the waiting ended: then nobody is told again.
        return isLate && !running.GiveUp() ? await running.Reply : reply;
    }
}

/// <summary>The card of a vote that takes longer: not counted yet, being tried, and the same operation to try again.</summary>
internal static class LateCard
{
    public static AdaptiveCard For(Casting casting)
    {
        var (texts, culture) = (BallotTexts.All, casting.Culture);
        var card = CardFrame.New($"{texts["late.heading", culture]}. {texts["late.text", culture]}", RoundTexts.All["fallback", culture], culture);
        card.Body.Add(CardText.Heading(texts["late.heading", culture]));
        card.Body.Add(CardText.Paragraph(texts["late.text", culture]));
        card.Actions.Add(CardButton.Go(texts["late.look", culture], BallotVerbs.Show, casting.Ballot.Data()));
        card.Actions.Add(CardButton.Go(texts["late.again", culture], BallotVerbs.Cast, casting.Data()));
        return card;
    }

    public static string Summary(CultureInfo culture) => BallotTexts.All["late.heading", culture];
}
