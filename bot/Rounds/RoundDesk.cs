using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>Lays the round before whoever clicked: reads it as that person may, and answers in time.</summary>
internal sealed class RoundDesk(RoundsApi rounds, InvokeBudget budget)
{
    /// <summary>Reads the round a card names and answers with what <paramref name="work"/> makes of it, or with why there is none.</summary>
    public Task<CardReply> AnswerAsync(CardActionContext context, Func<RoundView, CancellationToken, Task<CardReply>> work, CancellationToken cancellationToken) =>
        RoundName.Read(context) is { } name
            ? budget.AnswerAsync(
                context.Culture,
                async token => (await rounds.FindAsync(name, context.Actor.Call, token)).TryGet(out var round, out var problem)
                    ? await work(round, token)
                    : new CardReply.Message(ProblemTexts.For(problem, context.Culture)),
                () => new CardReply.Message(RoundTexts.All[context.Text(RoundVerbs.ConfirmedField) is null ? "slow" : "slow.change", context.Culture]),
                cancellationToken)
            : Task.FromResult<CardReply>(new CardReply.Message(RoundTexts.All["unreadable", context.Culture]));

    /// <summary>
    /// A change by whoever may manage the round: asked about first, then done under the operation the question was made with. The API
    /// decides whether the person may.
    /// </summary>
    /// <param name="context">The click.</param>
    /// <param name="question">The card that asks, given what is wrong with the last answer.</param>
    /// <param name="objection">What is wrong with what was entered; null where nothing is.</param>
    /// <param name="change">The change.</param>
    /// <param name="done">The name of the sentence that says that it is done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="takesPaused">Whether a round that waits can be changed like that, too.</param>
    public Task<CardReply> ChangeAsync(
        CardActionContext context,
        Func<RoundView, string?, AdaptiveCards.AdaptiveCard> question,
        Func<string?> objection,
        Func<RoundName, ApiCall, CancellationToken, Task<ApiAnswer<Nothing>>> change,
        string done,
        CancellationToken cancellationToken,
        bool takesPaused = false) => AnswerAsync(
            context,
            async (round, token) =>
            {
                if (!round.MayManage)
                {
                    return Card(round, context, ProblemTexts.For("not-allowed", context.Culture));
                }

                if (!(round.IsOpen() || (takesPaused && round.IsPaused())) && context.Text(RoundVerbs.ConfirmedField) is null)
                {
                    return Card(round, context, ProblemTexts.For("round-not-open", context.Culture));
                }

                if (context.Text(RoundVerbs.ConfirmedField) is null || objection() is not null)
                {
                    return new CardReply.Card(question(round, context.Text(RoundVerbs.ConfirmedField) is null ? null : objection()), RoundTexts.Summary(round, context.Culture));
                }

                var name = RoundName.Of(round);
                var operation = context.Text(RoundVerbs.OperationField);
                var call = context.Actor.Call with { Operation = Domain.Identifier.IsValid(operation) ? operation : null };
                var changed = await change(name, call, token);
                var sentence = changed.TryGet(out _, out var problem) ? RoundTexts.All[done, context.Culture] : ProblemTexts.For(problem, context.Culture);
                return (await rounds.FindAsync(name, context.Actor.Call, token)).TryGet(out var now, out _) ? Card(now, context, sentence) : new CardReply.Message(sentence);
            },
            cancellationToken);

    private static CardReply.Card Card(RoundView round, CardActionContext context, string? notice) =>
        new(RoundCard.Personal(round, context.Culture, notice: notice), RoundTexts.Summary(round, context.Culture));
}
