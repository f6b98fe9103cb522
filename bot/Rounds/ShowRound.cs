using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Ballots;

namespace Insek.Office.Bot.Rounds;

/// <summary>Handles <c>round.show</c>: the round as whoever asks may see it, by a click or because the client refreshes the card.</summary>
internal sealed class ShowRound(RoundDesk desk) : ICardAction
{
    public string Verb => RoundVerbs.Show;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.AnswerAsync(
        context,
        (round, _) => Task.FromResult<CardReply>(new CardReply.Card(
            RoundCard.Personal(round, context.Culture, context.Number(RoundVerbs.PageField) ?? 0), RoundTexts.Summary(round, context.Culture))),
        cancellationToken);
}
