using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Ballots;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Deadlines;

/// <summary>What all clicks on deadlines have in common: they are answered in time, and end with the list they began in, as it stands then.</summary>
internal sealed partial class DeadlineDesk(DeadlinesApi api, DeadlineLists lists, InvokeBudget budget, ILogger<DeadlineDesk> log)
{
    /// <summary>Does the work within the time of a click.</summary>
    public Task<CardReply> AnswerAsync(CardActionContext context, bool isChange, Func<CancellationToken, Task<CardReply>> work, CancellationToken cancellationToken) => budget.AnswerAsync(
        context.Culture, work, () => new CardReply.Message(DeadlineTexts.All[isChange ? "slow.change" : "slow", context.Culture]), cancellationToken);

    /// <summary>Changes a deadline: asks first where the change needs an answer, then does it under the operation and the version the card was made with.</summary>
    public Task<CardReply> ChangeAsync(ChangeDeadline change, CardActionContext context, CancellationToken cancellationToken)
    {
        var isConfirmed = !change.Asks || context.Text(DeadlineVerbs.ConfirmedField) is not null;
        return DeadlineName.Read(context) is { } name
            ? AnswerAsync(context, isConfirmed, token => isConfirmed ? SendAsync(change, name, context, token) : AskAsync(change, name, context, notice: null, token), cancellationToken)
            : Task.FromResult<CardReply>(new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]));
    }

    /// <summary>The list the card belongs to, with a sentence above it.</summary>
    public Task<CardReply> BackAsync(CardActionContext context, string? notice, CancellationToken cancellationToken) =>
        lists.ShowAsync(DeadlineOrigin.Read(context), context.Actor.Call, context.Culture, notice, cancellationToken);

    private async Task<CardReply> AskAsync(ChangeDeadline change, DeadlineName name, CardActionContext context, string? notice, CancellationToken cancellationToken)
    {
        if (!(await api.FindAsync(name, context.Actor.Call, cancellationToken)).TryGet(out var deadline, out var problem))
        {
            return await BackAsync(context, DeadlineTexts.Refusal(problem, context.Culture), cancellationToken);
        }

        if (!change.IsAllowed(deadline.Actions))
        {
            return await BackAsync(context, DeadlineTexts.All[deadline.State == "open" ? "refused.not-allowed" : "refused.deadline-closed", context.Culture], cancellationToken);
        }

        var card = await change.QuestionAsync(deadline, context, notice, cancellationToken);
        return new CardReply.Card(card, card.Speak ?? string.Empty);
    }

    private async Task<CardReply> SendAsync(ChangeDeadline change, DeadlineName name, CardActionContext context, CancellationToken cancellationToken)
    {
        if (context.Number(DeadlineVerbs.VersionField) is not { } version || context.Text(DeadlineVerbs.OperationField) is not { } operation || !Identifier.IsValid(operation))
        {
            return new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]);
        }

        DeadlineView? before = null;
        if (change.Asks)
        {
            if (!(await api.FindAsync(name, context.Actor.Call, cancellationToken)).TryGet(out before, out var missing))
            {
                return await BackAsync(context, DeadlineTexts.Refusal(missing, context.Culture), cancellationToken);
            }

            // What was changed meanwhile, by this very operation perhaps, is for the API to tell.
            if (before.Version == version && change.Objection(before, context) is { } objection)
            {
                return await AskAsync(change, name, context, objection, cancellationToken);
            }
        }

        var call = context.Actor.Call with { IfMatch = FormattableString.Invariant($"\"{version}\""), Operation = operation };
        ApiAnswer<DeadlineView> changed;
        try
        {
            changed = await change.SendAsync(name, before, context, call, cancellationToken);
        }
        catch (ApiUnavailableException away)
        {
            // The answer may be what got lost.
            LogAway(change.Verb, away.Message);
            return new CardReply.Message(DeadlineTexts.All["away.change", context.Culture]);
        }

        var sentence = changed.TryGet(out var now, out var problem) ? change.Done(now, context) : DeadlineTexts.Refusal(problem, context.Culture);

        // It is done or refused whatever comes now: a list that cannot be read must not hide that.
        try
        {
            return await BackAsync(context, sentence, cancellationToken);
        }
        catch (Exception away) when (away is ApiUnavailableException || (away is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return new CardReply.Message(sentence);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Verb}: the API gave no usable answer ({Message})")]
    private partial void LogAway(string verb, string message);
}

/// <summary>Handles a verb that changes a deadline.</summary>
internal abstract class ChangeDeadline(DeadlineDesk desk) : ICardAction
{
    public abstract string Verb { get; }

    /// <summary>Whether something is asked before.</summary>
    public virtual bool Asks => false;

    public abstract bool IsAllowed(DeadlineActions actions);

    /// <summary>The card that asks.</summary>
    public virtual Task<AdaptiveCards.AdaptiveCard> QuestionAsync(DeadlineView deadline, CardActionContext context, string? notice, CancellationToken cancellationToken) => throw new NotSupportedException($"{Verb} asks nothing.");

    /// <summary>What is wrong with what was entered; null where nothing is.</summary>
    public virtual string? Objection(DeadlineView deadline, CardActionContext context) => null;

    /// <summary>The change; the deadline as it was is given where something was asked.</summary>
    public abstract Task<ApiAnswer<DeadlineView>> SendAsync(DeadlineName name, DeadlineView? before, CardActionContext context, ApiCall call, CancellationToken cancellationToken);

    /// <summary>The sentence that says what was done.</summary>
    public abstract string Done(DeadlineView deadline, CardActionContext context);

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.ChangeAsync(this, context, cancellationToken);
}
