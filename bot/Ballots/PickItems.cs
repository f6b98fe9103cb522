using Insek.Office.Bot.Actions;

namespace Insek.Office.Bot.Ballots;

/// <summary>Handles <c>ballot.page</c>: keeps what was picked on a page and turns to another.</summary>
internal sealed class TurnPage(BallotDesk desk) : ICardAction
{
    public string Verb => BallotVerbs.Page;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.StepAsync(
        context,
        (state, token) =>
        {
            var page = context.Number(BallotVerbs.PageField) ?? 0;
            return desk.KeepAsync(state, PickItems.Picked(state, context), BallotStep.Items, page, kept => kept.Items(page), token);
        },
        state => PickItems.Rescued(state, context),
        cancellationToken);
}

/// <summary>Handles <c>ballot.pick</c>: keeps what was picked on the last page and asks about it, or goes on where nothing was picked.</summary>
internal sealed class PickItems(BallotDesk desk) : ICardAction
{
    public string Verb => BallotVerbs.Pick;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.StepAsync(
        context,
        (state, token) =>
        {
            var choices = Picked(state, context);
            return choices.Picked.Count > 0
                ? desk.KeepAsync(state, choices, BallotStep.Details, page: 0, kept => kept.Details(kept.Choices, 0), token)
                : desk.KeepAsync(state, choices, BallotStep.Confirm, page: 0, kept => kept.Confirm(0), token);
        },
        state => Rescued(state, context),
        cancellationToken);

    /// <summary>The choices with those of the card. The data say which items it asked about: what is not picked of them is not picked.</summary>
    public static BallotChoices Picked(BallotState state, CardActionContext context) =>
        context.Number(BallotVerbs.FromField) is { } from && context.Number(BallotVerbs.ToField) is { } to
            ? state.Choices.WithPicks(from, to, context.Choices(BallotVerbs.ObjectionsInput))
            : state.Choices;

    /// <summary>The choices with what was picked on a card whose items have changed: nobody can say any more what was left out.</summary>
    public static BallotChoices Rescued(BallotState state, CardActionContext context) => state.Choices.WithMorePicks(context.Choices(BallotVerbs.ObjectionsInput));
}
