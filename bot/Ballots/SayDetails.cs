using Insek.Office.Bot.Actions;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>Handles <c>ballot.detail</c>: keeps what was said to the picked items; on to the next page or the confirmation only when nothing is missing.</summary>
internal sealed class SayDetails(BallotDesk desk) : ICardAction
{
    private const int MostNamed = 5;

    public string Verb => BallotVerbs.Detail;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.StepAsync(
        context,
        (state, token) =>
        {
            var choices = Said(state, context);
            var page = context.Number(BallotVerbs.PageField) ?? 0;
            return context.Text(BallotVerbs.BackField) is null ? OnAsync(state, choices, page, context, token) : BackAsync(state, choices, page, token);
        },
        state => Said(state, context),
        cancellationToken);

    private static BallotChoices Said(BallotState state, CardActionContext context) => context
        .Choices(BallotVerbs.ItemsField)
        .Aggregate(state.Choices, (choices, item) => choices.WithVote(item, context.Text(BallotVerbs.ChoiceInput(item)), context.Text(BallotVerbs.TextInput(item))));

    private static string Missing((BallotItemView Item, Gap Gap)[] gaps, BallotState state)
    {
        var texts = BallotTexts.All;
        var named = string.Join("; ", gaps.Take(MostNamed).Select(gap => texts.Format($"missing.{gap.Gap.ToString().ToLowerInvariant()}", state.Culture, BallotTexts.Number(gap.Item, state.Culture))));
        return texts.Format("missing", state.Culture, gaps.Length > MostNamed ? $"{named}; {texts.Format("missing.more", state.Culture, gaps.Length - MostNamed)}" : named);
    }

    private Task<CardReply> OnAsync(BallotState state, BallotChoices choices, int page, CardActionContext context, CancellationToken cancellationToken)
    {
        var shown = context.Choices(BallotVerbs.ItemsField);
        var gaps = choices.Gaps.Where(gap => shown.Contains(gap.Item.Id)).ToArray();
        if (gaps.Length > 0)
        {
            // The card as it was entered, too long a text included, which the draft cannot hold.
            return desk.KeepAsync(state, choices, BallotStep.Details, page, kept => kept.Details(choices, PageOf(kept, choices, gaps[0].Item), Missing(gaps, kept)), cancellationToken);
        }

        var next = choices.Picked.SkipWhile(item => !shown.Contains(item.Id)).SkipWhile(item => shown.Contains(item.Id)).FirstOrDefault();
        next ??= choices.Gaps.Select(gap => gap.Item).FirstOrDefault();
        if (next is null)
        {
            return desk.KeepAsync(state, choices, BallotStep.Confirm, page: 0, kept => kept.Confirm(0), cancellationToken);
        }

        var to = PageOf(state, choices, next);
        return desk.KeepAsync(state, choices, BallotStep.Details, to, kept => kept.Details(kept.Choices, to), cancellationToken);
    }

    private Task<CardReply> BackAsync(BallotState state, BallotChoices choices, int page, CancellationToken cancellationToken) => page > 0
        ? desk.KeepAsync(state, choices, BallotStep.Details, page - 1, kept => kept.Details(kept.Choices, page - 1), cancellationToken)
        : desk.KeepAsync(state, choices, BallotStep.Items, page: 0, kept => kept.Items(0), cancellationToken);

    private static int PageOf(BallotState state, BallotChoices choices, BallotItemView item) => BallotDetails.PageOf(state.Round, state.Ballot, choices, item, state.Culture);
}
