using Insek.Office.Bot.Actions;

namespace Insek.Office.Bot.Ballots;

/// <summary>Handles <c>ballot.confirm</c>: turns the pages of what will be recorded, or goes back to the choices.</summary>
internal sealed class ConfirmBallot(BallotDesk desk) : ICardAction
{
    public string Verb => BallotVerbs.Confirm;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.StepAsync(
        context,
        (state, _) =>
        {
            var page = context.Number(BallotVerbs.PageField);
            var isBack = context.Text(BallotVerbs.BackField) is not null;

            // Back from the first page names page -1, which is none.
            return Task.FromResult<CardReply>((isBack && page is null) || state.Choices.Gaps.Count > 0 ? state.BeforeConfirm() : state.Confirm(page ?? 0));
        },
        state => state.Choices,
        cancellationToken);
}

/// <summary>Handles <c>ballot.change</c>: the first step with what was cast; or drops such a beginning, so that what was cast stays.</summary>
/// <remarks>The beginning is kept, so that an update of the card that is on its way shows it and not the receipt again.</remarks>
internal sealed class ChangeVote(BallotDesk desk) : ICardAction
{
    public string Verb => BallotVerbs.Change;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.AnswerAsync(
        context,
        (state, token) => (context.Text(BallotVerbs.KeepField), state.CanVote) switch
        {
            (not null, _) => desk.DropAsync(state, token),
            (_, true) => desk.KeepAsync(state, state.Choices, BallotStep.Items, page: 0, kept => kept.Items(0), token),
            _ => Task.FromResult<CardReply>(state.Current()),
        },
        cancellationToken);
}
