using System.Globalization;
using Insek.Office.Bot.Actions;

namespace Insek.Office.Bot.Ballots;

/// <summary>Handles <c>ballot.show</c>: the ballot where it was left, the receipt, or the result.</summary>
internal sealed class ShowBallot(BallotDesk desk) : ICardAction
{
    public string Verb => BallotVerbs.Show;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) =>
        desk.AnswerAsync(context, (state, _) => Task.FromResult<CardReply>(state.Current(page: context.Number(BallotVerbs.PageField))), cancellationToken);
}

/// <summary>Reads numbers from the data of cards.</summary>
internal static class CardNumbers
{
    /// <summary>A number from 0; null where there is none.</summary>
    public static int? Number(this CardActionContext context, string name) =>
        int.TryParse(context.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
