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

    /// <summary>Changes a deadline with one tap, under the operation and the version the card was made with.</summary>
    public Task<CardReply> ChangeAsync(ChangeDeadline change, CardActionContext context, CancellationToken cancellationToken) => DeadlineName.Read(context) is { } name
        ? AnswerAsync(context, isChange: true, token => SendAsync(change, context, call => change.SendAsync(name, call, token), token), cancellationToken)
        : Unreadable(context);

    /// <summary>Asks first, then changes the deadline.</summary>
    public Task<CardReply> ChangeAsync(AskThenChangeDeadline change, CardActionContext context, CancellationToken cancellationToken)
    {
        var isConfirmed = context.Text(DeadlineVerbs.ConfirmedField) is not null;
        return DeadlineName.Read(context) is { } name
            ? AnswerAsync(context, isConfirmed, token => isConfirmed ? SendAskedAsync(change, name, context, token) : AskAsync(change, name, context, notice: null, token), cancellationToken)
            : Unreadable(context);
    }

    /// <summary>The list the card belongs to, with a sentence above it.</summary>
    public Task<CardReply> BackAsync(CardActionContext context, string? notice, CancellationToken cancellationToken) =>
        lists.ShowAsync(DeadlineOrigin.Read(context), context.Actor.Call, context.Culture, notice, cancellationToken);

    private static Task<CardReply> Unreadable(CardActionContext context) => Task.FromResult<CardReply>(new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]));

    private async Task<CardReply> AskAsync(AskThenChangeDeadline change, DeadlineName name, CardActionContext context, string? notice, CancellationToken cancellationToken)
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

    private async Task<CardReply> SendAskedAsync(AskThenChangeDeadline change, DeadlineName name, CardActionContext context, CancellationToken cancellationToken)
    {
        if (!(await api.FindAsync(name, context.Actor.Call, cancellationToken)).TryGet(out var before, out var missing))
        {
            return await BackAsync(context, DeadlineTexts.Refusal(missing, context.Culture), cancellationToken);
        }

        // What was changed meanwhile, by this very operation perhaps, is for the API to tell.
        return before.Version == context.Number(DeadlineVerbs.VersionField) && change.Objection(before, context) is { } objection
            ? await AskAsync(change, name, context, objection, cancellationToken)
            : await SendAsync(change, context, call => change.SendAsync(name, before, context, call, cancellationToken), cancellationToken);
    }

    private async Task<CardReply> SendAsync(DeadlineChange change, CardActionContext context, Func<ApiCall, Task<ApiAnswer<DeadlineView>>> send, CancellationToken cancellationToken)
    {
        if (context.Number(DeadlineVerbs.VersionField) is not { } version || context.Text(DeadlineVerbs.OperationField) is not { } operation || !Identifier.IsValid(operation))
        {
            return await Unreadable(context);
        }

        ApiAnswer<DeadlineView> changed;
        try
        {
            changed = await send(context.Actor.Call with { IfMatch = FormattableString.Invariant($"\"{version}\""), Operation = operation });
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

/// <summary>A verb that changes a deadline.</summary>
internal abstract class DeadlineChange : ICardAction
{
    public abstract string Verb { get; }

    /// <summary>The sentence that says what was done.</summary>
    public abstract string Done(DeadlineView deadline, CardActionContext context);

    public abstract Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken);
}

/// <summary>Handles a verb that changes a deadline with one tap.</summary>
internal abstract class ChangeDeadline(DeadlineDesk desk) : DeadlineChange
{
    public abstract Task<ApiAnswer<DeadlineView>> SendAsync(DeadlineName name, ApiCall call, CancellationToken cancellationToken);

    public sealed override Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.ChangeAsync(this, context, cancellationToken);
}

/// <summary>Handles a verb that asks something before it changes a deadline.</summary>
internal abstract class AskThenChangeDeadline(DeadlineDesk desk) : DeadlineChange
{
    /// <summary>Whether it is worth asking.</summary>
    public abstract bool IsAllowed(DeadlineActions actions);

    /// <summary>The card that asks.</summary>
    public abstract Task<AdaptiveCards.AdaptiveCard> QuestionAsync(DeadlineView deadline, CardActionContext context, string? notice, CancellationToken cancellationToken);

    /// <summary>What is wrong with what was entered; null where nothing is.</summary>
    public abstract string? Objection(DeadlineView deadline, CardActionContext context);

    /// <summary>The change.</summary>
    /// <param name="name">The deadline.</param>
    /// <param name="before">The deadline as it was.</param>
    /// <param name="context">What was entered.</param>
    /// <param name="call">Who acts, on which version, under which operation.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract Task<ApiAnswer<DeadlineView>> SendAsync(DeadlineName name, DeadlineView before, CardActionContext context, ApiCall call, CancellationToken cancellationToken);

    public sealed override Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.ChangeAsync(this, context, cancellationToken);
}
